import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startEmpty } from './support/drawOrchestration.ts';
import { downloadJourney, parseJourney } from './support/journeyFile.ts';
import { guard } from './support/page.ts';
import { CountedPointer } from './support/pointer.ts';
import { shapeOf } from './support/shapeOf.ts';

const SAMPLE = new URL('../../public/samples/orchestration.journey.json', import.meta.url);

test('the orchestration journey is drawn with fewer than 60 clicks and drags', async ({ page }) => {
  test.setTimeout(240_000);
  guard(page);
  await startEmpty(page);
  const pointer = new CountedPointer(page);
  await drawMessages(pointer);
  await drawAnswers(pointer);
  await connectTheRest(pointer);
  const { actions } = pointer;
  test.info().annotations.push({ type: 'pointer', description: `${actions} clicks and drags` });
  const sample = parseJourney(await readFile(SAMPLE, 'utf8'));
  expect(shapeOf(parseJourney(await downloadJourney(page)))).toEqual(shapeOf(sample));
  expect(actions).toBeLessThan(60);
});

/** Ads for low intent, an email for high, a sequence of two for medium, and the check behind it. */
async function drawMessages(pointer: CountedPointer): Promise<void> {
  await pointer.add('Audience split', 'split-1');
  const branch = pointer.page.getByRole('button', { name: 'Add a branch' });
  await pointer.click(branch);
  await pointer.click(branch);
  await pointer.addAt('split-1', 'branch-3', 'Display ad message', 'message-1');
  await pointer.select('split-1');
  await pointer.add('Message', 'message-2');
  await pointer.select('split-1');
  await pointer.add('Message', 'message-3');
  await pointer.add('Wait', 'wait-1');
  await pointer.add('Message', 'message-4');
  await pointer.add('Engagement check', 'check-1');
  for (const response of ['Converted', 'Opened', 'Unsubscribed'])
    await pointer.click(pointer.page.getByRole('switch', { name: response }));
}

/** The suppression list first, while its “+” is in sight; then what follows converted, clicked and no response. */
async function drawAnswers(pointer: CountedPointer): Promise<void> {
  await pointer.addAt('check-1', 'unsubscribed', 'Suppression list', 'update-1');
  await pointer.add('Exit', 'exit-1');
  await pointer.select('check-1');
  await pointer.add('Goal', 'goal-1');
  await pointer.add('Exit', 'exit-2');
  await pointer.select('check-1');
  await pointer.add('Hand-off', 'handoff-1');
  await pointer.add('Goal', 'goal-2');
  await pointer.connect('check-1', 'opened', 'handoff-1');
  await pointer.select('check-1');
  await pointer.add('Channel escalation', 'escalate-1');
  await pointer.connect('escalate-1', 'sent', 'check-1');
  await pointer.add('Exit', 'exit-3');
}

async function connectTheRest(pointer: CountedPointer): Promise<void> {
  await pointer.click(pointer.page.getByRole('button', { name: 'Show the whole journey' }));
  await pointer.connect('message-1', 'next', 'check-1');
  await pointer.connect('message-2', 'next', 'check-1');
  await pointer.connect('split-1', 'else', 'message-1');
  await pointer.connect('goal-2', 'next', 'goal-1');
  await pointer.connect('handoff-1', 'missed', 'exit-2');
}
