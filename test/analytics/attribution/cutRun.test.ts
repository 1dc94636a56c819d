import { afterAll, beforeAll, describe, it } from 'vitest';
import { attribute, type Attribution, type Model } from '../../../src/analytics/attribution/attribute.ts';
import { pathsOfTouches } from '../../../src/analytics/attribution/pathsOfTouches.ts';
import { cutRun, expectHeld, SEED, type CutRun, type Part } from '../cutRun.ts';

const SETTINGS = { decay: { by: 'time', halfLifeDays: 7 }, order: 1 } as const;
const MODELS: readonly Model[] = ['first', 'last', 'linear', 'timeDecay', 'markov'];

function credit({ detail }: Part): Attribution {
  const { paths, sends, minorPerUnit, contacts, factor, orderMinor, dearestMinor } = detail;
  const reading = {
    credited: 'channel',
    level: 'seen',
    lookBackDays: undefined,
    seed: SEED,
    minorPerUnit,
  } as const;
  const money = { worth: orderMinor / minorPerUnit, dearest: dearestMinor / minorPerUnit };
  return attribute(pathsOfTouches(paths, sends, reading), SETTINGS, { contacts, factor, ...money });
}

/** Where a journey hands contacts over, a few deals are worth much more than the orders beside them. */
describe.each([
  { sample: 'abandoned-cart', contacts: 60 },
  { sample: 'abandoned-cart', contacts: 300 },
  { sample: 'orchestration', contacts: 400 },
])('after a run of $contacts contacts of $sample, the interval', ({ sample, contacts }) => {
  let run: CutRun;
  const known = new Map<Part, Attribution>();
  const of = (part: Part) => known.get(part)!;
  beforeAll(() => {
    run = cutRun({ sample, contacts, parts: 700, policies: { caps: [], budgets: [], rateLimits: [] } });
    for (const part of [...run.parts, run.whole]) known.set(part, credit(part));
  }, 60_000);
  // Parts are large: they are let go.
  afterAll(() => {
    run = { ...run, parts: [] };
    known.clear();
  });

  it.each(['conversions', 'value'] as const)('of every channel’s credited %s holds the truth', (measure) => {
    of(run.whole).claimants.forEach((_, claimant) => {
      for (const wanted of MODELS)
        expectHeld(run, (part) => of(part).models.find(({ model }) => model === wanted)?.[measure][claimant]);
    });
  });

  it.each(['conversions', 'value'] as const)(
    'of the %s that no channel claims holds the truth',
    (measure) => {
      expectHeld(run, (part) => of(part).unclaimed[measure]);
    },
  );
});
