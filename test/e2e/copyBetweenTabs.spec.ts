import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { startEmpty } from './support/drawOrchestration.ts';
import { downloadJourney, parseJourney } from './support/journeyFile.ts';
import { atRest, boxOf, guard } from './support/page.ts';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const canvas = (page: Page) => page.getByRole('application', { name: 'Journey canvas' });
const selected = (page: Page) => page.locator('.react-flow__node-step.selected');
const steps = (page: Page) => page.locator('.react-flow__node-step');

test('steps travel to another journey in another tab with their links and contents, as one undo step', async ({
  context,
}) => {
  const from = await openSample(context);
  const to = await openEmpty(context);
  const before = await downloadJourney(to);
  const source = parseJourney(await downloadJourney(from));
  const ids = await selectByDragging(from);
  expect(ids.length).toBeGreaterThan(2);
  await from.bringToFront();
  await from.keyboard.press('Control+c');
  await expect(from.getByText(`Copied ${ids.length} steps.`)).toBeVisible();

  await paste(to);
  await expect(to.getByText(`Pasted ${ids.length} steps`)).toBeVisible();
  const pasted = parseJourney(await downloadJourney(to));
  expect(partOf(pasted, await idsOf(selected(to)))).toEqual(partOf(source, ids));

  await to.getByRole('banner').getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await downloadJourney(to)).toBe(before);

  await from.bringToFront();
  await canvas(from).focus();
  await from.keyboard.press('Control+x');
  await expect(from.getByText(`${ids.length} steps removed`)).toBeVisible();
  await expect(steps(from)).toHaveCount(Object.keys(source.steps).length - ids.length);
  await paste(to);
  await expect(steps(to)).toHaveCount(1 + ids.length);
});

/** What is no clip, and what is said of it. */
const STRANGERS = {
  'a shopping list': ['Buy milk', /^The clipboard holds no steps, but other text\./],
  'steps cut off on the way': [
    '{"format": "rehearsal-steps", "steps": {',
    /they are damaged: .* the text ends/,
  ],
  'a clip with a damaged field': [
    '{"format":"rehearsal-steps","version":1,"steps":{"wait-1":{"kind":"wait","name":"Wait","until":{"type":"duration","minutes":-5}}},"links":{},"layout":{"wait-1":{"x":0,"y":0}}}',
    /minutes/,
  ],
  '5 MB of text': ['milk '.repeat(1024 * 1024), /^The clipboard holds no steps, but other text\./],
} as const;

for (const [what, [text, words]] of Object.entries(STRANGERS)) {
  test(`pasting ${what} says a sentence and changes nothing`, async ({ context }) => {
    const page = await openEmpty(context);
    const before = await downloadJourney(page);
    await page.evaluate((held) => navigator.clipboard.writeText(held), text);
    await paste(page);
    await expect(page.getByRole('status').getByText(words).first()).toBeVisible();
    expect(await downloadJourney(page)).toBe(before);
  });
}

test('pasting a Mermaid flowchart offers to make a journey of it', async ({ context }) => {
  const page = await openEmpty(context);
  await page.evaluate(() => navigator.clipboard.writeText('flowchart TD\n  A[Start] --> B[Send email]'));
  await paste(page);
  await page.getByRole('button', { name: 'Paste a Mermaid flowchart' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
});

async function openSample(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  guard(page);
  await page.goto('/');
  await expect(steps(page)).toHaveCount(16);
  return page;
}

async function openEmpty(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  guard(page);
  await startEmpty(page);
  return page;
}

async function paste(page: Page): Promise<void> {
  await page.bringToFront();
  await canvas(page).focus();
  await page.keyboard.press('Control+v');
}

/** Draws a frame with Shift around the three messages in the left half; gives what is selected then. */
async function selectByDragging(page: Page): Promise<readonly StepId[]> {
  await page.bringToFront();
  await page.getByRole('button', { name: 'Show the whole journey' }).click();
  await atRest(page);
  const [first, last] = [await boxOf(card(page, 'nurture-1')), await boxOf(card(page, 'retargeting'))];
  const right = (await boxOf(card(page, 'nurture-wait'))).right;
  await page.keyboard.down('Shift');
  await page.mouse.move(first.left - 6, first.top - 12);
  await page.mouse.down();
  await page.mouse.move(right + 6, last.bottom + 6, { steps: 10 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(selected(page).first()).toBeVisible();
  return idsOf(selected(page));
}

function card(page: Page, id: string) {
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

async function idsOf(cards: ReturnType<typeof selected>): Promise<readonly StepId[]> {
  return cards.evaluateAll((found) =>
    found.map((element) => (element as HTMLElement).dataset['id'] as StepId),
  );
}

/** Contents and inner links of these steps by content, whatever their ids are. */
function partOf({ steps: all, links }: Journey, ids: readonly StepId[]): readonly string[] {
  const words = (id: StepId) => JSON.stringify(all[id]);
  return ids
    .flatMap((id) => [
      words(id),
      ...Object.entries(links[id] ?? {})
        .filter(([, to]) => ids.includes(to))
        .map(([exit, to]) => `${words(id)} ${exit} ${words(to)}`),
    ])
    .toSorted();
}
