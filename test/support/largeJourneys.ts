import type { Journey } from '../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../src/journey/steps/index.ts';
import { days } from '../../src/journey/units.ts';
import { asks } from './doubtfulJourneys.ts';
import { branchOf, draft, step } from './draftJourney.ts';

const split = step('split', {
  branches: [branchOf('b0', asks('intent', 'is', 'high')), branchOf('b1', asks('orders', 'atLeast', 3))],
});
const wait = step('wait', { until: { type: 'duration', minutes: days(1) } });
const text = { subject: 'For {{plan|you}}', body: 'See https://example.com and {{first_name}}' };

/** A kind of journey per name, each of `size` steps: what the linter has most work with. */
export function large(size: number): readonly [string, Journey][] {
  const all = (of: (at: number) => Step) => Array.from({ length: size }, (_, at) => of(at));
  return [
    [
      'mixed',
      joined(
        all((at) => MIXED[at % MIXED.length] ?? wait),
        7,
      ),
    ],
    [
      'messages in a row',
      joined(
        all(() => step('message', { content: text })),
        1,
      ),
    ],
    [
      'waits in a row',
      joined(
        all(() => wait),
        1,
      ),
    ],
    [
      'splits',
      joined(
        all(() => split),
        13,
      ),
    ],
    ['steps nobody reaches', draft(Object.fromEntries(all(() => wait).map((one, at) => [`s${at}`, one])))],
    [
      'waits before one exit',
      draft(
        { ...Object.fromEntries(all(() => wait).map((one, at) => [`s${at}`, one])), end: step('exit') },
        all(() => wait).map((_, at) => `s${at}.next > end`),
      ),
    ],
    [
      'one large loop',
      joined(
        all((at) => (at % 2 === 0 ? step('message') : step('update'))),
        size - 1,
      ),
    ],
  ];
}

const MIXED: readonly Step[] = [
  step('message', { content: text }),
  wait,
  split,
  step('check', { responses: ['clicked'] }),
  step('message', { channel: 'sms' }),
  step('wait', { until: { type: 'timeOfDay', at: '02:30' } }),
  step('experiment'),
  step('escalate'),
  step('update'),
  step('handoff'),
  step('check', { responses: ['opened'], windowMinutes: days(0) }),
];

/** Each step leads to the next; every other exit leads `jump` steps on, or round. */
function joined(steps: readonly Step[], jump: number): Journey {
  const links = steps.flatMap((one, at) =>
    exitsOf(one).map((exit, n) => `s${at}.${exit} > s${(at + (n === 0 ? 1 : n * jump)) % steps.length}`),
  );
  return draft(Object.fromEntries(steps.map((one, at) => [`s${at}`, one])), ['entry-1.next > s0', ...links]);
}
