import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, replay } from '../../../src/journey/applyEdit.ts';
import type { Candidate, CandidateCode } from '../../../src/journey/candidates/candidate.ts';
import { findCandidates, withCandidate } from '../../../src/journey/candidates/findCandidates.ts';
import { readJourney } from '../../../src/journey/format.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { readPolicies } from '../../../src/journey/readPolicies.ts';
import { STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes, money, probability } from '../../../src/journey/units.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { sharedPolicies } from '../../support/randomPolicies.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { EMAIL, smallJourney, WAIT } from '../../support/smallJourney.ts';

const { schema } = sampleFacts;

function codesOf(journey: Journey, policies: Policies = NO_POLICIES): readonly CandidateCode[] {
  return findCandidates({ journey, policies, schema }, 1000).candidates.map(({ code }) => code);
}

function ofCode(
  code: CandidateCode,
  journey: Journey,
  policies: Policies = NO_POLICIES,
): readonly Candidate[] {
  return findCandidates({ journey, policies, schema }, 1000).candidates.filter((one) => one.code === code);
}

describe('candidates of any journey under any policies', () => {
  test('apply, run, stay valid documents, and are taken back without a trace', () => {
    fc.assert(
      fc.property(runnableJourney, sharedPolicies, (journey, policies) => {
        for (const candidate of findCandidates({ journey, policies, schema }).candidates) {
          const after = withCandidate(candidate, { journey, policies });
          expect(after).not.toEqual({ journey, policies });
          expect(
            findProblems(after.journey, { schema, policies: after.policies }).filter(
              ({ severity }) => severity === 'error',
            ),
          ).toEqual([]);
          if (candidate.step) expect(journey.steps[candidate.step]).toBeDefined();
          if (candidate.change.kind === 'policies') {
            expect(readPolicies(JSON.parse(JSON.stringify(after.policies))).ok).toBe(true);
            continue;
          }
          expect(readJourney(JSON.parse(JSON.stringify(after.journey))).ok).toBe(true);
          const applied = applyEdit(journey, candidate.change.edit);
          expect(replay(applied.journey, applied.inverse)).toEqual(journey);
        }
      }),
      { numRuns: 60, seed: 20_261 },
    );
  });

  test('are at most sixty, and the rest is counted', () => {
    const journey = openSample('orchestration');
    const all = findCandidates({ journey, policies: NO_POLICIES, schema }, 1000);
    const some = findCandidates({ journey, policies: NO_POLICIES, schema }, 10);
    expect(all.leftOut).toBe(0);
    expect(some.candidates).toHaveLength(10);
    expect(some.leftOut).toBeGreaterThanOrEqual(all.candidates.length - 10);
    expect(new Set(some.candidates.map(({ code }) => code)).size).toBeGreaterThan(4);
  });

  test.each(SAMPLE_NAMES)('are there for the template %s', (name) => {
    const { candidates } = findCandidates({ journey: openSample(name), policies: NO_POLICIES, schema });
    expect(candidates.length).toBeGreaterThan(10);
    expect(candidates.length).toBeLessThanOrEqual(60);
  });
});

describe('of a small journey', () => {
  test('a wait is halved, doubled and set to usual lengths, and never outlasts the journey', () => {
    const journey = smallJourney();
    const lengths = [...ofCode('waitShorter', journey), ...ofCode('waitLonger', journey)].map(
      ({ values }) => values['to'],
    );
    expect(lengths).toEqual([{ minutes: 720 }, { minutes: 60 }, { minutes: 2880 }, { minutes: 10_080 }]);
    const short = { ...journey, settings: { ...journey.settings, horizonMinutes: days(2) } };
    expect(ofCode('waitLonger', short).map(({ values }) => values['to'])).toEqual([{ minutes: 2880 }]);
  });

  test('a message moves to the channels of the audience without its old rates, cost and subject', () => {
    const step = {
      ...STEP_DEFINITIONS.message.defaults(),
      cost: money(3),
      response: { clicked: probability(0.5) },
      content: { subject: 'Hello', body: 'Text', utm: { utm_medium: 'email', utm_source: 'us' } },
    };
    const { journey } = applyEdit(smallJourney(), { type: 'changeStep', id: EMAIL, step });
    const moved = ofCode('channel', journey).find(
      ({ values }) => JSON.stringify(values['to']) === '{"channel":"sms"}',
    );
    expect(moved && withCandidate(moved, { journey, policies: NO_POLICIES }).journey.steps[EMAIL]).toEqual({
      ...STEP_DEFINITIONS.message.defaults(),
      channel: 'sms',
      content: { body: 'Text', utm: { utm_medium: 'sms', utm_source: 'us' } },
    });
  });

  test('nobody is proposed a channel that the audience cannot be written to on', () => {
    const reach = {
      email: { addressed: 1, allowed: 0.9 },
      sms: { addressed: 0.5, allowed: 0.01 },
      push: { addressed: 0.5, allowed: 0.4 },
    };
    const { candidates } = findCandidates({
      journey: smallJourney(),
      policies: NO_POLICIES,
      schema: { columns: [], reach },
    });
    const channels = candidates.flatMap(({ code, values }) => (code === 'channel' ? [values['to']] : []));
    expect(channels).toEqual([{ channel: 'push' }]);
  });

  test('a wait for an hour goes in before a message that nothing times, and the cards make room', () => {
    const journey = smallJourney();
    const [nine] = ofCode('hourBefore', journey);
    const after = nine && withCandidate(nine, { journey, policies: NO_POLICIES }).journey;
    expect(after?.links).toMatchObject({ 'entry-1': { next: 'wait-2' }, 'wait-2': { next: EMAIL } });
    expect(after?.layout['wait-2' as typeof EMAIL]).toEqual(journey.layout[EMAIL]);
    expect(after?.layout[EMAIL]?.x).toBe((journey.layout[EMAIL]?.x ?? 0) + 320);
    expect(ofCode('hourOf', journey).map(({ step }) => step)).toEqual([WAIT, WAIT, WAIT]);
  });

  test('a step that is off is switched on, and one that nobody gets to is left alone', () => {
    const journey = smallJourney();
    const step = { ...STEP_DEFINITIONS.message.defaults(), disabled: true };
    const off = applyEdit(journey, { type: 'changeStep', id: EMAIL, step }).journey;
    expect(ofCode('switchOn', off).map((one) => one.step)).toEqual([EMAIL]);
    const apart = applyEdit(journey, { type: 'disconnect', from: EMAIL, exit: 'next' }).journey;
    expect(
      findCandidates({ journey: apart, policies: NO_POLICIES, schema }).candidates.map((one) => one.step),
    ).not.toContain(WAIT);
  });

  test('two messages change places through what lies between them', () => {
    const second = { ...STEP_DEFINITIONS.message.defaults(), name: 'Second', occasion: 'triggered' as const };
    const { journey } = applyEdit(smallJourney(), {
      type: 'several',
      edits: [
        { type: 'addStep', id: 'message-2' as typeof EMAIL, step: second, at: { x: 0, y: 0 } },
        { type: 'connect', from: WAIT, exit: 'next', to: 'message-2' as typeof EMAIL },
      ],
    });
    const [swap] = ofCode('swapMessages', journey);
    const after = swap && withCandidate(swap, { journey, policies: NO_POLICIES }).journey;
    expect(after?.steps[EMAIL]).toEqual(second);
    expect(after?.steps['message-2' as typeof EMAIL]).toEqual(STEP_DEFINITIONS.message.defaults());
  });
});

describe('of the workspace’s rules', () => {
  test('a cap is loosened, tightened and taken away, and one is added where there is none', () => {
    const cap = {
      id: 'a',
      max: 4,
      window: { kind: 'rolling', minutes: days(7) },
      zone: 'contact',
      scope: 'all',
      onCap: { kind: 'skip' },
    } as const;
    const policies: Policies = { ...NO_POLICIES, caps: [cap] };
    const journey = smallJourney();
    const maxOf = (code: CandidateCode) =>
      ofCode(code, journey, policies).map(({ change }) =>
        change.kind === 'policies' ? change.policies.caps.map(({ max }) => max) : undefined,
      );
    expect([maxOf('capLooser'), maxOf('capTighter'), maxOf('capOff')]).toEqual([[[8]], [[2]], [[]]]);
    expect(codesOf(journey, policies)).not.toContain('capAdded');
    expect(codesOf(journey)).toContain('capAdded');
  });

  test('are left alone by a journey that they do not stop', () => {
    const journey = smallJourney();
    const exempt = { ...journey, settings: { ...journey.settings, transactional: true } };
    expect(codesOf(exempt).filter((code) => code.startsWith('cap') || code.startsWith('quiet'))).toEqual([]);
  });
});

test('arms and the holdout still make 100 % when one is favoured or the holdout shrinks', () => {
  const experiment = {
    ...STEP_DEFINITIONS.experiment.defaults(),
    arms: [
      { id: 'a', name: 'A', weight: 33 },
      { id: 'b', name: 'B', weight: 33 },
      { id: 'c', name: 'C', weight: 24 },
    ],
    holdout: { weight: 10, goesOn: true },
  };
  const { journey } = applyEdit(smallJourney(), {
    type: 'spliceStep',
    id: 'experiment-1' as typeof EMAIL,
    step: experiment,
    at: { x: 0, y: 0 },
    from: 'entry-1' as typeof EMAIL,
    exit: 'next',
  });
  const made = [...ofCode('armWeight', journey), ...ofCode('holdoutSmaller', journey)];
  expect(made).toHaveLength(4);
  for (const candidate of made) {
    const step = withCandidate(candidate, { journey, policies: NO_POLICIES }).journey.steps[
      'experiment-1' as typeof EMAIL
    ];
    if (step?.kind !== 'experiment') throw new Error('no experiment');
    const total = step.arms.reduce((sum, { weight }) => sum + weight, step.holdout?.weight ?? 0);
    expect(total).toBeCloseTo(100, 9);
  }
});

test('a journey that enters again after a while is tried with less and with more of it', () => {
  const journey = smallJourney();
  const entry = STEP_DEFINITIONS.entry.defaults();
  const { journey: events } = applyEdit(journey, {
    type: 'several',
    edits: [
      {
        type: 'changeStep',
        id: 'entry-1' as typeof EMAIL,
        step: { ...entry, trigger: { type: 'events', event: 'visit', perDay: 100 } },
      },
      {
        type: 'changeSettings',
        settings: {
          ...journey.settings,
          reEntry: { mode: 'cooldown', minutes: minutes(hours(10)), from: 'end' },
        },
      },
    ],
  });
  expect(codesOf(events)).toEqual(
    expect.arrayContaining(['reEntryForbidden', 'cooldownShorter', 'cooldownLonger']),
  );
  expect(codesOf(journey)).not.toContain('reEntryAllowed');
});
