import { synthesise } from '../../src/audience/synthesise.ts';
import { contactValues } from '../../src/audience/contactValues.ts';
import { findContacts } from '../../src/audience/findContacts.ts';
import { sampleSchema } from '../../src/simulation/sampleAudience.ts';
import type { AudienceChoice, SimulationRequest, Simulator } from '../../src/state/ports.ts';
import { closeUpHere, formOfSample } from './closeUps.ts';
import { localSimulator } from './localSimulator.ts';
import { play } from './played.ts';

const SEED = 1;

function rowsOf(choice: AudienceChoice): number {
  if (choice.kind !== 'sample') throw new RangeError('only the sample audience is here');
  return choice.rows;
}

function playedOf({ audience, contacts, seed, policies }: SimulationRequest) {
  return { rows: rowsOf(audience), contacts, seed, policies };
}

/** The real engine over the sample audience, in this thread, for whatever tells stories. */
export const localStories: Pick<
  Simulator,
  'playback' | 'closeUp' | 'contact' | 'contactForm' | 'findContacts' | 'schema' | 'compare'
> = {
  compare: localSimulator.compare,
  playback(request) {
    const run = play(request.journey, playedOf(request));
    return Promise.resolve(run ? { ok: true, playback: run.playback } : { ok: false, problems: [] });
  },
  closeUp(request, who, forced = []) {
    const closeUp = closeUpHere(request.journey, playedOf(request), who, forced);
    return Promise.resolve(closeUp ? { ok: true, closeUp } : { ok: false, problems: [] });
  },
  contact: (choice, row) => Promise.resolve(contactValues(synthesise(rowsOf(choice), SEED, row, row + 1), 0)),
  contactForm: (choice, row) => Promise.resolve(formOfSample(rowsOf(choice), row)),
  findContacts: (choice, text, most) =>
    Promise.resolve(findContacts(synthesise(rowsOf(choice), SEED), text, { most })),
  schema: (choice) => Promise.resolve(sampleSchema(rowsOf(choice))),
};
