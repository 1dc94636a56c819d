import { describe, expect, test } from 'vitest';
import { parseJourney, readJourney } from '../../src/journey/format.ts';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';
import { draft, step } from '../support/draftJourney.ts';
import { SAMPLE_FILES, sampleText } from '../support/samples.ts';

const journey = draft({ mail: step('message'), look: step('check'), end: step('exit') }, [
  'entry-1.next > mail',
  'mail.next > look',
  'look.clicked > end',
  'look.clicked > end',
  'look.noResponse > mail',
]);
const text = serializeJourney(journey);

/** The words of the first problem, which must be an error. */
function refusal(source: string): string {
  const parsed = parseJourney(source);
  if (parsed.ok) throw new Error('parsed');
  expect(parsed.problems.every(({ severity }) => severity === 'error')).toBe(true);
  return parsed.problems.map(({ words }) => words).join(' | ');
}

/** The file with one value changed; `path` as in `settings.goals.0.id`, undefined removes. */
function damaged(path: string, value: unknown): string {
  const document = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    document,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(document);
}

test('a journey comes back from its file as it was', () => {
  expect(parseJourney(text)).toEqual({ ok: true, journey });
});

test('equal documents have equal files, whatever the order in which they were put together', () => {
  const backwards = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, item]) => [key, backwards(item)]),
        );
  expect(serializeJourney(backwards(journey) as typeof journey)).toBe(text);
  expect(text.endsWith('}\n')).toBe(true);
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'format',
    'version',
    'id',
    'luckId',
    'name',
    'settings',
    'steps',
    'links',
    'layout',
  ]);
});

test('parsing builds new objects', () => {
  const document = JSON.parse(text) as { steps: object };
  const parsed = readJourney(document);
  expect(parsed.ok && parsed.journey.steps).not.toBe(document.steps);
});

test('a byte order mark is no fault', () => {
  expect(parseJourney(`\uFEFF${text}`).ok).toBe(true);
});

test('steps without a position are put below the others', () => {
  const parsed = parseJourney(damaged('layout', { mail: { x: 40, y: 300 } }));
  expect(parsed.ok && parsed.journey.layout).toEqual({
    mail: { x: 40, y: 300 },
    end: { x: 40, y: 450 },
    'entry-1': { x: 40, y: 600 },
    look: { x: 40, y: 750 },
  });
});

describe('files of this and older versions stay readable', () => {
  test.each(SAMPLE_FILES)('%s', (name) => {
    const source = sampleText(name);
    const parsed = parseJourney(source);
    expect(parsed.ok && serializeJourney(parsed.journey)).toBe(source);
  });
});

describe('a damaged field is named with what it holds and what it may hold', () => {
  const cases: readonly [string, unknown, string][] = [
    ['steps.mail.channel', 'pigeon', '“steps.mail.channel” is “pigeon”; it must be one of email, sms'],
    ['steps.mail.kind', 'mail', '“steps.mail.kind” is “mail”; it must be one of entry'],
    ['steps.mail.kind', undefined, '“steps.mail.kind” is missing'],
    ['steps.mail.obeysCaps', 1, '“steps.mail.obeysCaps” is 1; it must be true or false'],
    ['steps.mail.name', undefined, '“steps.mail.name” is missing; it must be a text'],
    ['steps.mail.wings', 2, '“steps.mail” has a field that journeys do not have: wings'],
    ['steps.mail.name', 'x'.repeat(10_001), 'it must have a length of at most 10000'],
    ['steps.look.windowMinutes', 1.5, '“steps.look.windowMinutes” is 1.5; it must be a whole number'],
    ['steps.look.windowMinutes', -1, '“steps.look.windowMinutes” is -1; it must be at least 0'],
    [
      'settings.start',
      '2026-02-30T08:00:00Z',
      '“settings.start” is “2026-02-30T08:00:00Z”; it must be a moment',
    ],
    ['settings.zone', 'Mars/Base', '“settings.zone” is “Mars/Base”; it must be a time zone'],
    ['settings.goals', [], '“settings.goals” is a list of 0; it must have a length of at least 1'],
    [
      'steps.entry-1.trigger',
      { type: 'schedule', everyDays: 7, at: '24:00' },
      '“steps.entry-1.trigger.at” is “24:00”; it must be a clock time',
    ],
    ['steps.look.responses', ['smiled'], '“steps.look.responses.0” is “smiled”'],
    ['steps.9lives', {}, '“steps.9lives” is not a usable id'],
    ['steps.toString', {}, '“steps.toString” is not a usable id'],
    ['luckId', undefined, '“luckId” is missing'],
    ['version', '1', '“version” must be a whole number from 1'],
    [
      'links.mail',
      { next: 'gone' },
      'At “links.mail.next”, this link leads to a step “gone” that is not in the journey',
    ],
    ['links.mail', { done: 'end' }, 'At “links.mail.done”, the message “Message” has no exit “done”'],
    [
      'links.gone',
      { next: 'end' },
      'At “links.gone”, links lead from a step “gone” that is not in the journey',
    ],
    ['layout.gone', { x: 1, y: 2 }, 'this is the position of a step “gone”'],
  ];
  test.each(cases)('%s = %j', (path, value, words) => expect(refusal(damaged(path, value))).toContain(words));
});

describe('whatever a file is, the answer says what is wrong', () => {
  const deep = '['.repeat(25 * 1024 * 1024);
  const cases: readonly [string, string, string][] = [
    ['nothing', '', 'at line 1, column 1 the file ends where a value should be'],
    ['text', 'Dear Sir', 'at line 1, column 1 there is “D” where a value should be'],
    ['half a journey', text.slice(0, 200), 'the file ends where'],
    [
      'a trailing comma',
      '{\n  "format": "rehearsal-journey",\n}',
      'at line 3, column 1 there is “}” where a name in double quotes should be',
    ],
    ['a missing comma', '{"a": 1 "b": 2}', 'at line 1, column 9 there is “"” where “,” or “}” should be'],
    ['two values', '{} {}', 'at line 1, column 4 there is “{” where nothing more should be'],
    ['another JSON', '{"flow": []}', 'This is not a journey of Rehearsal'],
    ['a list', '[]', 'This is not a journey of Rehearsal'],
    ['null', 'null', 'This is not a journey of Rehearsal'],
    [
      'a newer version',
      damaged('version', 2),
      'its format is version 2, this one reads up to 1. Update Rehearsal',
    ],
    ['50 MB of nesting', deep + deep, 'This file is 50 MB; a journey file has at most 10 MB'],
    [
      '5 MB of nesting',
      '['.repeat(5_000_000),
      'nests lists and objects more than 112 levels deep (line 1, column 113)',
    ],
    [
      'nesting in a field',
      damaged('steps.mail.note', JSON.parse('['.repeat(60) + ']'.repeat(60))),
      '“steps.mail.note” is a list of 1; it must be a text',
    ],
    [
      '__proto__',
      text.replace('"luckId"', '"__proto__": {"polluted": true}, "luckId"'),
      '“__proto__” uses the name “__proto__”',
    ],
    ['__proto__ as a step', text.replace('"mail":', '"__proto__":'), 'uses the name “__proto__”'],
    [
      'constructor',
      damaged('steps.constructor', { prototype: {} }),
      '“steps.constructor” uses the name “constructor”',
    ],
    ['a huge name', damaged('steps.mail.kind', 'x'.repeat(1_000_000)), '“steps.mail.kind” is “xxxxx'],
    ['a huge key', damaged(`steps.${'x'.repeat(1_000_000)}`, {}), 'is not a usable id'],
    [
      'too many steps',
      damaged(
        'steps',
        Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`s${i}`, { kind: 'exit', name: '' }])),
      ),
      'at most 1000',
    ],
    ['a text without an end', `{"a": "${'x'.repeat(9_000_000)}`, 'the file ends where the rest of a text'],
    ['escapes without an end', `{"a": "${'\\n'.repeat(4_500_000)}`, 'the file ends where the rest of a text'],
    ['infinity', text.replace('"priority": 50', '"priority": 1e999'), '“settings.priority”'],
  ];
  test.each(cases)('%s', (_, source, words) => {
    const answer = refusal(source);
    expect(answer).toContain(words);
    expect(answer.length).toBeLessThan(3000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('brackets inside texts are not nesting', () => {
  const note = '[{"\\'.repeat(200);
  expect(parseJourney(damaged('steps.mail.note', note))).toMatchObject({
    ok: true,
    journey: { steps: { mail: { note } } },
  });
});
