import { expect, test } from '@playwright/test';
import { figure, guard } from './support/page.ts';

test('a first forecast starts one kind of worker, and nothing is fetched for what nobody has asked for', async ({
  page,
}) => {
  guard(page);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  expect(workers.some((url) => url.includes('simulate.worker'))).toBe(true);
  expect(workers.filter((url) => !url.includes('simulate.worker'))).toEqual([]);
  // .ci/budget.mjs weighs the rest.
  expect(scripts.filter((url) => /dagre|tidy|Outline|Mermaid|Versions|Palette-/i.test(url))).toEqual([]);
});
