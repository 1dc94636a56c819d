import { expect, test } from 'vitest';
import type { Journey } from '../../../src/journey/journey.ts';
import { type FrequencyCap, NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import { findPolicyProblems } from '../../../src/journey/problems/policies.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, minutes, money } from '../../../src/journey/units.ts';
import { draft, step } from '../../support/draftJourney.ts';

const end = step('exit');
const mail = step('message');
const sms = step('message', { channel: 'sms' });
const receipt = step('message', { transactional: true });

const codes = (journey: Journey, policies: Partial<Policies>) =>
  findPolicyProblems(journey, { policies: { ...NO_POLICIES, ...policies } }).map(
    ({ code, severity, step: at }) => `${code}@${at ?? ''}${severity === 'warning' ? '?' : ''}`,
  );

const cap = (own: Partial<FrequencyCap> = {}): FrequencyCap => ({
  id: 'cap',
  max: 1,
  window: { kind: 'calendar', unit: 'day' },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
  ...own,
});

/** Entry → the steps in a row → exit. */
const row = (...steps: readonly Step[]) =>
  draft({ ...Object.fromEntries(steps.map((one, n) => [`s${n}`, one])), end }, [
    'entry-1.next > s0',
    ...steps.map((_, n) => `s${n}.next > ${n + 1 < steps.length ? `s${n + 1}` : 'end'}`),
  ]);
const hold: Partial<Policies> = { quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' } };
const promo = step('message', { tags: ['promo'] });
const always = (...at: number[]) => at.map((n) => `cap-always-full@s${n}?`);

const cases: readonly [string, Journey, Partial<Policies>, readonly string[]][] = [
  ['one message of one', row(mail), { caps: [cap()] }, []],
  ['the second of one', row(mail, mail), { caps: [cap()] }, always(1)],
  ['the third and fourth of two', row(mail, mail, mail, mail), { caps: [cap({ max: 2 })] }, always(2, 3)],
  [
    'steps between that take no time',
    row(mail, step('update'), step('goal'), mail),
    { caps: [cap()] },
    always(3),
  ],
  ['a wait between', row(mail, step('wait'), mail), { caps: [cap()] }, []],
  [
    'a wait between that is switched off',
    row(mail, step('wait', { disabled: true }), mail),
    { caps: [cap()] },
    always(2),
  ],
  ['another channel before, which may be closed', row(sms, mail), { caps: [cap()] }, []],
  ['another channel between', row(mail, sms, mail), { caps: [cap()] }, always(2)],
  ['another channel between, which may be held', row(mail, sms, mail), { caps: [cap()], ...hold }, []],
  ['held together', row(mail, mail), { caps: [cap()], ...hold }, always(1)],
  [
    'held until given up',
    row(mail, mail),
    { caps: [cap()], quietHours: { from: '09:00', until: '09:00', onQuiet: 'hold' } },
    ['quiet-all-day@s0?'],
  ],
  ['a receipt before', row(receipt, mail), { caps: [cap()] }, []],
  ['a receipt after', row(mail, receipt), { caps: [cap()] }, []],
  ['before one that does not count', row({ ...mail, countsTowardCaps: false }, mail), { caps: [cap()] }, []],
  ['after one that does not obey', row({ ...mail, obeysCaps: false }, mail), { caps: [cap()] }, always(1)],
  ['one that does not obey', row(mail, { ...mail, obeysCaps: false }), { caps: [cap()] }, []],
  ['one that is switched off', row(mail, { ...mail, disabled: true }), { caps: [cap()] }, []],
  ['after one that is switched off', row({ ...mail, disabled: true }, mail), { caps: [cap()] }, []],
  ['of a tag', row(promo, promo), { caps: [cap({ scope: { tags: ['promo'] } })] }, always(1)],
  ['of another tag', row(mail, mail), { caps: [cap({ scope: { tags: ['promo'] } })] }, []],
  ['of a channel', row(mail, mail), { caps: [cap({ scope: { channels: ['email'] } })] }, always(1)],
  [
    'before one that another cap may have stopped',
    row(promo, mail),
    { caps: [cap(), cap({ id: 'promo', max: 5, scope: { tags: ['promo'] } })] },
    [],
  ],
  [
    'after one that fewer caps can stop',
    row(mail, promo),
    { caps: [cap(), cap({ id: 'promo', max: 5, scope: { tags: ['promo'] } })] },
    always(1),
  ],
  ['that take contacts out', row(mail, mail), { caps: [cap({ onCap: { kind: 'exit' } })] }, always(1)],
  ['that hold', row(mail, mail), { caps: [cap({ onCap: { kind: 'retry', minutes: days(2) } })] }, []],
  [
    'where a budget may stop the first',
    row(mail, mail),
    { caps: [cap()], budgets: [{ channel: 'email', amount: money(5) }] },
    [],
  ],
  [
    'where the first may wait for its turn',
    row(mail, mail),
    { caps: [cap()], rateLimits: [{ channel: 'email', max: 1, perMinutes: minutes(1) }] },
    [],
  ],
  [
    'in a transactional journey',
    { ...row(mail, mail), settings: { ...row(mail).settings, transactional: true } },
    { caps: [cap()] },
    [],
  ],
  [
    'on one of two ways',
    draft({ x: step('split'), a: mail, b: mail, end }, [
      'entry-1.next > x',
      'x.branch-1 > a',
      'x.else > b',
      'a.next > b',
      'b.next > end',
    ]),
    { caps: [cap()] },
    [],
  ],
  [
    'on both ways',
    draft({ x: step('split'), a: mail, c: mail, b: mail, end }, [
      'entry-1.next > x',
      'x.branch-1 > a',
      'x.else > c',
      'a.next > b',
      'c.next > b',
      'b.next > end',
    ]),
    { caps: [cap()] },
    ['cap-always-full@b?'],
  ],
  [
    'round a loop with a wait',
    draft({ a: mail, w: step('check'), end }, [
      'entry-1.next > a',
      'a.next > w',
      'w.clicked > end',
      'w.noResponse > a',
    ]),
    { caps: [cap()] },
    [],
  ],
  [
    'round a loop without time, which is told elsewhere',
    draft({ a: mail, b: mail }, ['entry-1.next > a', 'a.next > b', 'b.next > a']),
    { caps: [cap()] },
    [],
  ],
];
test.each(cases)('%s', (_, journey, policies, expected) =>
  expect(codes(journey, policies)).toEqual(expected),
);

test('say how many, under which cap, and what becomes of it', () => {
  const words = (own: Partial<FrequencyCap>) =>
    findPolicyProblems(row(mail, mail, mail), {
      policies: { ...NO_POLICIES, caps: [cap({ max: 2, ...own })] },
    })[0]!.words;
  expect(words({})).toBe(
    'This message always meets a full cap: 2 others go out in the same minute before it and “cap” allows 2 a day, so it is never sent. Put a wait before it, or take one out.',
  );
  expect(words({ window: { kind: 'rolling', minutes: days(7) }, onCap: { kind: 'exit' } })).toContain(
    'allows 2 in any 7 days, so contacts always leave the journey here',
  );
});

test('are mended by a wait until there is room, where there is one way in and time enough', () => {
  const fixOf = (journey: Journey, own: Partial<FrequencyCap>) =>
    findPolicyProblems(journey, { policies: { ...NO_POLICIES, caps: [cap(own)] } })[0]!.fix;
  const month = { window: { kind: 'calendar', unit: 'month' } } as const;
  expect(fixOf(row(mail, mail), month)).toMatchObject({
    type: 'spliceStep',
    from: 's0',
    exit: 'next',
    step: { kind: 'wait', until: { type: 'duration', minutes: days(31) } },
  });
  const short = { ...row(mail, mail), settings: { ...row(mail).settings, horizonMinutes: days(31) } };
  expect(fixOf(short, month)).toBeUndefined();
});
