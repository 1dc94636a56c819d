import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import { behavesAlike } from '../../src/journey/behavesAlike.ts';
import type { Edit } from '../../src/journey/edits.ts';
import { stepId } from '../../src/journey/ids.ts';
import { days, hours } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';

const [wait, mail, end] = [stepId('wait'), stepId('mail'), stepId('end')] as const;
const journey = draft({ wait: step('wait'), mail: step('message'), end: step('exit') }, [
  'entry-1.next > wait',
  'wait.next > mail',
  'mail.next > end',
]);
const after = (edit: Edit) => applyEdit(journey, edit).journey;

/** The same document as another program may have written it. */
function turned<T>(value: T): T;
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => turned(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, turned(part)]),
  );
}

describe('journeys behave alike', () => {
  it('in whatever order their parts are written', () => {
    const other = turned(journey);
    expect(Object.keys(other.steps)).not.toEqual(Object.keys(journey.steps));
    expect(behavesAlike(journey, other)).toBe(true);
  });

  it.each<[string, Edit]>([
    ['name', { type: 'rename', name: 'Another', brief: 'For eyes only' }],
    ['places', { type: 'moveSteps', to: { [mail]: { x: 999, y: 9 } } }],
  ])('whatever their %s', (_, edit) => {
    expect(after(edit)).not.toEqual(journey);
    expect(behavesAlike(journey, after(edit))).toBe(true);
  });
});

it.each<[string, Edit]>([
  [
    'step is another',
    {
      type: 'changeStep',
      id: wait,
      step: step('wait', { until: { type: 'duration', minutes: days(30) } }),
    },
  ],
  ['step is gone', { type: 'removeSteps', ids: [mail] }],
  ['link leads elsewhere', { type: 'connect', from: wait, exit: 'next', to: end }],
  ['link is gone', { type: 'disconnect', from: mail, exit: 'next' }],
  [
    'setting is another',
    { type: 'changeSettings', settings: { ...journey.settings, horizonMinutes: hours(1) } },
  ],
])('journeys do not behave alike where a %s', (_, edit) => {
  expect(behavesAlike(journey, after(edit))).toBe(false);
  expect(behavesAlike(after(edit), journey)).toBe(false);
});
