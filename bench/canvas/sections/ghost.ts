import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../../.ci/chromium.mjs';
import { serve } from '../../../.ci/serve.mjs';
import { parseJourney } from '../../../src/journey/format.ts';
import type { Section } from '../../measure.ts';
import { APP_FOLDER, openApp } from '../pages.ts';
import { median } from '../quantile.ts';
import { traced } from '../trace.ts';

const SAMPLE = 'public/samples/orchestration.journey.json';
const WAIT = 'nurture-wait';
const ROUNDS = 5;
const MOVES = 240;
const MOVE_MS = 16;

/** The text of the forecast's figures, noted whenever it becomes another while the slider is held. */
const WATCH = `(() => {
  const strip = document.querySelector('[data-tour="forecast"]');
  const seen = { values: 0, ghosts: 0, last: '' };
  window.ghostSeen = seen;
  new MutationObserver(() => {
    const now = strip.innerText;
    if (now === seen.last) return;
    seen.last = now;
    seen.values++;
    if (strip.querySelector('[data-turn]')) seen.ghosts++;
  }).observe(strip, { subtree: true, childList: true, characterData: true });
})()`;

export const ghost: Section = {
  title:
    'the ghost: a wait’s slider held and moved for four seconds, the forecast of 20 000 contacts following',
  run: async () => {
    const parsed = parseJourney(readFileSync(SAMPLE, 'utf8'));
    if (!parsed.ok) throw new Error(`${SAMPLE} cannot be read`);
    const server = await serve({ folder: APP_FOLDER });
    const browser = await chromium.launch(chromiumLaunch());
    try {
      const page = await openApp(browser, server.address, parsed.journey, { step: WAIT });
      await page.evaluate(WATCH);
      const perSecond: number[] = [];
      const perFrame: number[] = [];
      const inTime: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await page.evaluate('Object.assign(window.ghostSeen, { values: 0, ghosts: 0 })');
        const cost = await traced(browser, page, () => hold(page));
        const seen = await page.evaluate<{ values: number; ghosts: number }>('window.ghostSeen');
        if (seen.ghosts === 0) throw new Error('the paired difference was never shown');
        perSecond.push((1000 * seen.values) / cost.heldMs);
        perFrame.push(cost.taskMs / cost.frames);
        inTime.push(cost.within / cost.frames);
      }
      const figures = {
        updatesPerSecond: median(perSecond),
        taskMsPerFrame: median(perFrame),
        framesInTime: median(inTime),
      };
      console.log(
        `${ROUNDS} rounds: ${figures.updatesPerSecond.toFixed(1)} new forecasts a second on the screen, ${figures.taskMsPerFrame.toFixed(1)} ms of the main thread per frame, ${(figures.framesInTime * 100).toFixed(0)} % of frames in time (medians)`,
      );
      return figures;
    } finally {
      await browser.close();
      server.close();
    }
  },
};

/** Back and forth over the whole slider. */
async function hold(page: Page): Promise<void> {
  const box = await page.locator('input[type="range"]').first().boundingBox();
  if (!box) throw new Error('the wait has no slider');
  const at = (move: number) => box.x + 8 + ((1 - Math.cos((move / 60) * Math.PI)) / 2) * (box.width - 16);
  await page.mouse.move(at(0), box.y + box.height / 2);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    await page.mouse.move(at(move), box.y + box.height / 2);
    await page.waitForTimeout(MOVE_MS);
  }
  await page.mouse.up();
}
