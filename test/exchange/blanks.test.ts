import { describe, expect, test } from 'vitest';
import type { ExchangeFile } from '../../src/journey/portability.ts';
import type { Journey } from '../../src/journey/journey.ts';
import type { PlatformId } from '../../src/exchange/platformId.ts';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { Portability } from '../../src/exchange/portability.ts';
import { around, draft, step } from '../support/draftJourney.ts';

async function exported(platform: PlatformId, journey: Journey, answers: Record<string, string>) {
  const made = await (await PLATFORMS[platform].load()).export(journey, { answers });
  if (!made.ok) throw new Error(made.problems.map(({ words }) => words).join('\n'));
  return made;
}

const mailed = around(step('message'));
const called = around(step('message', { channel: 'webhook' }));
const handedOff = around(step('handoff'), ['accepted', 'missed']);
const consented = around(
  step('split', {
    branches: [{ id: 'yes', name: 'Yes', rule: { kind: 'consent', channel: 'email' } }],
  }),
  ['yes', 'else'],
);
const clicked = draft({ mail: step('message'), look: step('check'), end: step('exit') }, [
  'entry-1.next > mail',
  'mail.next > look',
  ...['clicked', 'noResponse'].map((exit) => `look.${exit} > end`),
]);

const ADDRESSES = ['javascript:alert(1)', 'https://a b', 'example.com', 'https://', 'ftp://example.com'];
const CODES = ['<b>&"', 'two words', 'ä'];
const NUMBERS = ['0', '000', '-1', '1.5', 'twelve'];

describe.each<readonly [PlatformId, string, Journey, string, readonly string[]]>([
  ['dittofeed', 'group-type:email', consented, 'OptOut', ['Banana', 'optout']],
  ['dittofeed', 'webhook:handoff', handedOff, 'https://example.org/calls', ADDRESSES],
  ['posthog', 'webhook:webhook', called, 'http://localhost:8080/x?y=1', ADDRESSES],
  ['mautic', 'url:m', called, 'https://example.org/{contactfield=id}', ADDRESSES],
  ['klaviyo', 'webhook:m', called, 'https://example.org/', ADDRESSES],
  ['klaviyo', 'template:m', mailed, 'VwSxYz', CODES],
  ['klaviyo', 'list:entry', mailed, 'Y6nRLr', CODES],
  ['klaviyo', 'metric:clicked-email', clicked, 'XcLicK', CODES],
  ['mautic', 'email:m', mailed, '17', NUMBERS],
  ['parcelvoy', 'campaign:m', mailed, '17', NUMBERS],
  ['posthog', 'integration:email', mailed, '17', NUMBERS],
])('%s: the blank %s', (platform, id, journey, right, wrong) => {
  test('takes an answer of its form', async () => {
    const { files, blanks, warnings } = await exported(platform, journey, { [id]: right });
    expect(blanks.find((blank) => blank.id === id)).toMatchObject({ filled: true, value: right });
    expect(files.some(({ text }) => text.includes(right))).toBe(true);
    expect(warnings.filter(({ code }) => code === 'answer-misfit')).toEqual([]);
  });

  test.each(wrong)('warns of %s, and the placeholder stands', async (answer) => {
    const { blanks, warnings } = await exported(platform, journey, { [id]: answer });
    expect(blanks.find((blank) => blank.id === id)).toMatchObject({ filled: false });
    expect(warnings).toMatchObject([{ code: 'answer-misfit', values: { answer } }]);
  });
});

test('what a choice is between is told', async () => {
  const { blanks } = await exported('dittofeed', consented, {});
  expect(blanks.find(({ id }) => id === 'group-type:email')).toMatchObject({
    form: 'choice',
    options: ['OptIn', 'OptOut'],
    value: 'OptIn',
    filled: false,
  });
});

describe('what an imported file says', () => {
  const ASKED = { id: 'x', kind: 'address', what: 'the address', scope: 'journey' } as const;

  test('stays, although an answer would not be let in with that form', () => {
    const port = new Portability(mailed, { x: 'neither' });
    const kept = '{{ person.address }}';
    expect(port.fill({ ...ASKED, form: 'url', kept, placeholder: 'https://example.com' })).toBe(kept);
    expect(port.blanks).toMatchObject([{ filled: true, value: kept }]);
    expect(port.warnings[0]?.words).toContain('What the imported file says stands in the file');
  });

  test('is no answer where it is the 0 that stands for one', () => {
    const port = new Portability(mailed);
    expect(port.fill({ ...ASKED, form: 'wholeNumber', kept: '0', placeholder: '0' })).toBe('0');
    expect(port.blanks).toMatchObject([{ filled: false }]);
  });

  test('comes back out of a file in which the form is broken', async () => {
    const strange = '{{ event.address }} and more';
    const { files } = await exported('klaviyo', called, {});
    const before = files.map((file): ExchangeFile => ({
      ...file,
      text: file.text.replace('https://example.com/webhook', strange),
    }));
    const read = await (await PLATFORMS.klaviyo.load()).import(before);
    if (!read.ok) throw new Error(read.problems[0]?.words);
    const again = await exported('klaviyo', read.journey, {});
    expect(again.files[0]?.text).toContain(strange);
  });
});
