import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../.ci/chromium.mjs';
import type { Section } from '../measure.ts';

/** Built by `npm run bench:engine` beside this program. */
const FOLDER = '.cache/bench/forecast';
const ORIGIN = 'http://forecast.test';
const FORECASTS = 60;
/** Left out: the first ones open the audience and warm the code up, as the first seconds of editing do. */
const WARMING = 20;

/** What bench/forecast/page.ts answers. */
interface ForecastTimes {
  readonly milliseconds: readonly number[];
  readonly contacts: number;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export const forecast: Section = {
  title: 'forecasts of 20 000 contacts in Chromium, from asking to the report, worker round trip included',
  run: async () => {
    const browser = await chromium.launch(chromiumLaunch());
    try {
      const page = await browser.newPage();
      await page.context().route(`${ORIGIN}/**`, (route) => {
        const path = new URL(route.request().url()).pathname;
        const file = path === '/' ? '/index.html' : path;
        return route.fulfill({
          body: readFileSync(FOLDER + file),
          contentType: TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        });
      });
      await page.goto(`${ORIGIN}/`);
      await page.waitForFunction('window.forecasts');
      const times = await page.evaluate<ForecastTimes>(`window.forecasts(${FORECASTS})`);
      if (times.contacts !== 20_000) throw new Error(`a forecast ran ${times.contacts} contacts`);
      const sorted = times.milliseconds.slice(WARMING).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
      const figures = {
        medianMs: at(0.5),
        ninetiethMs: at(0.9),
        shortestMs: at(0),
        firstMs: times.milliseconds[0]!,
      };
      console.log(
        `${sorted.length} forecasts: median ${figures.medianMs.toFixed(1)} ms, nine of ten within ${figures.ninetiethMs.toFixed(1)} ms, shortest ${figures.shortestMs.toFixed(1)} ms; the very first, cold, ${figures.firstMs.toFixed(0)} ms`,
      );
      return figures;
    } finally {
      await browser.close();
    }
  },
};
