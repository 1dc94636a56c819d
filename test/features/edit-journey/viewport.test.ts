import { expect, it } from 'vitest';
import { CARD_WIDTH } from '../../../src/features/edit-journey/cardLayout.ts';
import { showStart } from '../../../src/features/edit-journey/viewport.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { smallJourney } from '../../support/smallJourney.ts';

it('shows all of a journey that can be read as a whole', () => {
  const { x, zoom } = showStart(smallJourney(), 1600, 700);
  expect(zoom).toBe(1);
  expect(x).toBe((1600 - 1200) / 2);
});

const widths = [390, 744, 1120, 1160, 1300, 1680];
const wide = SAMPLE_NAMES.flatMap((name) => widths.map((width) => [name, width] as const));

it.each(wide)('shows that %s goes on behind an edge %i wide by a card that the edge cuts', (name, width) => {
  const journey = openSample(name);
  const { x, zoom } = showStart(journey, width, 700);
  const ends = Object.values(journey.layout).map(({ x: left }) => (left + CARD_WIDTH) * zoom + x);
  if (Math.max(...ends) <= width) return;
  expect(zoom).toBeGreaterThanOrEqual(0.72);
  expect(zoom).toBeLessThan(0.9);
  const seen = ends.map((end) => 1 - (end - width) / (CARD_WIDTH * zoom));
  expect(seen.some((part) => part >= 0.25 && part <= 0.75)).toBe(true);
});
