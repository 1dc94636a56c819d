import { expect, type Locator, type Page } from '@playwright/test';

/** One of the forecast's figures, by its name. */
export function figure(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Forecast' }).getByRole('group', { name, exact: true });
}

/**
 * Fails the test when the page throws, logs an error or warning, or asks anything of another host. Chromium warns about its own
 * sandbox directive; that one is expected.
 */
export function guard(page: Page): void {
  page.on('pageerror', (error) => expect.soft(error.message, 'the page threw').toBe(''));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (message.text().includes('escape its sandboxing')) return;
    expect.soft(message.text(), 'the page complained').toBe('');
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const ours = protocol === 'blob:' || protocol === 'data:' || hostname === '127.0.0.1';
    expect.soft(ours, `asked another host: ${request.url()}`).toBe(true);
  });
}

/** Edges on the page in pixels; `name` for what is said of it. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly name?: string;
}

export async function boxOf(element: Locator): Promise<Box> {
  return element.evaluate((found) => found.getBoundingClientRect().toJSON() as Box);
}

/** Waits until the canvas has stood still for as long as it takes a slide to begin: a pointer aims at what it sees. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('.react-flow__viewport').evaluate(
    (viewport) =>
      new Promise<void>((resolve) => {
        let seen = viewport.getAttribute('style');
        let since = performance.now();
        const look = (now: number) => {
          const style = viewport.getAttribute('style');
          if (style !== seen) [seen, since] = [style, now];
          if (now - since > 400) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}
