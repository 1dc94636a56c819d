import type { Page } from '@playwright/test';

/** What is done to both pages, by the pointer and the keyboard of the browser. `way` turns around each time, so that things stay in place. */
export type Act = (page: Page, way: 1 | -1) => Promise<void>;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The step that is dragged and edited. */
export const STEP = 'c0-pause';
const MOVES = 90;
const EDITS = 20;
/** Between two presses: a quick typist's pace, and longer than a forecast. */
const BETWEEN_MS = 100;
const ANSWERED_MS = 1500;

/** Drags the empty canvas out to one side and back. */
export const pan: Act = async (page, way) => {
  const from = await page.evaluate<Point | undefined>('window.bench.blank()');
  if (!from) throw new Error('no empty place on the canvas');
  await drawn(page, from, (at) => {
    const out = Math.min(at, MOVES - at);
    return { x: from.x - way * out * 7, y: from.y + way * out * 2 };
  });
};

/** Drags a step along an arc; a new place with every move. */
export const drag: Act = async (page, way) => {
  const box = await page.locator(`.react-flow__node[data-id="${STEP}"]`).boundingBox();
  if (!box) throw new Error('the step is not on the screen');
  const from = { x: box.x + box.width / 2, y: box.y + 20 };
  await drawn(page, from, (at) => ({
    x: from.x + way * at * 2,
    y: from.y + way * Math.round(Math.sin((at / MOVES) * Math.PI) * 120),
  }));
};

async function drawn(page: Page, from: Point, place: (at: number) => Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let at = 1; at <= MOVES; at++) {
    const { x, y } = place(at);
    await page.mouse.move(x, y);
  }
  await page.mouse.up();
}

/** Changes the days of a wait by typing a digit and taking it back. */
export const edit: Act = async (page) => {
  await focusDays(page);
  for (let at = 0; at < EDITS; at++) {
    await page.keyboard.press(at % 2 === 0 ? '5' : 'Backspace');
    await page.waitForTimeout(BETWEEN_MS);
  }
};

/** One change that is waited for until its numbers stand. */
export async function change(page: Page, key: '5' | 'Backspace'): Promise<void> {
  await page.bringToFront();
  await focusDays(page);
  await page.keyboard.press(key);
  await page.waitForTimeout(ANSWERED_MS);
}

/** The number box of the form, or the one that stands beside React Flow alone. */
export async function focusDays(page: Page): Promise<void> {
  const box = page.locator('[data-form] input[inputmode="decimal"], input[aria-label="Days"]').first();
  await box.focus();
  await page.keyboard.press('End');
}
