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
  playback: async (request) => {
    const run = play(request.journey, playedOf(request));
    return run ? { ok: true, playback: run.playback } : { ok: false, problems: [] };
  },
  closeUp: async (request, who, forced = []) => {
    const closeUp = closeUpHere(request.journey, playedOf(request), who, forced);
    return closeUp ? { ok: true, closeUp } : { ok: false, problems: [] };
  },
  contact: async (choice, row) => contactValues(synthesise(rowsOf(choice), SEED, row, row + 1), 0),
  contactForm: async (choice, row) => formOfSample(rowsOf(choice), row),
  findContacts: async (choice, text, most) => findContacts(synthesise(rowsOf(choice), SEED), text, { most }),
  schema: async (choice) => sampleSchema(rowsOf(choice)),
};
