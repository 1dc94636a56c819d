import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageShares } from '../../../src/analytics/dashboard/loads.ts';
import { pipelineOf, winsBySpeed } from '../../../src/analytics/dashboard/pipeline.ts';
import { sendFigures } from '../../../src/analytics/dashboard/sendFigures.ts';
import { stretchOf } from '../../../src/analytics/dashboard/timeline.ts';
import { unsentEstimate } from '../../../src/analytics/dashboard/unsent.ts';
import { segmentFigures } from '../../../src/analytics/segmentFigures.ts';
import { partsOf } from '../../../src/audience/parts.ts';
import { synthesise } from '../../../src/audience/synthesise.ts';
import type { DayField } from '../../../src/engine/results.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';
import { coverageOf } from '../coverage.ts';
import { cutRun, expectHeld, type CutRun, type Part } from '../cutRun.ts';

const PARTS = 700;

/** Kinds of contacts, as the breakdown by a column asks for them. */
const KINDS = synthesise(PARTS, 1)
  .columns.filter(({ name }) => ['intent', 'plan', 'tags'].includes(name))
  .map((column) => partsOf(column)[0]!.rule);

/** What is read of a part several times is worked out once. */
function once<T>(of: (part: Part) => T): (part: Part) => T {
  const known = new WeakMap<Part, { readonly made: T }>();
  return (part) => {
    const found = known.get(part) ?? { made: of(part) };
    known.set(part, found);
    return found.made;
  };
}

const kindsOf = once(({ program, results }) => segmentFigures({ program, results }));
const pipelineIn = once(({ detail }) => pipelineOf(detail));

describe.each([60, 400])('in a run of %i contacts, the interval', (contacts) => {
  let run: CutRun;
  beforeAll(() => {
    run = cutRun({
      sample: 'orchestration',
      contacts,
      parts: PARTS,
      policies: STRICT_POLICIES,
      outputs: { segments: KINDS },
    });
  }, 60_000);
  // Parts are large: they are let go.
  afterAll(() => {
    run = { ...run, parts: [] };
  });

  it.each([...KINDS.keys()])('of what contacts of one kind (%i) come to holds the truth', (kind) => {
    const of = (part: Part) => {
      const one = kindsOf(part)[kind];
      return one && one.contacts > 0 ? one : undefined;
    };
    for (const rate of ['messaged', 'clicked', 'converters', 'unsubscribed'] as const)
      expectHeld(run, (part) => of(part)?.rates[rate], true);
    for (const amount of ['sent', 'conversions', 'revenue', 'cost', 'profit'] as const)
      expectHeld(run, (part) => of(part)?.perContact[amount]);
  });

  it.each([
    [{}],
    [{ reason: 'consent' }],
    [{ reason: 'suppressed' }],
    [{ reason: 'quiet' }],
    [{ reason: 'cap:weekly' }],
    [{ channel: 'email' }],
    [{ reason: 'quiet', step: 'nurture-1' }],
    [{ reason: 'cap:weekly', step: 'nurture-2' }],
  ])('of unsent messages of %o holds the truth', (which) => {
    expectHeld(run, ({ detail }) => unsentEstimate(detail, which));
  });

  it.each(['conversions', 'conversionsAudience', 'revenue', 'cost', 'profit', 'unsubscribed'] as const)(
    'of %s holds the truth',
    (metric) => {
      expectHeld(run, ({ report }) => report.totals[metric]);
    },
  );

  it.each([2, 3, 4, 5])('of the people at stage %i of the funnel holds the truth', (stage) => {
    expectHeld(run, ({ report }) => report.funnel[stage]?.people);
  });

  it.each([0, 1])('of the contacts who get %i messages holds the truth', (messages) => {
    expectHeld(run, ({ detail }) => messageShares(detail)[messages]?.contacts);
  });

  it.each<[DayField, number]>([
    ['sent', 0],
    ['sent', 5],
    ['opened', 2],
    ['clicked', 5],
    ['conversions', 10],
    ['revenueMinor', 10],
    ['costMicros', 2],
  ])('of a day’s %s (day %i), and of all days up to it, holds the truth', (field, day) => {
    expectHeld(run, ({ detail }) => stretchOf(detail, field, { from: day, to: day }));
    expectHeld(run, ({ detail }) => stretchOf(detail, field, { from: 0, to: day }));
  });

  it.each(['email', 'sms', 'push', 'display-ad'])('of what %s does holds the truth', (channel) => {
    const figures = once(({ detail }) =>
      sendFigures(
        detail,
        detail.sends.flatMap((send, place) => (send.channel === channel ? [place] : [])),
      ),
    );
    for (const name of ['sent', 'clicked', 'converted', 'revenue'] as const)
      expectHeld(run, (part) => figures(part)[name]);
    for (const rate of ['delivered', 'clicked', 'unsubscribed'] as const)
      expectHeld(run, (part) => figures(part).rates[rate], true);
  });
});

describe.each([60, 400])('of the opportunities of %i contacts, the interval', (contacts) => {
  let run: CutRun;
  beforeAll(() => {
    run = cutRun({ sample: 'speed-to-lead', contacts, parts: PARTS, policies: NO_POLICIES });
  }, 60_000);
  // Parts are large: they are let go.
  afterAll(() => {
    run = { ...run, parts: [] };
  });

  it.each(['accepted', 'won', 'open', 'value', 'openValue', 'velocity'] as const)(
    'of %s holds the truth',
    (name) => {
      expectHeld(run, (part) => pipelineIn(part)[name]);
    },
  );

  it('of the share that is won holds the truth, all in all and by how fast somebody was called', () => {
    expectHeld(run, (part) => pipelineIn(part).rates.won, true);
    for (const { from } of winsBySpeed(run.whole.detail))
      expectHeld(run, ({ detail }) => winsBySpeed(detail).find((band) => band.from === from)?.won, true);
  });

  it('of the median speed to lead holds the truth', () => {
    const truth = pipelineIn(run.whole).speedToLead!.median.value;
    const found = run.parts.flatMap((part) => pipelineIn(part).speedToLead?.median ?? []);
    const held = coverageOf(found.length, truth, (at) => found[at]);
    expect(held).toBeGreaterThan(0.93);
  });

  it('of the mean cycle holds the truth', () => {
    expectHeld(run, (part) => pipelineIn(part).cycle?.mean);
  });
});
