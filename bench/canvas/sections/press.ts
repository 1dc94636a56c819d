import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../../.ci/chromium.mjs';
import { serve } from '../../../.ci/serve.mjs';
import { parseJourney } from '../../../src/journey/format.ts';
import type { Section } from '../../measure.ts';
import { focusDays } from '../actions.ts';
import { APP_FOLDER, openApp } from '../pages.ts';
import { median, quantile } from '../quantile.ts';

const SAMPLE = 'public/samples/orchestration.journey.json';
const WAIT = 'nurture-wait';
/** The first ones warm the code up, as the first seconds of editing do. */
const WARMING = 10;
const PRESSES = 40;
const GOAL_MS = 100;
const BETWEEN_MS = 250;

export const press: Section = {
  title: 'from a key press in a wait’s number box to the new forecast of 20 000 contacts on the screen',
  run: async () => {
    const parsed = parseJourney(readFileSync(SAMPLE, 'utf8'));
    if (!parsed.ok) throw new Error(`${SAMPLE} cannot be read`);
    const server = await serve({ folder: APP_FOLDER });
    const browser = await chromium.launch(chromiumLaunch());
    try {
      const page = await openApp(browser, server.address, parsed.journey, { step: WAIT });
      await focusDays(page);
      const times: number[] = [];
      for (let at = 0; at < WARMING + PRESSES; at++) {
        await page.keyboard.press(at % 2 === 0 ? '5' : 'Backspace');
        await page.waitForTimeout(BETWEEN_MS);
        const taken = await page.evaluate<number[]>('window.bench.takePresses()');
        if (taken.length !== 1) throw new Error(`a press was answered by ${taken.length} forecasts`);
        times.push(...taken);
      }
      const counted = times.slice(WARMING);
      const figures = { medianMs: median(counted), p95Ms: quantile(counted, 0.95) };
      console.log(
        `${counted.length} presses: median ${figures.medianMs.toFixed(0)} ms, 95 of 100 within ${figures.p95Ms.toFixed(0)} ms; the goal is ${GOAL_MS} ms`,
      );
      return figures;
    } finally {
      await browser.close();
      server.close();
    }
  },
};
