import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openSample } from '../support/samples.ts';
import { play, runUntil, type Played } from '../support/played.ts';
import { boxOf, figure, guard } from './support/page.ts';

const PLAYED: Played = { rows: 100_000, contacts: 2_000 };
const DAY = 1440;
/** Ten times over the run, most of them while many are inside. */
const SCRUB_TIMES = [
  0,
  600,
  DAY,
  1.5 * DAY,
  3 * DAY + 60,
  4 * DAY,
  5 * DAY + 481,
  8 * DAY,
  20 * DAY,
  90 * DAY - 1,
];

const player = (page: Page) => page.getByRole('region', { name: 'Player' });
const scrubber = (page: Page) => player(page).getByRole('slider');
const follow = (page: Page) => page.getByRole('region', { name: 'Follow one contact' });

async function openPlayer(page: Page): Promise<void> {
  guard(page);
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  await page.getByRole('button', { name: 'Play the run' }).click();
  await expect(scrubber(page)).toBeVisible();
}

async function pause(page: Page): Promise<void> {
  await player(page)
    .getByRole('button', { name: /^Pause/ })
    .click();
}

/** Numbers on the cards, by step; nobody stays on those where the journey ends, which say how many left there. */
async function onCards(page: Page): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(
    await page
      .locator('.react-flow__node-step')
      .evaluateAll((cards) =>
        cards.map((card) => [
          card.getAttribute('data-id') ?? '',
          / left here/.test(card.textContent)
            ? 0
            : Number((card.textContent.match(/([\d\s\u202f]+) here/)?.[1] ?? 'NaN').replace(/\D/g, '')),
        ]),
      ),
  );
}

test('at ten times the numbers on the cards are those of a run that ends then', async ({ page }) => {
  await openPlayer(page);
  await pause(page);
  const run = play(openSample('orchestration'), PLAYED);
  if (!run) throw new Error('the sample cannot run');
  const { steps } = run.program.journeys[0]!;
  for (const minute of SCRUB_TIMES) {
    await scrubber(page).fill(String(minute));
    const { inFlight } = runUntil(run, minute, PLAYED);
    const counted = Object.fromEntries(steps.map(({ id }, place) => [id, inFlight[place]]));
    expect([minute, await onCards(page)]).toEqual([minute, counted]);
  }
});

test('the player stands where the forecast stood, plays, and gives everything back', async ({ page }) => {
  await openPlayer(page);
  await expect(page.getByText(/^Playing 2.000 of 100.000 contacts · Sample audience$/)).toBeVisible();
  const bar = await boxOf(player(page));
  const before = Number(await scrubber(page).inputValue());
  await expect.poll(async () => Number(await scrubber(page).inputValue())).toBeGreaterThan(before + 600);
  await page.keyboard.press('Space');
  await expect(player(page).getByRole('button', { name: /^Play/ })).toBeVisible();
  await expect(player(page).getByRole('status')).toContainText(/day \d+ of 90\. .* inside, .* have left/);
  const undoable = page.getByRole('button', { name: 'Undo' });
  const isDisabled = await undoable.isDisabled();
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 300 } });
  for (const key of ['Delete', 'a', 'd', 'Control+a', 'Delete']) await page.keyboard.press(key);
  expect(await undoable.isDisabled()).toBe(isDisabled);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Forecast' })).toBeVisible();
  expect((await boxOf(page.getByRole('region', { name: 'Forecast' }))).top).toBe(bar.top);
  await expect(page.getByRole('button', { name: 'Play the run' })).toBeFocused();
});

test('dots follow the links: while many move there is paint along the ribbons, and none when all have landed', async ({
  page,
}) => {
  await openPlayer(page);
  const painted = () =>
    page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [canvas.width, canvas.height];
      const context = copy.getContext('2d', { willReadFrequently: true });
      context?.drawImage(canvas, 0, 0);
      const pixels = context?.getImageData(0, 0, copy.width, copy.height).data;
      return pixels?.filter((value, at) => at % 4 === 3 && value > 0).length ?? 0;
    });
  await expect.poll(painted).toBeGreaterThan(2_000);
  await pause(page);
  // At the end nobody stands anywhere.
  await scrubber(page).fill(String(90 * DAY));
  await expect.poll(painted).toBe(0);
});

test('one contact is followed to the end', async ({ page }) => {
  await openPlayer(page);
  await pause(page);
  await player(page).getByRole('button', { name: 'Follow one contact' }).click();
  await follow(page).getByRole('combobox', { name: 'Show first' }).selectOption({ label: 'Converted' });
  await follow(page)
    .getByRole('button', { name: /^Contact .* converted/ })
    .first()
    .click();
  const lines = follow(page).getByRole('list').getByRole('button');
  await expect(lines.first()).toContainText('Enters the journey');
  const all = await lines.allInnerTexts();
  expect(all.some((line) => /Converts.*\$\d/.test(line))).toBe(true);
  expect(all.some((line) => line.includes('Leaves the journey'))).toBe(true);
  for (let at = 0; at < all.length; at += 1) {
    await lines.nth(at).press('Enter');
    await expect(follow(page).locator('[aria-current="time"]')).toHaveCount(1);
  }
  await expect(lines.last()).toHaveAttribute('aria-current', 'time');
  await expect(page.locator('.react-flow__node[data-dimmed]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(follow(page)).toHaveCount(0);
  await expect(page.locator('[data-dimmed]')).toHaveCount(0);
  await expect(player(page)).toBeVisible();
});

test('for those who want no movement it goes on in steps, once a second', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPlayer(page);
  await expect(player(page).getByRole('combobox', { name: 'Speed' })).toContainText('1 day a step');
  const times = await scrubber(page).evaluate(
    (slider: HTMLInputElement) =>
      new Promise<string[]>((resolve) => {
        const seen = [slider.value];
        const began = performance.now();
        const look = () => {
          if (slider.value !== seen.at(-1)) seen.push(slider.value);
          if (performance.now() - began > 3_500) resolve(seen);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  expect(times.length).toBeGreaterThanOrEqual(3);
  expect(times.length).toBeLessThanOrEqual(5);
  times.slice(1).forEach((time, at) => expect(Number(time) - Number(times[at])).toBeGreaterThanOrEqual(DAY));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the player, and nothing runs over the edge: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openPlayer(page);
    await pause(page);
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await examine(page, `player, ${viewport.width} wide`);
      await player(page).getByRole('button', { name: 'Follow one contact' }).click();
      await examine(page, `contacts, ${viewport.width} wide`);
      await follow(page)
        .getByRole('button', { name: /^Contact/ })
        .first()
        .click();
      await examine(page, `story, ${viewport.width} wide`);
      await follow(page).getByRole('button', { name: 'Close the list of contacts' }).click();
    }
  });
}

async function examine(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
  );
  expect.soft(found, what).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${what} runs over the edge`).toBeLessThanOrEqual(0);
}
