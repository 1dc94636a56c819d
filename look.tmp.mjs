import { chromium } from 'playwright';
import { chromiumLaunch } from './.ci/chromium.mjs';
const browser = await chromium.launch(chromiumLaunch());
const out = '/tmp/stories-look/';
async function page(dark, phone) {
  const context = await browser.newContext({ colorScheme: dark ? 'dark' : 'light', viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 } });
  const p = await context.newPage();
  p.on('console', (m) => ['error','warning'].includes(m.type()) && console.log('console', m.text()));
  p.on('pageerror', (e) => console.log('pageerror', e.message));
  return p;
}
const which = process.argv[2] ?? 'all';
for (const [dark, phone] of [[false, false], [true, true]]) {
  const p = await page(dark, phone);
  const tag = `${dark ? 'dark' : 'light'}-${phone ? 'phone' : 'wide'}`;
  await p.goto('http://127.0.0.1:4625/#/');
  await p.waitForTimeout(4000);
  await p.goto('http://127.0.0.1:4625/#/results/unsent');
  await p.waitForTimeout(5000);
  await p.screenshot({ path: `${out}unsent-${tag}.png`, fullPage: false });
  await p.evaluate(() => document.querySelector('[class*=view]')?.scrollTo(0, 900));
  await p.waitForTimeout(500);
  await p.screenshot({ path: `${out}unsent2-${tag}.png` });
  await p.evaluate(() => document.querySelector('[class*=view]')?.scrollTo(0, 99999));
  await p.waitForTimeout(500);
  await p.screenshot({ path: `${out}unsent3-${tag}.png` });
  await p.goto('http://127.0.0.1:4625/#/results/contacts');
  await p.waitForTimeout(4000);
  await p.screenshot({ path: `${out}contacts-${tag}.png` });
  await p.locator('[class*=person]').first().click();
  await p.waitForTimeout(2500);
  await p.screenshot({ path: `${out}story-${tag}.png` });
  const story = p.locator('article');
  await story.screenshot({ path: `${out}storyAll-${tag}.png` });
  const fork = p.getByRole('button', { name: /What if she had (clicked|opened)/ }).first();
  await fork.click();
  await p.waitForTimeout(2500);
  await story.screenshot({ path: `${out}fork-${tag}.png` });
  await p.getByText('Made up', { exact: true }).click();
  await p.waitForTimeout(4000);
  await p.screenshot({ path: `${out}made-${tag}.png` });
  await p.context().close();
}
await browser.close();
