import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { parsePolicies, readPolicies } from '../../src/journey/readPolicies.ts';

const cap = {
  id: 'weekly',
  max: 3,
  window: { kind: 'rolling', minutes: 10_080 },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
};
const whole = {
  caps: [
    cap,
    {
      id: 'promo',
      max: 1,
      window: { kind: 'calendar', unit: 'day' },
      zone: 'UTC',
      scope: { tags: ['promo'] },
      onCap: { kind: 'retry', minutes: 2880 },
    },
  ],
  quietHours: {
    from: '21:00',
    until: '08:00',
    onQuiet: 'hold',
    channels: ['sms', 'push'],
    releaseOverMinutes: 60,
  },
  budgets: [{ channel: 'sms', amount: 500 }],
  rateLimits: [{ channel: 'email', max: 1000, perMinutes: 60 }],
};

/** The first problem, which must be an error. */
function refusal(document: unknown) {
  const parsed = typeof document === 'string' ? parsePolicies(document) : readPolicies(document);
  if (parsed.ok) throw new Error('parsed');
  expect(parsed.problems.every(({ severity, words }) => severity === 'error' && /[.?]$/.test(words))).toBe(
    true,
  );
  return parsed.problems[0]!;
}

const withCap = (own: object) => ({
  caps: [
    { ...cap, id: 'first' },
    { ...cap, ...own },
  ],
});

test('all that can be said comes back as it was', () => {
  expect(parsePolicies(JSON.stringify(whole))).toEqual({ ok: true, policies: whole });
});

test('what is not there is no policy', () => {
  for (const text of ['{}', '\uFEFF{"caps": []}', '{"format": "rehearsal-policies", "version": 1}'])
    expect(parsePolicies(text)).toEqual({ ok: true, policies: NO_POLICIES });
});

test('a cap is about all messages, by the contact’s clock, unless it says otherwise', () => {
  const { zone: _, scope: __, ...short } = cap;
  expect(readPolicies({ caps: [short] })).toEqual({ ok: true, policies: { ...NO_POLICIES, caps: [cap] } });
});

test('reading builds new objects', () => {
  const parsed = readPolicies(whole);
  expect(parsed.ok && parsed.policies.caps[0]).not.toBe(whole.caps[0]);
});

test('the published example is read', () => {
  const text = readFileSync(new URL('../../public/policies/example.json', import.meta.url), 'utf8');
  const parsed = parsePolicies(text);
  expect(parsed.ok && parsed.policies.caps.map(({ id }) => id)).toEqual(['weekly', 'daily-email']);
});

describe('what is wrong is named by its place, with what it holds and what it may hold', () => {
  const cases: readonly [string, unknown, string, string][] = [
    ['a cap of 0', withCap({ max: 0 }), 'caps[1].max', 'is 0; it must be at least 1'],
    ['a cap of 1 001', withCap({ max: 1001 }), 'caps[1].max', 'is 1001; it must be at most 1000'],
    ['half a message', withCap({ max: 1.5 }), 'caps[1].max', 'is 1.5; it must be a whole number'],
    ['no id', withCap({ id: undefined }), 'caps[1].id', 'is missing; it must be a text'],
    ['an id with a space', withCap({ id: 'a b' }), 'caps[1].id', 'is “a b”; it must be a letter, then'],
    [
      'a window of 0 minutes',
      withCap({ window: { kind: 'rolling', minutes: 0 } }),
      'caps[1].window.minutes',
      'is 0; it must be at least 1',
    ],
    [
      'negative minutes',
      withCap({ window: { kind: 'rolling', minutes: -5 } }),
      'caps[1].window.minutes',
      'is -5; it must be at least 1',
    ],
    [
      'a window of centuries',
      withCap({ window: { kind: 'rolling', minutes: 1e99 } }),
      'caps[1].window.minutes',
      'it must be at most 52560000',
    ],
    [
      'an unknown window',
      withCap({ window: { kind: 'sliding', minutes: 5 } }),
      'caps[1].window.kind',
      'is “sliding”; it must be one of rolling, calendar',
    ],
    [
      'an unknown unit',
      withCap({ window: { kind: 'calendar', unit: 'year' } }),
      'caps[1].window.unit',
      'is “year”; it must be one of day, week, month',
    ],
    [
      'an unknown zone',
      withCap({ zone: 'CET' }),
      'caps[1].zone',
      'it must be one of contact, workspace, UTC',
    ],
    [
      'an unknown channel',
      withCap({ scope: { channels: ['email', 'pigeon'] } }),
      'caps[1].scope.channels[1]',
      'is “pigeon”; it must be one of email, sms',
    ],
    [
      'no channel at all',
      withCap({ scope: { channels: [] } }),
      'caps[1].scope.channels',
      'is a list of 0; it must have a length of at least 1',
    ],
    ['a tag with a space', withCap({ scope: { tags: ['a b'] } }), 'caps[1].scope.tags[0]', 'then up to 63'],
    [
      'channels and tags',
      withCap({ scope: { channels: ['email'], tags: ['a'] } }),
      'caps[1].scope',
      'is an object; it must be "all", {"channels": […]} or {"tags": […]}',
    ],
    ['an unknown scope', withCap({ scope: 'some' }), 'caps[1].scope', 'is “some”; it must be "all"'],
    [
      'retry without a limit',
      withCap({ onCap: { kind: 'retry' } }),
      'caps[1].onCap.minutes',
      'is missing; it must be a number',
    ],
    [
      'an id twice',
      withCap({ id: 'first' }),
      'caps[1].id',
      'are both “first”: give each cap an id of its own',
    ],
    [
      '51 caps',
      { caps: Array.from({ length: 51 }, (_, n) => ({ ...cap, id: `cap-${n}` })) },
      'caps',
      'is a list of 51; it must have a length of at most 50',
    ],
    ['caps that are no list', { caps: {} }, 'caps', 'is an object; it must be a list'],
    ['no quiet hours, said with null', { quietHours: null }, 'quietHours', 'is null; it must be an object'],
    [
      '24:00',
      { quietHours: { from: '24:00', until: '08:00', onQuiet: 'skip' } },
      'quietHours.from',
      'is “24:00”; it must be a clock time such as 09:30',
    ],
    [
      '8:00',
      { quietHours: { from: '21:00', until: '8:00', onQuiet: 'skip' } },
      'quietHours.until',
      'it must be a clock time such as 09:30',
    ],
    [
      'an unknown answer to quiet hours',
      { quietHours: { from: '21:00', until: '08:00', onQuiet: 'retry' } },
      'quietHours.onQuiet',
      'it must be one of hold, skip, exit',
    ],
    ['a debt', { budgets: [{ channel: 'sms', amount: -1 }] }, 'budgets[0].amount', 'it must be at least 0'],
    [
      'two budgets of one channel',
      { budgets: [...whole.budgets, ...whole.budgets] },
      'budgets[1].channel',
      'are both “sms”: give the channel one budget',
    ],
    [
      'a limit of 0',
      { rateLimits: [{ channel: 'email', max: 0, perMinutes: 60 }] },
      'rateLimits[0].max',
      'it must be at least 1',
    ],
    [
      'a limit in no time',
      { rateLimits: [{ channel: 'email', max: 1, perMinutes: 0 }] },
      'rateLimits[0].perMinutes',
      'it must be at least 1',
    ],
    ['version 0', { version: 0 }, 'version', 'is 0; it must be 1'],
    [
      'an unknown policy',
      { cap: [] },
      '',
      'A file of policies has no field “cap”; there are format, version, caps, quietHours, budgets, rateLimits',
    ],
    [
      'an unknown field',
      withCap({ window: { kind: 'rolling', minutes: 5, hours: 1 } }),
      'caps[1].window',
      '“caps[1].window” has no field “hours”; there are kind, minutes',
    ],
    ['an inherited name', '{"__proto__": {"caps": []}}', '', 'has no field “__proto__”'],
  ];
  test.each(cases)('%s', (_, document, path, words) => {
    const problem = refusal(document);
    expect(problem.path ?? '').toBe(path);
    expect(problem.words).toContain(words);
    expect(problem.words).toContain(path);
  });
});

describe('whatever a file is, the answer says what is wrong', () => {
  const cases: readonly [string, unknown, string, string][] = [
    ['nothing', '', 'not-json', 'at line 1, column 1 the file ends where a value should be'],
    ['text', 'Dear Sir', 'not-json', 'there is “D” where a value should be'],
    ['a trailing comma', '{\n  "caps": [],\n}', 'not-json', 'at line 3, column 1 there is “}”'],
    ['a list', '[]', 'not-policies', 'must be a JSON object of caps, quietHours, budgets and rateLimits'],
    ['null', 'null', 'not-policies', 'must be a JSON object'],
    ['a journey', { format: 'rehearsal-journey', version: 1 }, 'not-policies', 'it is a “rehearsal-journey”'],
    ['a newer version', { version: 2 }, 'newer-version', 'format is version 2, this one reads up to 1'],
    ['2 MB', ' '.repeat(2 * 1024 * 1024), 'file-too-large', 'is 2 MB; a file of policies has at most 1 MB'],
    ['much nesting', '['.repeat(500_000), 'nested-too-deep', 'more than 16 levels deep'],
  ];
  test.each(cases)('%s', (_, document, code, words) => {
    const problem = refusal(document);
    expect(problem.code).toBe(code);
    expect(problem.words).toContain(words);
  });
});

test('a sentence stays one, however many strange fields there are', () => {
  const strange = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`field-${n}`, n]));
  const { words } = refusal(strange);
  expect(words).toContain('has no field “field-0”, “field-1”, “field-2”, “field-3”, “field-4”, …; there are');
  expect(words.length).toBeLessThan(300);
});

test('a file with a thousand faults is told the first twenty', () => {
  const parsed = readPolicies({ rateLimits: Array.from({ length: 50 }, () => ({ channel: 'pigeon' })) });
  expect(!parsed.ok && parsed.problems.length).toBe(20);
});
