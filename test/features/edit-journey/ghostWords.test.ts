import { expect, it } from 'vitest';
import type { Difference } from '../../../src/analytics/comparePaired.ts';
import type { PairedMetric } from '../../../src/analytics/report.ts';
import { ghostWords } from '../../../src/features/edit-journey/ghost/ghostWords.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../src/i18n/useFormat.ts';

const format = formatsFor('en');

function words(metric: PairedMetric, by: Difference['by'], chanceHigher: number) {
  const certain = by.low > 0 || by.high < 0;
  const same = by.value === 0 && by.low === 0 && by.high === 0;
  return ghostWords(
    metric,
    { by, chanceHigher, certain, same },
    { t: i18n.t, format, print: (value) => format.number(value) },
  );
}

const up = { value: 1240, low: 1100, high: 1380 };
const down = { value: -1240, low: -1380, high: -1100 };

it.each([
  ['profit', up, 0.97, 'better', '+1 240 better', '+1 240, better in 97.0 % of launches'],
  ['profit', down, 0.03, 'worse', '−1 240 worse', '−1 240, worse in 97.0 % of launches'],
  ['cost', up, 0.97, 'worse', '+1 240 worse', '+1 240, worse in 97.0 % of launches'],
  ['cost', down, 0.03, 'better', '−1 240 better', '−1 240, better in 97.0 % of launches'],
  ['unsubscribed', down, 0, 'better', '−1 240 better', '−1 240, better in > 99.9 % of launches'],
] as const)('%s by %j is said', (metric, by, chance, turn, short, whole) => {
  const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');
  const said = words(metric, by, chance);
  expect([said.turn, plain(said.short), plain(said.whole)]).toEqual([turn, short, whole]);
});

it('calls better or worse nothing that may be luck, and says what it came to all the same', () => {
  const said = words('profit', { value: 40, low: -20, high: 100 }, 0.9);
  expect([said.turn, said.short, said.whole]).toEqual(['unclear', 'no clear change', 'no clear change']);
  expect(said.question).toContain('+40 (95 % interval −20 to +100)');
});

it('says where nothing changed for anybody', () => {
  expect(words('revenue', { value: 0, low: 0, high: 0 }, 0.5)).toMatchObject({
    turn: 'same',
    short: 'unchanged',
  });
});

it('gives a zero no sign', () => {
  expect(words('profit', { value: 0.2, low: 0.1, high: 0.3 }, 0.9).short).toBe('0 better');
});
