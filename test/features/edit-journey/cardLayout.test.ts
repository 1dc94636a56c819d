import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CARD_WIDTH, cardHeight, HEAD_HEIGHT } from '../../../src/features/edit-journey/cardLayout.ts';
import { step } from '../../support/draftJourney.ts';

const FORMAT = readFileSync(new URL('../../../docs/journey-format.md', import.meta.url), 'utf8');

it('is as large as the page about the format says', () => {
  const said = /cards are (\d+) × (\d+), with several exits (\d+) and (\d+) for each of them higher/.exec(
    FORMAT,
  );
  const [width, height, foot, exit] = (said ?? []).slice(1).map(Number);
  expect([width, height]).toEqual([CARD_WIDTH, HEAD_HEIGHT]);
  expect(cardHeight(step('message'))).toBe(height);
  const check = step('check', { responses: ['clicked', 'opened'] });
  expect(cardHeight(check)).toBe((height ?? 0) + (foot ?? 0) + 3 * (exit ?? 0));
});
