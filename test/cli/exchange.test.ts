import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/exchange/fileNameOf.ts';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { SHEETS } from '../../src/exchange/sheets/sheets.ts';
import { parseJourney } from '../../src/journey/format.ts';
import { rehearse } from '../support/rehearse.ts';
import { testWithShared } from '../support/shared.ts';

const orchestration = 'public/samples/orchestration.journey.json';
const folder = mkdtempSync(join(tmpdir(), 'rehearse-exchange-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

// Builds the command line when it is out of date.
beforeAll(() => rehearse('--help'), 120_000);

describe.each(Object.keys(PLATFORMS))('%s', { timeout: 60_000 }, (platform) => {
  it('exports a template into a folder, and imports it as a journey that runs', async () => {
    const out = join(folder, platform);
    const exported = await rehearse('export', '--to', platform, orchestration, '--out', `${out}/`);
    expect(exported.err).not.toContain('fault of the program');
    expect(exported).toMatchObject({ code: 0, out: '' });
    const files = readdirSync(out)
      .sort()
      .map((name) => join(out, name));
    expect(files.length).toBeGreaterThan(0);
    const imported = await rehearse('import', ...files, '--onto', orchestration);
    expect(imported.code, imported.err).toBe(0);
    expect(imported.err).toContain('read as: ');
    expect(imported.err).not.toMatch(/Is it the journey|as in a new journey/);
    expect(parseJourney(imported.out)).toMatchObject({ ok: true });
    const journey = file(`${platform}.journey.json`, imported.out);
    const run = await rehearse('simulate', '--journey', journey, '--contacts', '500', '--json');
    expect(run.code, run.err).toBe(0);
    const alone = await rehearse('import', ...files);
    const complete = platform === 'bpmn' || platform === 'mermaid';
    expect(alone.err.match(/^note: .+ is as in a new journey; --onto JOURNEY keeps/gm) ?? []).toHaveLength(
      complete ? 0 : 1,
    );
    const unrelated = await rehearse('import', ...files, '--onto', 'public/samples/welcome.journey.json');
    expect(unrelated.err).toContain('welcome.journey.json: no step but the entry is in both');
    // Said which it is, the file is read the same.
    const named = await rehearse('import', '--from', platform, ...files, '--onto', orchestration);
    expect(named.out).toBe(imported.out);
  });

  it('refuses what is of no platform, or cut short, with the file and the place', async () => {
    const cut = file('cut.json', '{"data": {"type": "flow", "attributes": ');
    const { code, out, err } = await rehearse('import', '--from', platform, cut);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('cut.json');
    expect(err).not.toMatch(/fault of the program|\n\s+at /);
  });
});

describe('export', { timeout: 60_000 }, () => {
  it('prints a single file, its report and what is to be filled in on standard error', async () => {
    const { code, out, err } = await rehearse('export', '--to', 'klaviyo', orchestration);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ data: { type: 'flow' } });
    expect(err).toMatch(/^(emulated|missing): step “.+” \(.+\): .+$/m);
    expect(err).toMatch(/^fill in: .+ stands for it \(.+\)$/m);
  });

  it('puts answers into the blanks', async () => {
    const before = await rehearse('export', '--to', 'klaviyo', orchestration);
    const blank = /^fill in: .+ stands for it \((.+)\)$/m.exec(before.err)?.[1] ?? '';
    const answers = file('answers.json', JSON.stringify({ [blank]: 'ANSWERED1' }));
    const after = await rehearse('export', '--to', 'klaviyo', orchestration, '--answers', answers);
    expect(after.out).toContain('ANSWERED1');
    expect(after.err).not.toContain(`(${blank})`);
  });

  it('warns of answers that no blank asked for, with the name that was meant', async () => {
    const answers = file('odd.json', JSON.stringify({ 'sendr:email': 'a@example.com', nonsense: 'x' }));
    const { code, err } = await rehearse('export', '--to', 'klaviyo', orchestration, '--answers', answers);
    expect(code).toBe(0);
    expect(err).toContain(
      `warning: ${answers}: “sendr:email” is no blank of this export, so its answer was not used. Did you mean “sender:email”?`,
    );
    expect(err).toMatch(/odd\.json: “nonsense” is no blank of this export, so its answer was not used\.$/m);
  });

  it.each(['json', 'braze'])('asks for nothing for %s, and says so of every answer', async (to) => {
    const answers = file('idle.json', JSON.stringify({ 'sender:email': 'a@example.com' }));
    const { code, err } = await rehearse('export', '--to', to, orchestration, '--answers', answers);
    expect(code).toBe(0);
    expect(err).toContain(`warning: ${answers}: “sender:email” is no blank`);
  });

  it('takes numbers for answers, and refuses what is neither text nor number, by name', async () => {
    const filled = (answer: unknown) =>
      rehearse(
        ...['export', '--to', 'posthog', orchestration],
        ...['--answers', file('number.json', JSON.stringify({ 'integration:push': answer }))],
      );
    const number = await filled(1234567);
    expect(number.code).toBe(0);
    expect(number.out).toContain('1234567');
    for (const answer of [null, true, ['1'], { id: 1 }]) {
      const { code, err } = await filled(answer);
      expect(code).toBe(1);
      expect(err).toContain('number.json: “integration:push” is');
    }
  });

  it('warns once of an answer of another form, naming its file and its blank', async () => {
    const answers = file('misfit.json', JSON.stringify({ 'integration:push': 'none' }));
    const { err } = await rehearse('export', '--to', 'posthog', orchestration, '--answers', answers);
    const warnings = err.split('\n').filter((line) => line.includes('cannot stand for'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`warning: ${answers}: `);
    expect(warnings[0]).toContain('integration:push');
  });

  it('never prints several files as one: it asks where they go', async () => {
    const { code, out, err } = await rehearse('export', '--to', 'dittofeed', orchestration);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--out');
  });

  it('never writes over the journey that it reads', async () => {
    const own = file('own.journey.json', readFileSync(orchestration, 'utf8'));
    const { code, err } = await rehearse('export', '--to', 'json', own, '--out', own);
    expect(code).toBe(2);
    expect(err).toContain('is a file that is read here');
  });

  it.each(Object.keys(SHEETS))('writes a build sheet for %s', async (platform) => {
    const { code, out } = await rehearse('export', '--to', platform, orchestration);
    expect(code).toBe(0);
    expect(out).toMatch(/^# .+\n/);
    expect(out).toContain('- [ ] **1.**');
    const { err } = await rehearse('export', '--to', platform, orchestration, '--out', `${folder}/sheets/`);
    const { name } = JSON.parse(readFileSync(orchestration, 'utf8')) as { name: string };
    expect(err).toContain(`written: ${join(folder, 'sheets', fileNameOf(name, `.${platform}.md`))}`);
  });

  it.each([
    [['export', '--to', 'fax', orchestration], 'cannot export to “fax”'],
    [['export', orchestration], 'export needs a format'],
    [['import', '--from', 'fax', 'a.json'], 'cannot import from “fax”'],
    [['import', '--from', 'json', 'a.json'], 'simulate, validate and export take such files as they are'],
    [['import', '--from', 'braze', 'a.md'], 'gives no file'],
    [['import'], 'import needs a file'],
  ])('exits 2 with one line for %j', async (words, sentence) => {
    const { code, out, err } = await rehearse(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['another JSON file', 'package.json', 'no journey that can be read here'],
    ['no such file', 'missing.json', 'there is no such file'],
    ['one of ours', orchestration, 'validate, simulate and export take it as it is'],
  ])('import exits 1 for %s', async (_, path, sentence) => {
    const { code, out, err } = await rehearse('import', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });
});

describe('a file that is not imported is said to be what it is', { timeout: 60_000 }, () => {
  it.each([
    ['of HubSpot', '{"startActionId": "1"}', 'is a workflow of HubSpot: it cannot be read here'],
    ['of n8n', '{"nodes": [], "connections": {}}', 'is a workflow of n8n'],
    ['of PostHog’s pipeline', '{"hog": "return event"}', 'function of PostHog’s data pipeline'],
    ['a rehearsal', '{"format": "rehearsal"}', 'is a rehearsal: the app opens it'],
    ['empty', ' \n', 'is empty'],
    ['null', 'null', 'holds nothing'],
    ['an empty object', '{ }\n', 'holds nothing'],
    ['an empty list', '[]', 'holds nothing'],
    ['a sequence diagram', 'sequenceDiagram\n  A->>B: hello\n', 'this is “sequenceDiagram”'],
    ['a pie', '%% ours\npie title Pets\n  "Dogs" : 3\n', 'this is “pie”'],
    ['prose', 'journey to the north\npie\n', 'is no journey that can be read here'],
    [
      'of a newer Parcelvoy',
      '{"a": {"type": "entrance"}, "b": {"type": "delay"}, "c": {"type": "teleport"}}',
      'The step “c” is of the type “teleport”',
    ],
  ])('%s', async (name, contents, sentence) => {
    const { code, out, err } = await rehearse('import', file(`${name}.txt`, contents));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });
});

it('says what a drawing of somebody else does not say', { timeout: 60_000 }, async () => {
  const drawing = file('drawing.mmd', 'flowchart LR\n  a([Sign-up]) --> b[E-mail: welcome] --> c([End])\n');
  const { code, err } = await rehearse('import', drawing);
  expect(code, err).toBe(0);
  expect(err).toContain('note: what this file does not say (time zone, currency');
});

it('says of many warnings of one kind how many there are', { timeout: 60_000 }, async () => {
  const exits = Array.from({ length: 30 }, (_, index) => [
    `out-${index}`,
    { type: 'exit', data: { event_name: 'gone' } },
  ]);
  const steps = { in: { type: 'entrance', children: [{ external_id: 'end' }] }, end: { type: 'exit' } };
  const many = file('many.json', JSON.stringify({ ...steps, ...Object.fromEntries(exits) }));
  const { code, err } = await rehearse('import', many);
  expect(code, err).toBe(0);
  expect(err.match(/exit takes people out at an event/g)).toHaveLength(20);
  expect(err).toContain('… and 10 more like this.');
});

describe('--out', { timeout: 60_000 }, () => {
  const exported = (to: string, out: string) => rehearse('export', '--to', to, orchestration, '--out', out);

  it('writes nothing where one of several files cannot be written, and names that one', async () => {
    const out = join(folder, 'blocked');
    mkdirSync(join(out, '3-content-templates.json'), { recursive: true });
    writeFileSync(join(out, '1-user-properties.json'), 'old');
    const { code, err } = await exported('dittofeed', out);
    expect(code).toBe(2);
    expect(err).toContain(join(out, '3-content-templates.json'));
    expect(readFileSync(join(out, '1-user-properties.json'), 'utf8')).toBe('old');
    expect(readdirSync(out).sort()).toEqual(['1-user-properties.json', '3-content-templates.json']);
  });

  it('says that several files need a folder, and that a file is none', async () => {
    const out = file('taken.json', 'old');
    const { code, err } = await exported('dittofeed', out);
    expect(code).toBe(2);
    expect(err).toMatch(/taken\.json is a file; \d files need a folder/);
    expect((await exported('klaviyo', `${out}/`)).err).toContain('taken.json/ is a file');
    expect((await exported('klaviyo', join(out, 'below', 'a.json'))).err).toContain(
      'part of its path is not a folder',
    );
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  it('makes the folders that a file needs, leaves nothing beside it, and takes the place of an old one', async () => {
    const out = join(folder, 'new', 'deep', 'flow.json');
    for (const _ of [1, 2]) {
      const { code, err } = await exported('klaviyo', out);
      expect(code).toBe(0);
      expect(err).toContain(`written: ${out}`);
    }
    expect(readdirSync(join(folder, 'new', 'deep'))).toEqual(['flow.json']);
  });

  it('is never a pipe or a device', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { code, err } = await exported('klaviyo', pipe);
    expect(code).toBe(2);
    expect(err).toContain(`${pipe} is not a file`);
  });

  it('does not mix a bundle with that of another export', async () => {
    const out = join(folder, 'mixed');
    mkdirSync(out);
    writeFileSync(join(out, '4-foreign-things.json'), '[]');
    writeFileSync(join(out, 'notes.json'), '{}');
    const { code, err } = await exported('dittofeed', out);
    expect(code).toBe(2);
    expect(err).toContain('4-foreign-things.json');
    expect(err).toContain('Choose an empty folder, or remove them');
    expect(err).not.toContain('notes.json');
    expect(readdirSync(out).sort()).toEqual(['4-foreign-things.json', 'notes.json']);
    rmSync(join(out, '4-foreign-things.json'));
    expect((await exported('dittofeed', out)).code).toBe(0);
    // The same journey once more is no mixture.
    expect((await exported('dittofeed', out)).code).toBe(0);
    expect(existsSync(join(out, '5-journeys.json'))).toBe(true);
  });
});

testWithShared(
  'a file that somebody else wrote is imported and runs',
  'fixtures/posthog/re_engagement.json',
  async () => {
    const imported = await rehearse('import', '../shared/fixtures/posthog/re_engagement.json');
    expect(imported.code, imported.err).toBe(0);
    const journey = file('re-engagement.journey.json', imported.out);
    const run = await rehearse('simulate', '--journey', journey, '--contacts', '500', '--json');
    expect(run.code, run.err).toBe(0);
  },
);

it(
  'an import that asks for columns which the sample audience lacks says so',
  { timeout: 60_000 },
  async () => {
    const steps = file(
      'columns.parcelvoy-steps.json',
      JSON.stringify({
        a: { type: 'entrance', x: 0, y: 0, data: {}, children: [{ external_id: 'b' }] },
        b: {
          type: 'gate',
          x: 0,
          y: 0,
          data: { rule: { type: 'string', group: 'user', path: '$.shoe_size', operator: '=', value: '42' } },
          children: [{ external_id: 'c', path: 'yes' }],
        },
        c: { type: 'exit', x: 0, y: 0, data: {}, children: [] },
      }),
    );
    const { code, err } = await rehearse('import', steps);
    expect(code).toBe(0);
    expect(err).toContain(
      'note: the journey asks for a column that the sample audience does not have (“shoe_size”)',
    );
  },
);
