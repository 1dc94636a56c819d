import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';
import { draft, step } from '../support/draftJourney.ts';
import { rehearse, untimed } from '../support/rehearse.ts';
import { SAMPLE_FILES } from '../support/samples.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const orchestration = 'public/samples/orchestration.journey.json';
const hillstrom = join(root, '../shared/data/hillstrom.csv');
const folder = mkdtempSync(join(tmpdir(), 'rehearse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const simulate = (...words: string[]) =>
  rehearse('simulate', '--journey', orchestration, '--json', '--contacts', '30000', ...words);

// Builds the command line when it is out of date.
beforeAll(() => rehearse('--help'), 120_000);

describe('simulate', { timeout: 60_000 }, () => {
  it('prints one JSON object with sorted keys at every level', async () => {
    const { code, out } = await simulate('--seed', '5');
    expect(code).toBe(0);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(
      'contacts journey messages seconds seed steps stepsExecuted stepsPerSecond totals'.split(' '),
    );
    expect(report).toMatchObject({ contacts: 30_000, seed: 5, journey: 'Spring launch orchestration' });
    const check = (report['steps'] as { id: string; exits: object }[]).find(({ id }) => id === 'engagement');
    expect(Object.keys(check!.exits)).toEqual([
      'clicked',
      'converted',
      'noResponse',
      'opened',
      'unsubscribed',
    ]);
    const totals = report['totals'] as Record<string, { low: number; value: number; high: number }>;
    for (const { low, value, high } of Object.values(totals)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
    const sortedAgain = JSON.stringify(
      report,
      (_, value: unknown) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      2,
    );
    expect(out).toBe(`${sortedAgain}\n`);
  });

  it('gives the same bytes for one shard, for seven on two threads, and again', async () => {
    const once = untimed(await simulate('--shards', '1', '--workers', '1'));
    expect(untimed(await simulate('--shards', '7', '--workers', '2'))).toBe(once);
    expect(untimed(await simulate())).toBe(once);
    expect(untimed(await simulate('--shards', '1', '--workers', '1'))).toBe(once);
  });

  it('gives other numbers for another seed', async () => {
    const [one, two] = [await simulate('--seed', '1'), await simulate('--seed', '2')].map(untimed);
    expect(two!.replace('"seed": 2', '"seed": 1')).not.toBe(one);
  });

  it('prints a table, and writes JSON beside it', async () => {
    const out = join(folder, 'result.json');
    const table = await rehearse('simulate', '--journey', orchestration, '--contacts', '2000', '--out', out);
    expect(table.code).toBe(0);
    expect(table.out).toContain('Spring launch orchestration with 2,000 contacts of the sample audience');
    expect(table.out).toMatch(/\nconversions +\d/);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ contacts: 2000, seed: 1 });
  });

  it('never lets a result take the place of what it came from, be it by a link, or of a folder', async () => {
    const own = file('own.json', readFileSync(join(root, orchestration), 'utf8'));
    const link = join(folder, 'link.json');
    symlinkSync(own, link);
    for (const out of [own, folder]) {
      const { code } = await rehearse('simulate', '--journey', link, '--contacts', '10', '--out', out);
      expect(code).toBe(2);
    }
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(join(root, orchestration), 'utf8'));
  });

  it('takes your own rates', async () => {
    const clicked = (text: string) =>
      (JSON.parse(text) as { messages: { clicked: number }[] }).messages.reduce(
        (sum, message) => sum + message.clicked,
        0,
      );
    const benchmarks = await simulate();
    const mine = await simulate('--response', file('response.json', '{"clicked": 0.1}'));
    expect(clicked(mine.out)).toBeGreaterThan(clicked(benchmarks.out) * 1.5);
  });

  it('runs contacts of a file, fewer of them as a fixed sample and more as repeated rows', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, row) => `c${row},${['high', 'medium', 'low'][row % 3]},${row % 2 === 0 ? 'yes' : 'no'}`,
    );
    const audience = file('people.csv', `id,intent,email_consent\n${rows.join('\n')}\n`);
    const roles = file('roles.json', '{"email_consent": "consent:email"}');
    const run = (...words: string[]) =>
      rehearse(
        'simulate',
        '--journey',
        orchestration,
        '--json',
        '--audience',
        audience,
        '--roles',
        roles,
        ...words,
      );
    for (const contacts of ['200', '500', '1300']) {
      const whole = untimed(await run('--contacts', contacts, '--shards', '1'));
      expect(JSON.parse(whole)).toMatchObject({ contacts: Number(contacts) });
      expect(untimed(await run('--contacts', contacts, '--shards', '7', '--workers', '2'))).toBe(whole);
    }
  });

  it.skipIf(!existsSync(hillstrom))(
    'runs 64 000 real customers (skipped where ../shared/data/hillstrom.csv is absent)',
    async () => {
      const words = [
        'simulate',
        '--journey',
        file('hillstrom.json', forHillstrom()),
        '--audience',
        hillstrom,
        '--json',
      ];
      const whole = untimed(await rehearse(...words, '--contacts', '64000'));
      const { steps } = JSON.parse(whole) as { steps: { id: string; entered: number }[] };
      // Counted in the file itself; the third column from the start may hold a comma, so history is the tenth from the end.
      const counts = Object.fromEntries(steps.map(({ id, entered }) => [id, entered]));
      expect(counts).toMatchObject(countHillstrom());
      expect(
        untimed(await rehearse(...words, '--contacts', '64000', '--shards', '7', '--workers', '2')),
      ).toBe(whole);
      const sample = untimed(await rehearse(...words, '--contacts', '1000', '--shards', '1'));
      expect(untimed(await rehearse(...words, '--contacts', '1000', '--shards', '7'))).toBe(sample);
    },
  );

  it.each([
    [['--seed', 'lucky'], '--seed is “lucky”'],
    [['--contacts', '7'], '--contacts is given 2 times'],
    [['--frobnicate'], "Unknown option '--frobnicate'"],
    [['--roles', 'roles.json'], 'there is no --audience'],
  ])('exits 2 with one line for %j', async (words, sentence) => {
    const { code, out, err } = await simulate(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['no such file', 'missing.json', 'there is no such file'],
    ['a folder', folder, 'it is a folder'],
    ['50 MB of nesting', () => file('deep.json', '['.repeat(50 * 1024 * 1024)), 'is larger than 10 MB'],
    ['deep nesting', () => file('deep.json', '['.repeat(100_000)), 'more than 112 levels deep'],
    [
      'bytes that are no text',
      () => file('binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff)),
      'not text in UTF-8',
    ],
    [
      'half a journey',
      () => file('half.json', readFileSync(join(root, orchestration), 'utf8').slice(0, 999)),
      'line ',
    ],
    ['another JSON file', 'package.json', 'not a journey'],
    ['a newer version', () => changed({ version: 99 }), 'saved by a newer Rehearsal'],
    ['a field that is wrong', () => changed({ settings: 7 }), 'at settings'],
  ])('exits 1 and names the place for %s', async (_, given, sentence) => {
    const path = typeof given === 'string' ? given : given();
    const { code, out, err } = await rehearse('simulate', '--journey', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(path);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('exits 1 and names the step for a journey with an error', async () => {
    const { code, err } = await rehearse('simulate', '--journey', withoutTimeInLoop());
    expect(code).toBe(1);
    expect(err).toMatch(/looping\.json: step “.+” \(\S+\)/);
  });

  it('exits 1 for policies that it cannot read, naming the place', async () => {
    const { code, err } = await simulate('--policies', file('policies.json', '{"caps": [{"max": 1}]}'));
    expect(code).toBe(1);
    expect(err).toContain('caps[0].id');
  });

  it('exits 1 for an audience that is none', async () => {
    const empty = await simulate('--audience', file('empty.csv', ''));
    expect(empty.code).toBe(1);
    expect(empty.err).toContain('empty.csv');
    const missing = await simulate('--audience', 'nobody.csv');
    expect(missing.err).toContain('nobody.csv cannot be read: there is no such file');
  });
});

describe('validate', { timeout: 60_000 }, () => {
  it('passes every sample', async () => {
    const { code } = await rehearse('validate', ...SAMPLE_FILES.map((name) => `public/samples/${name}`));
    expect(code).toBe(0);
  });

  it('exits 1 when one of the files has an error, and says where, also as JSON', async () => {
    const looping = withoutTimeInLoop();
    const { code, out } = await rehearse('validate', orchestration, looping);
    expect(code).toBe(1);
    expect(out).toContain(`error: ${looping}: step “`);
    const json = await rehearse('validate', '--json', orchestration, looping, 'missing.json');
    expect(json.code).toBe(1);
    const { files } = JSON.parse(json.out) as {
      files: { file: string; problems: { severity: string; step?: string }[] }[];
    };
    expect(files.map(({ file: name }) => name)).toEqual([orchestration, looping, 'missing.json']);
    expect(files[1]!.problems.some(({ severity, step }) => severity === 'error' && step !== undefined)).toBe(
      true,
    );
    expect(files[2]!.problems).toMatchObject([{ code: 'unreadable-file' }]);
  });
});

describe('export', { timeout: 60_000 }, () => {
  it('gives the same document back as JSON', async () => {
    const { code, out } = await rehearse('export', '--to', 'json', orchestration);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(root, orchestration), 'utf8')));
    const again = await rehearse('export', '--to', 'json', file('exported.json', out));
    expect(again.out).toBe(out);
  });

  it('draws a flowchart', async () => {
    const { code, out } = await rehearse('export', '--to', 'mermaid', orchestration);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart /m);
  });
});

describe('help', () => {
  it('names the commands and exits 0', async () => {
    const { code, out } = await rehearse('--help');
    expect(code).toBe(0);
    for (const word of ['simulate', 'validate', 'export', '--shards', '--policies'])
      expect(out).toContain(word);
  });
});

/** Writes to customers who spent much lately, and splits by what they spent. */
function forHillstrom(): string {
  const big = { kind: 'column', column: 'history', operator: 'atLeast', value: 200 } as const;
  return serializeJourney(
    draft(
      {
        'entry-1': step('entry', {
          eligible: { kind: 'column', column: 'recency', operator: 'atMost', value: 6 },
        }),
        worth: step('split', { branches: [{ id: 'big', name: 'Big', rule: big }] }),
        mail: step('message'),
        text: step('message', { channel: 'sms' }),
      },
      ['entry-1.next > worth', 'worth.big > mail', 'worth.else > text'],
    ),
  );
}

function countHillstrom(): Record<string, number> {
  const [, ...rows] = readFileSync(hillstrom, 'utf8').trim().split(/\r?\n/);
  const recent = rows.map((row) => row.split(',')).filter(([recency]) => Number(recency) <= 6);
  const big = recent.filter((cells) => Number(cells.at(-10)) >= 200).length;
  return { 'entry-1': recent.length, worth: recent.length, mail: big, text: recent.length - big };
}

function changed(change: object): string {
  const journey = JSON.parse(readFileSync(join(root, orchestration), 'utf8')) as object;
  return file('changed.json', JSON.stringify({ ...journey, ...change }));
}

/** Two steps that lead to each other with no wait between them. */
function withoutTimeInLoop(): string {
  const journey = JSON.parse(readFileSync(join(root, orchestration), 'utf8')) as {
    links: Record<string, Record<string, string>>;
  };
  return file(
    'looping.json',
    JSON.stringify({ ...journey, links: { ...journey.links, suppression: { next: 'suppression' } } }),
  );
}
