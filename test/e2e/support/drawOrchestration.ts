import { expect, type Page } from '@playwright/test';
import { CountedKeyboard } from './keyboard.ts';

/** “Start empty” by the keyboard; the focus comes to the canvas. */
export async function startEmpty(page: Page): Promise<void> {
  await page.goto('/#/journeys');
  await page.getByRole('button', { name: 'Start empty' }).press('Enter');
  await expect(page.getByRole('application', { name: 'Journey canvas' })).toBeFocused();
}

/** Draws the orchestration journey on the empty canvas that has the focus, touching nothing but keys. */
export async function drawOrchestration(page: Page): Promise<CountedKeyboard> {
  const keys = new CountedKeyboard(page);
  await keys.walk('Home', 'Entry');
  await drawSplit(keys);
  await drawCheck(keys);
  await drawAnswers(keys);
  await drawSilence(keys);
  await drawAds(keys);
  return keys;
}

/** High, medium and low intent; a personal email for the first, a sequence of two for the second. */
async function drawSplit(keys: CountedKeyboard): Promise<void> {
  await keys.add('Tab', 'Audience split');
  await addBranch(keys, 'Branch 2');
  await addBranch(keys, 'Branch 3');
  await keys.add('Tab', 'Email message');
  await keys.add('Control+ArrowDown', 'Email message');
  await keys.add('Tab', 'Wait');
  await keys.add('Tab', 'Email message');
}

async function addBranch(keys: CountedKeyboard, name: string): Promise<void> {
  await keys.press('b');
  await keys.isAt(name);
}

async function drawCheck(keys: CountedKeyboard): Promise<void> {
  await keys.add('Tab', 'Engagement check');
  for (const response of ['Converted', 'Opened', 'Unsubscribed']) {
    await keys.choose('b', response);
    await keys.isAt(response);
  }
}

/** Converted, clicked and opened, and at the end unsubscribed. After an exit, Tab goes on at the next way out. */
async function drawAnswers(keys: CountedKeyboard): Promise<void> {
  await keys.add('Tab', 'Goal');
  await keys.add('Tab', 'Exit');
  await keys.add('Tab', 'Hand-off');
  await keys.add('Tab', 'Goal');
  await keys.choose('c', 'Goal');
  await keys.walk('ArrowLeft', 'Hand-off');
  await keys.choose('c', 'Exit');
  await keys.walk('ArrowLeft', 'Engagement check');
  await keys.choose('c', 'Hand-off');
  await keys.add('Tab', 'Suppression list');
  await keys.add('Tab', 'Exit');
}

async function drawSilence(keys: CountedKeyboard): Promise<void> {
  await keys.add('Tab', 'Channel escalation');
  await keys.choose('c', 'Engagement check');
  await keys.add('Tab', 'Exit');
}

/** Ads for low intent and for everyone else. They and the personal email lead to the check, too. */
async function drawAds(keys: CountedKeyboard): Promise<void> {
  await keys.add('Tab', 'Display ad message');
  await keys.choose('c', 'Engagement check');
  await keys.walk('ArrowLeft', 'Audience split');
  await keys.choose('c', 'Display ad');
  await keys.walk('ArrowRight', 'Email message');
  await keys.choose('c', 'Engagement check');
}
