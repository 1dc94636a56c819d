import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseJourney } from './support/journeyFile.ts';
import { figure, guard } from './support/page.ts';

const SAMPLES = new URL('../../public/samples/', import.meta.url);
const templates = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.journey.json'))
  .map((file) => parseJourney(readFileSync(new URL(file, SAMPLES), 'utf8')));

for (const { name, steps } of templates) {
  test(`the template “${name}” opens without problems and is forecast to convert`, async ({ page }) => {
    guard(page);
    await page.goto('/#/journeys');
    await page.getByRole('button', { name: `Use this template: ${name}`, exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue(name);
    const cards = page.locator('.react-flow__node-step');
    await expect(cards).toHaveCount(Object.keys(steps).length);
    await expect(page.getByRole('button', { name: 'No problems found' })).toBeVisible();
    // Figures of the journey that was open before look pending until those of this one are there.
    await expect(page.locator('.react-flow').locator('xpath=..')).not.toHaveAttribute('data-pending');
    for (const card of await cards.all()) await expect(card).toContainText(/\d.* in/);
    await expect(figure(page, 'Conversions')).toContainText(/[1-9]/);
  });
}
