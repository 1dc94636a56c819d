import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import type { Facts } from '../../src/journey/facts.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Goal, Journey, JourneySettings } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { isError } from '../../src/journey/errors.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { type Rule } from '../../src/journey/rules.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import { days, minutes, money } from '../../src/journey/units.ts';
import { around, branchOf, draft, empty, step } from '../support/draftJourney.ts';
import { problemCodes } from '../support/problemCodes.ts';

const end = step('exit');
const mail = step('message');
const arm = (id: string, weight: number) => ({ id, name: id, weight });
const column = (name: string, operator: 'is' | 'atLeast', value?: string | number): Rule => ({
  kind: 'column',
  column: name,
  operator,
  ...(value !== undefined && { value }),
});
const goal = (own: Partial<Goal>): Partial<JourneySettings> => ({
  goals: [{ ...empty.settings.goals[0]!, ...own }],
});

describe('each doubt is found where it is, and nothing else', () => {
  const split = (rule: Rule) => around(step('split', { branches: [branchOf('b', rule)] }), ['b', 'else']);
  const experiment = (...weights: number[]) =>
    step('experiment', { arms: weights.map((weight, index) => arm(`a${index}`, weight)) });
  const check = (own: Partial<Extract<Step, { kind: 'check' }>>) =>
    around(step('check', { responses: ['clicked'], ...own }), ['clicked', 'noResponse']);
  const cases: readonly [string, Journey, readonly string[], Facts?][] = [
    ['nothing', around(mail), []],
    ['a new journey', empty, ['dangling-exit@entry-1?']],
    ['no entry', { ...around(mail), steps: { [stepId('end')]: end }, links: {}, layout: {} }, ['no-entry']],
    [
      'two entries',
      draft({ e: step('entry'), f: step('entry'), end }, ['e.next > end', 'f.next > end']),
      ['several-entries@f'],
    ],
    [
      'a link to nothing',
      draft({ end }, ['entry-1.next > gone']),
      ['link-to-nothing@entry-1', 'unreachable-step@end?'],
    ],
    [
      'a link into the entry',
      draft({ m: step('wait') }, ['entry-1.next > m', 'm.next > entry-1']),
      ['link-into-entry@m', 'loop-without-end@entry-1?'],
    ],
    [
      'an island',
      draft({ a: mail, b: end, end }, ['entry-1.next > end', 'a.next > b']),
      ['unreachable-step@a?'],
    ],
    [
      'two islands that lead to one step, and a loop that nobody gets to',
      draft({ a: mail, b: mail, c: end, d: step('wait'), e: mail, end }, [
        'entry-1.next > end',
        'a.next > c',
        'b.next > c',
        'd.next > e',
        'e.next > d',
      ]),
      ['unreachable-step@a?', 'unreachable-step@b?', 'unreachable-step@d?', 'loop-without-end@d?'],
    ],
    ['an open end', draft({ m: mail }, ['entry-1.next > m']), ['dangling-exit@m?']],
    [
      'one exit twice',
      around(step('split', { branches: [branchOf('else', column('a', 'is', 1))] }), ['else']),
      ['exit-named-twice@m'],
    ],
    [
      'a loop without time',
      draft({ a: mail, b: step('update') }, ['entry-1.next > a', 'a.next > b', 'b.next > a']),
      ['loop-without-time@a'],
    ],
    ['a loop of itself', draft({ a: mail }, ['entry-1.next > a', 'a.next > a']), ['loop-without-time@a']],
    [
      'a loop around a clock time',
      draft({ a: step('wait', { until: { type: 'timeOfDay', at: '09:00' } }), b: mail }, [
        'entry-1.next > a',
        'a.next > b',
        'b.next > a',
      ]),
      ['loop-without-time@a'],
    ],
    [
      'a loop with a disabled wait',
      draft({ a: mail, b: step('wait', { disabled: true }) }, [
        'entry-1.next > a',
        'a.next > b',
        'b.next > a',
      ]),
      ['loop-without-time@a'],
    ],
    [
      'a loop with no way out',
      draft({ a: mail, b: step('wait') }, ['entry-1.next > a', 'a.next > b', 'b.next > a']),
      ['loop-without-end@a?'],
    ],
    [
      'a loop with a way out',
      draft({ a: mail, b: step('check'), end: step('exit') }, [
        'entry-1.next > a',
        'a.next > b',
        'b.clicked > end',
        'b.noResponse > a',
      ]),
      [],
    ],
    ['weights of 90', around(experiment(40, 50), ['a0', 'a1']), ['weights-not-100@m']],
    ['weights of 100 in tenths', around(experiment(33.3, 66.7), ['a0', 'a1']), []],
    [
      'a large holdout',
      around({ ...experiment(40), holdout: { weight: 60, goesOn: true } }, ['a0', 'holdout']),
      ['holdout-larger-than-treatment@m?'],
    ],
    ['a window of nothing', check({ windowMinutes: minutes(0) }), ['check-without-time@m']],
    [
      'no response on',
      around(step('check', { responses: [] }), ['noResponse']),
      ['check-without-responses@m?'],
    ],
    [
      'clicks that wait behind opens',
      draft({ m: step('check', { responses: ['clicked', 'opened'] }), a: step('exit'), b: step('exit') }, [
        'entry-1.next > m',
        'm.clicked > a',
        'm.opened > b',
        'm.noResponse > b',
      ]),
      ['check-clicks-behind-opens@m?'],
    ],
    [
      'clicks and opens that go one way',
      around(step('check', { responses: ['clicked', 'opened'] }), ['clicked', 'opened', 'noResponse']),
      [],
    ],
    ['a check on an exit', check({ on: stepId('end') }), ['check-on-no-message@m']],
    ['a check on nothing', check({ on: stepId('gone') }), ['check-on-no-message@m']],
    [
      'passes out of range',
      around({ ...mail, maxPasses: 5000 }, ['next'], { maxPasses: 0 }),
      ['max-passes-range', 'max-passes-range@m'],
    ],
    [
      'an SLA nobody meets',
      around(step('handoff', { slaMinutes: minutes(5) }), ['accepted', 'missed']),
      ['sla-shorter-than-service@m?'],
    ],
    [
      'a goal on nothing',
      around(mail, ['next'], goal({ on: { kind: 'step', step: stepId('gone') } })),
      ['goal-step-missing'],
    ],
    ['no goal', around(mail, ['next'], { goals: [] }), ['no-goal']],
    [
      'a goal twice',
      around(mail, ['next'], { goals: [empty.settings.goals[0]!, empty.settings.goals[0]!] }),
      ['goal-twice'],
    ],
    [
      'a goal that never comes',
      around(mail, ['next'], goal({ on: { kind: 'rule', rule: { kind: 'any', rules: [] } } })),
      ['goal-never?'],
    ],
    [
      'a goal window of nothing',
      around(mail, ['next'], goal({ window: { minutes: minutes(0), from: 'send' } })),
      ['goal-window-zero?'],
    ],
    [
      'a short goal window',
      draft(
        { w: step('wait', { until: { type: 'duration', minutes: days(10) } }), m: mail, end },
        ['entry-1.next > w', 'w.next > m', 'm.next > end'],
        goal({ window: { minutes: days(7), from: 'entry' } }),
      ),
      ['goal-window-short?'],
    ],
    ['no horizon', around(mail, ['next'], { horizonMinutes: minutes(0) }), ['no-horizon']],
    ['no such zone', around(mail, ['next'], { zone: 'Mars/Base' }), ['zone-unknown']],
    ['no such start', around(mail, ['next'], { start: 'soon' }), ['start-invalid']],
    [
      'two waits',
      draft({ a: step('wait'), b: step('wait'), m: mail, end }, [
        'entry-1.next > a',
        'a.next > b',
        'b.next > m',
        'm.next > end',
      ]),
      ['two-waits@a?'],
    ],
    ['a trailing wait', around(step('wait')), ['trailing-wait@m?']],
    [
      'a wait of nothing',
      draft({ w: step('wait', { until: { type: 'duration', minutes: minutes(0) } }), m: mail, end }, [
        'entry-1.next > w',
        'w.next > m',
        'm.next > end',
      ]),
      ['wait-without-time@w?'],
    ],
    [
      'a wait from 5 to 2',
      draft(
        { w: step('wait', { until: { type: 'random', from: minutes(5), to: minutes(2) } }), m: mail, end },
        ['entry-1.next > w', 'w.next > m', 'm.next > end'],
      ),
      ['wait-range-backwards@w'],
    ],
    ['a branch for nobody', split({ kind: 'any', rules: [] }), ['branch-never-matches@m?']],
    ['no branch', around(step('split', { branches: [] }), ['else']), ['split-without-branches@m?']],
    ['an unfinished condition', split(column('orders', 'is')), ['rule-unfinished@m']],
    [
      'a condition on an exit',
      split({ kind: 'behaviour', did: 'opened', step: stepId('end') }),
      ['rule-on-no-message@m'],
    ],
    [
      'a dead exit',
      draft(
        { c: step('check', { responses: ['converted'] }), end },
        ['entry-1.next > c', 'c.converted > end', 'c.noResponse > end'],
        { exitRules: [{ id: 'x', when: { kind: 'converted' }, mode: 'immediate' }] },
      ),
      ['exit-rule-deadens-check@c?'],
    ],
    [
      'an exit rule for nobody',
      around(mail, ['next'], {
        exitRules: [{ id: 'x', when: { kind: 'rule', rule: { kind: 'any', rules: [] } }, mode: 'stepEnd' }],
      }),
      ['exit-rule-never?'],
    ],
    [
      'preferred without fallback',
      around(step('message', { channel: 'preferred' })),
      ['preferred-without-fallback@m?'],
    ],
    [
      'an empty ladder',
      around(step('escalate', { rungs: [] }), ['sent', 'exhausted']),
      ['escalate-without-rungs@m?'],
    ],
    ['an empty update', around(step('update', { changes: [] })), ['update-without-changes@m?']],
    [
      'hours of nothing',
      draft(
        {
          e: step('entry', {
            trigger: { type: 'events', event: 'x', perDay: 5, hourProfile: new Array<number>(24).fill(0) },
          }),
          end,
        },
        ['e.next > end'],
      ),
      ['hour-profile-empty@e'],
    ],
    [
      'a budget of nothing',
      around(mail),
      ['budget-empty@m?'],
      { policies: { ...NO_POLICIES, budgets: [{ channel: 'email', amount: money(0) }] } },
    ],
    ['no policies', around(mail), [], { policies: NO_POLICIES }],
  ];
  test.each(cases)('%s', (_, journey, expected, given) =>
    expect(problemCodes(journey, given)).toEqual(expected),
  );

  test.each(cases)('%s: its fixes apply, and mend it', (_, journey, _expected, given) => {
    for (const { code, step: at, words, fix } of findProblems(journey, given)) {
      expect(words).toMatch(/[.]$/);
      if (!fix) continue;
      const mended = findProblems(applyEdit(journey, fix).journey, given);
      expect(mended.filter((problem) => problem.code === code && problem.step === at)).toEqual([]);
    }
  });
});

test('errors come first', () => {
  const severities = findProblems(draft({ a: mail, b: mail }, ['a.next > a'])).map(isError);
  expect(severities).toEqual([...severities].sort((x, y) => Number(y) - Number(x)));
});

test('links of an inherited name lead nowhere', () => {
  const journey = draft({ end }, ['entry-1.next > toEnd']);
  const links = { ...journey.links, [stepId('entry-1')]: { next: 'toString' } } as Journey['links'];
  expect(problemCodes({ ...journey, links })).toContain('link-to-nothing@entry-1');
});
