import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../../.ci/chromium.mjs';
import { serve } from '../../../.ci/serve.mjs';
import type { Figures, Section } from '../../measure.ts';
import { change, drag, edit, pan, STEP, type Act } from '../actions.ts';
import { journeyOf } from '../journeyOf.ts';
import { median } from '../quantile.ts';
import { APP_FOLDER, openApp, openTwin, sameOnScreen, TWIN_FOLDER } from '../pages.ts';
import { traced, type Traced } from '../trace.ts';

/** The bar of the project: this many times React Flow alone. */
const MOST_TIMES = 1.3;
/** Turns of the wheel in pixels: as small as cards still show all their words. */
const ZOOM_OUT = 240;
const ACTIONS: Readonly<Record<string, Act>> = { pan, drag, edit };

interface Round {
  readonly ours: Traced;
  readonly theirs: Traced;
}

/** Panning, dragging a step and editing with the forecast on, beside React Flow alone. */
export function frames(sizes: readonly number[], rounds: number): Section {
  return {
    title: `main-thread time per frame beside React Flow alone, ${rounds} interleaved runs each`,
    run: async () => {
      console.log(
        'Sum of the durations of the RunTask events of the page’s main thread that are in no other, from the first pointer or key\n' +
          'event to the last, by the DrawFrame events of the page in between, both from Chromium’s trace. A step is selected and its\n' +
          'form open. “in time”: frames with at most 16.7 ms of such tasks since the frame before. A processor ratio is of the same\n' +
          'tasks’ thread time.',
      );
      const app = await serve({ folder: APP_FOLDER });
      const twin = await serve({ folder: TWIN_FOLDER });
      try {
        const figures: Record<string, number> = {};
        for (const size of sizes) {
          const browser = await chromium.launch(chromiumLaunch());
          try {
            Object.assign(figures, await sized(browser, size, { app, twin, rounds }));
          } finally {
            await browser.close();
          }
        }
        return figures;
      } finally {
        app.close();
        twin.close();
      }
    },
  };
}

interface Setting {
  readonly app: { readonly address: string };
  readonly twin: { readonly address: string };
  readonly rounds: number;
}

async function sized(browser: Browser, size: number, { app, twin, rounds }: Setting): Promise<Figures> {
  const journey = journeyOf(size);
  const ours = await openApp(browser, app.address, journey, { step: STEP, zoomOut: ZOOM_OUT });
  const theirs = await openTwin(browser, twin.address, journey, { app: ours, step: STEP });
  const { cards, links } = await sameOnScreen(ours, theirs);
  for (const key of ['5', 'Backspace'] as const) {
    for (const page of [ours, theirs]) await change(page, key);
    await sameOnScreen(ours, theirs);
  }
  console.log(
    `${Object.keys(journey.steps).length} steps; ${cards} cards and ${links} links on both screens`,
  );
  for (const page of [ours, theirs]) await page.evaluate('window.bench.rest()');
  const figures: Record<string, number> = {};
  for (const [name, act] of Object.entries(ACTIONS)) {
    // The first time warms the code up.
    await once(browser, ours, act, 1);
    await once(browser, theirs, act, 1);
    const done: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const way = round % 2 === 0 ? -1 : 1;
      done.push({
        ours: await once(browser, ours, act, way),
        theirs: await once(browser, theirs, act, way),
      });
    }
    Object.assign(figures, told(name, size, done));
  }
  return figures;
}

async function once(browser: Browser, page: Page, act: Act, way: 1 | -1): Promise<Traced> {
  await page.bringToFront();
  return traced(browser, page, () => act(page, way));
}

function told(name: string, size: number, rounds: readonly Round[]): Figures {
  const perFrame = ({ taskMs, frames: drawn }: Traced) => taskMs / drawn;
  const ratios = rounds.map(({ ours, theirs }) => perFrame(ours) / perFrame(theirs)).sort((a, b) => a - b);
  const processor = rounds.map(
    ({ ours, theirs }) => ours.processorMs / ours.frames / (theirs.processorMs / theirs.frames),
  );
  const whole = rounds.map(({ ours, theirs }) => ours.taskMs / theirs.taskMs);
  const inTime = (side: keyof Round) =>
    median(rounds.map((round) => (100 * round[side].within) / round[side].frames));
  const figures = {
    ours: median(rounds.map(({ ours }) => perFrame(ours))),
    theirs: median(rounds.map(({ theirs }) => perFrame(theirs))),
    ratio: median(ratios),
    processor: median(processor),
    whole: median(whole),
    inTime: inTime('ours'),
  };
  const words = figures.ratio <= MOST_TIMES ? 'within' : 'above';
  console.log(
    `  ${name.padEnd(4)}  ours ${figures.ours.toFixed(2)} ms, React Flow ${figures.theirs.toFixed(2)} ms a frame: ` +
      `${figures.ratio.toFixed(2)} times (${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)}), ${words} ${MOST_TIMES}; ` +
      `processor ${figures.processor.toFixed(2)}, whole action ${figures.whole.toFixed(2)}; ` +
      `in time ${figures.inTime.toFixed(0)} %, React Flow ${inTime('theirs').toFixed(0)} %`,
  );
  return Object.fromEntries(
    Object.entries(figures).map(([field, value]) => [
      `${name}${size}${field[0]!.toUpperCase()}${field.slice(1)}`,
      value,
    ]),
  );
}
