import { DEFAULT_CONTACTS, DEFAULT_SEED } from './arguments.ts';

export const HELP = `Try a customer journey on a simulated audience.

  rehearse simulate --journey FILE… [options]
  rehearse validate FILE… [--json]
  rehearse export --to FORMAT FILE [options]
  rehearse import FILE… [options]

simulate
  --journey FILE…   the journey to run, as saved by Rehearsal; several run together over the same contacts, sharing
                    consent, caps, budgets and orders, and are reported one by one
  --audience FILE   contacts from a CSV file with a header line; without it a made-up sample audience
  --roles FILE      JSON {column: role} for columns of the audience; roles not given are guessed from names.
                    Roles: id, zone, preferredChannel, tags, score, machineReader, consent:CHANNEL, address:CHANNEL;
                    null takes a guessed role away
  --policies FILE   JSON {caps, quietHours, budgets, rateLimits}: messaging policies; none but consent without it.
                    docs/policies-format.md says what is in it
  --response FILE   JSON {opened, clicked, converted}: your own e-mail rates, each between 0 and 1
  --contacts N      how many contacts to simulate (${DEFAULT_CONTACTS.toLocaleString('en')}). Fewer than the audience has: a fixed sample of it;
                    more: its rows again as new contacts
  --seed S          luck; equal seeds give equal numbers (${DEFAULT_SEED})
  --shards K        parts to run the contacts in; the numbers do not depend on it
  --workers W       threads; the numbers do not depend on it (all cores)
  --out FILE        also write the result to FILE, as JSON
  --json            print JSON instead of tables

validate
  --json            print the problems as JSON

export            what becomes of each step goes to standard error, the file to standard output
  --to FORMAT       json; dittofeed, posthog, klaviyo, bpmn, sfmc, parcelvoy, mautic or mermaid: a file for that
                    platform; braze, hubspot or marketo: a list of things to do there, in Markdown
  --answers FILE    JSON {blank: answer}: ids of your account, texts or numbers; standard error lists the blanks,
                    and answers that are of no use
  --policies FILE   as of simulate: the report says what becomes of them
  --out PATH        a file, or a folder where a platform takes several files; made where it is not there. All files
                    are written or none, and never among the numbered files of another export

import            the journey goes to standard output, what could not be read to standard error
  --from FORMAT     dittofeed, posthog, klaviyo, bpmn, sfmc, parcelvoy, mautic or mermaid; without it the file tells
  --onto FILE       the journey that the file was made from: rates, costs and dates are taken from it again. Without
                    it, what the file does not say is as in a new journey
  --out PATH        write the journey there

Exit codes: 0 done; 1 a file cannot be used, or a journey has errors; 2 the arguments make no sense.
`;
