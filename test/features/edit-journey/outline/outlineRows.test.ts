import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutlineRow } from '../../../../src/features/edit-journey/outline/outlineRows.ts';
import { outlineRows, visibleRows } from '../../../../src/features/edit-journey/outline/outlineRows.ts';
import { exitsOf } from '../../../../src/journey/steps/index.ts';
import { draft, step } from '../../../support/draftJourney.ts';
import { runnableJourney } from '../../../support/randomJourney.ts';

const journey = draft(
  {
    mail: step('message'),
    check: step('check', { responses: ['clicked'] }),
    goal: step('goal'),
    ladder: step('escalate'),
    loose: step('wait'),
  },
  [
    'entry-1.next > mail',
    'mail.next > check',
    'check.clicked > goal',
    'check.noResponse > ladder',
    'ladder.sent > check',
  ],
);
const shown = (row: OutlineRow) =>
  `${'  '.repeat(row.level - 1)}${row.kind === 'way' ? `${row.exit.exit}:` : row.kind === 'again' ? `→ ${row.id}` : row.id}`;

it('lists a chain flat, ways out one deeper, and refers to steps that have a line already', () => {
  expect(outlineRows(journey).map(shown)).toEqual([
    'entry-1',
    'mail',
    'check',
    '  clicked:',
    '    goal',
    '  noResponse:',
    '    ladder',
    '      sent:',
    '        → check',
    '      exhausted:',
    'loose',
  ]);
});

it('hides everything below a closed line', () => {
  const rows = visibleRows(outlineRows(journey), new Set(['way.check.noResponse']));
  expect(rows.map(shown)).toEqual([
    'entry-1',
    'mail',
    'check',
    '  clicked:',
    '    goal',
    '  noResponse:',
    'loose',
  ]);
});

it('gives every step one line and every way out of several one line, whatever the journey', () => {
  fc.assert(
    fc.property(runnableJourney, (any) => {
      const rows = outlineRows(any);
      const steps = rows.flatMap((row) => (row.kind === 'step' ? [row.id] : []));
      expect(steps.toSorted()).toEqual(Object.keys(any.steps).toSorted());
      const ways = Object.values(any.steps).reduce((sum, one) => {
        const exits = exitsOf(one).length;
        return sum + (exits > 1 ? exits : 0);
      }, 0);
      expect(rows.filter(({ kind }) => kind === 'way')).toHaveLength(ways);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }),
    { seed: 5, numRuns: 100 },
  );
});
