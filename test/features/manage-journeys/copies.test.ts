import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyJourney, ownCopyOf, startingSoon } from '../../../src/features/manage-journeys/copies.ts';
import { PLAIN_DEFAULTS } from '../../../src/journey/defaults.ts';
import type { Facts } from '../../../src/journey/facts.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { MINUTES_PER_DAY } from '../../../src/journey/units.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { openSample, SAMPLE_NAMES, sampleText } from '../../support/samples.ts';

const DAY_MILLISECONDS = MINUTES_PER_DAY * 60_000;
const TODAYS = ['2026-11-22', '2027-06-30', '2032-02-29', '2041-12-31'];

/** Contacts like those of the built-in audience, so many days later. */
function laterBy(days: number): Facts {
  const { schema } = sampleFacts;
  if (!schema) throw new Error('no schema');
  const by = days * MINUTES_PER_DAY;
  const columns = schema.columns.map((column) =>
    column.range
      ? { ...column, range: { first: column.range.first + by, last: column.range.last + by } }
      : column,
  );
  return { ...sampleFacts, schema: { ...schema, columns } };
}

describe.each(TODAYS)('on %s', (today) => {
  const now = Date.parse(`${today}T12:00:00Z`);
  beforeEach(() => {
    vi.useFakeTimers({ now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(SAMPLE_NAMES)(
    '%s has no problem, with the built-in audience and with contacts of today',
    (name) => {
      const template = openSample(name);
      expect(findProblems(ownCopyOf(template, PLAIN_DEFAULTS), sampleFacts)).toEqual([]);
      const soon = startingSoon(template, now);
      const start = Date.parse(soon.settings.start);
      expect(start).toBeGreaterThanOrEqual(now);
      expect(start - now).toBeLessThan(7 * DAY_MILLISECONDS);
      const days = (start - Date.parse(template.settings.start)) / DAY_MILLISECONDS;
      expect(days % 7).toBe(0);
      expect(findProblems(soon, laterBy(days))).toEqual([]);
    },
  );
});

test('days that rules compare with move with the start, and nothing else does', () => {
  const template = openSample('win-back');
  const soon = startingSoon(template, Date.parse('2026-11-22T12:00:00Z'));
  expect(soon.settings.start).toBe('2026-11-23T08:00:00Z');
  const text = JSON.stringify(soon);
  expect(text).toContain('"value":"2026-08-24"');
  const back = text.replace('2026-08-24', '2025-12-01').replace('2026-11-23T', '2026-03-02T');
  expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(template)));
  expect(startingSoon(template, Date.parse('2026-03-01T00:00:00Z'))).toBe(template);
});

const MONTH = 'January|February|March|April|June|July|August|September|October|November|December';
const CALENDAR = new RegExp(`\\b(${MONTH})\\b|\\b\\d{1,2} May\\b|\\b20\\d\\d(?!\\d)`);

test.each(SAMPLE_NAMES)('no words of %s name a day of the calendar', (name) => {
  const words: string[] = [];
  JSON.parse(sampleText(`${name}.journey.json`), (key, value: unknown) => {
    if (typeof value === 'string' && !['start', 'value'].includes(key)) words.push(value);
    return value;
  });
  expect(words.filter((text) => CALENDAR.test(text))).toEqual([]);
});

describe('the defaults of new journeys', () => {
  const chosen = { currency: 'SEK', zone: 'Europe/Stockholm', utm: {} };

  test('are what an empty journey begins with, at the next midnight of its zone', () => {
    const { settings } = emptyJourney('New', Date.parse('2026-07-01T12:00:00Z'), chosen);
    expect(settings).toMatchObject({
      currency: 'SEK',
      zone: 'Europe/Stockholm',
      start: '2026-07-01T22:00:00Z',
    });
  });

  test('leave a template alone until somebody chose them', () => {
    const template = openSample('welcome');
    expect(ownCopyOf(template, PLAIN_DEFAULTS).settings).toEqual(template.settings);
  });

  test('are taken by a copy, whose clock times stay', () => {
    const template = openSample('welcome');
    const moved = {
      ...template,
      settings: { ...template.settings, zone: 'UTC', start: '2026-03-02T08:00:00Z' },
    };
    const { settings } = ownCopyOf(moved, chosen);
    expect(settings).toMatchObject({
      currency: 'SEK',
      zone: 'Europe/Stockholm',
      start: '2026-03-02T07:00:00Z',
    });
    const { currency, zone, start, ...rest } = settings;
    const { currency: _, zone: __, start: ___, ...before } = moved.settings;
    expect(rest).toEqual(before);
  });
});
