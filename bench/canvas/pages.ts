import type { Browser, Page } from '@playwright/test';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';
import type { Journey } from '../../src/journey/journey.ts';

/** Built beside this program: what runs inside both pages (bench/canvas/page/inside.ts), and the page of React Flow alone. */
export const APP_FOLDER = 'dist';
export const TWIN_FOLDER = '.cache/bench/canvas';
const INSIDE = `${TWIN_FOLDER}/inside.js`;
const VIEWPORT = { width: 1440, height: 900 };
/** Of the canvas, whichever panels are open. */
const CENTRE = { x: 700, y: 450 };
const READY = 'section[aria-label="Forecast"] .visually-hidden[role="status"]';
/** Until forms have opened and cards have slid into sight. */
const REST_MS = 800;

/** A page with a canvas, in a browser profile of its own. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addInitScript({ path: INSIDE });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`bench: the page threw: ${error.message}`));
  await page.goto(address);
  return page;
}

/** The app as it is built, with the journey dropped into it as a file, its forecast made, and a step's form open. */
export async function openApp(
  browser: Browser,
  address: string,
  journey: Journey,
  { step, zoomOut = 0 }: { readonly step: string; readonly zoomOut?: number },
): Promise<Page> {
  const page = await openPage(browser, address);
  await forecastDone(page);
  const file = await page.evaluateHandle(
    `(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(serializeJourney(journey))}], 'bench.journey.json'));
      return data;
    })()`,
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: file });
  await page.getByRole('heading', { level: 1, name: journey.name }).waitFor({ state: 'attached' });
  await page.locator(`.react-flow__node[data-id="${step}"]`).waitFor();
  await forecastDone(page);
  // By the keyboard: the first view need not show it, and the canvas slides to what is selected.
  await page.evaluate(
    `document.querySelector('.react-flow__node[data-id="${step}"]').focus({ preventScroll: true })`,
  );
  await page.keyboard.press('Enter');
  await page.waitForTimeout(REST_MS);
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await page.mouse.wheel(0, zoomOut);
  await page.waitForTimeout(REST_MS);
  return page;
}

/** React Flow alone with the same journey, showing the same part of it at the same place of the page. */
export async function openTwin(
  browser: Browser,
  address: string,
  journey: Journey,
  { app, step }: { readonly app: Page; readonly step: string },
): Promise<Page> {
  const page = await openPage(browser, address);
  const shown = await app.evaluate<object>('window.bench.canvas()');
  const asked = { ...shown, text: serializeJourney(journey), edited: step };
  await page.evaluate(`window.show(${JSON.stringify(asked)})`);
  await page.locator('.react-flow__node').first().waitFor();
  await pick(page, step);
  return page;
}

async function pick(page: Page, step: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${step}"]`).click({ position: { x: 120, y: 30 } });
  await page.waitForTimeout(REST_MS);
}

async function forecastDone(page: Page): Promise<void> {
  await page
    .locator(READY)
    .filter({ hasText: /forecast/i })
    .waitFor({ state: 'attached' });
}

/** Throws when the two pages do not show the same words on the same cards: then no time would mean anything. Answers how many. */
export async function sameOnScreen(app: Page, twin: Page): Promise<{ cards: number; links: number }> {
  interface Shown {
    readonly cards: readonly string[];
    readonly links: readonly string[];
  }
  const [ours, theirs] = await Promise.all(
    [app, twin].map((page) => page.evaluate<Shown>('window.bench.onScreen()')),
  );
  if (!ours || !theirs || JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(
      `the pages show different things: ${ours?.cards.length} and ${theirs?.cards.length} cards, ${ours?.links.length} and ${theirs?.links.length} links; ` +
        `first: ${ours?.cards.find((card) => !theirs?.cards.includes(card))}`,
    );
  if (ours.cards.length === 0) throw new Error('the pages show no card');
  return { cards: ours.cards.length, links: ours.links.length };
}
