import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../../.ci/chromium.mjs';
import { serve } from '../../../.ci/serve.mjs';
import type { Section } from '../../measure.ts';
import { countBytes } from '../countBytes.ts';
import { APP_FOLDER, openPage } from '../pages.ts';
import { median } from '../quantile.ts';

const VISITS = 5;
const GOAL_KILOBYTES = 350;

export const first: Section = {
  title: 'from the address to the first finished forecast, nothing cached',
  run: async () => {
    const server = await serve({ folder: APP_FOLDER });
    const counter = await countBytes(new URL(server.address));
    const times: number[] = [];
    const kilobytes: number[] = [];
    try {
      for (let visit = 0; visit < VISITS; visit++) {
        const browser = await chromium.launch(chromiumLaunch());
        try {
          const before = counter.bytes();
          const page = await openPage(browser, counter.address);
          times.push(await page.evaluate<number>('window.bench.first'));
          kilobytes.push((counter.bytes() - before) / 1024);
        } finally {
          await browser.close();
        }
      }
    } finally {
      counter.close();
      server.close();
    }
    const figures = { medianMs: median(times), kilobytes: median(kilobytes) };
    console.log(
      `${VISITS} visits, each in a new browser: median ${figures.medianMs.toFixed(0)} ms; ` +
        `${figures.kilobytes.toFixed(0)} kB with all headers until then; the goal is under ${GOAL_KILOBYTES} kB`,
    );
    return figures;
  },
};
