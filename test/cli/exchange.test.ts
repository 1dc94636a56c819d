import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(parseJourney(imported.out)).toMatchObject({ ok: true });
    const journey = file(`${platform}.journey.json`, imported.out);
    const run = await rehearse('simulate', '--journey', journey, '--contacts', '500', '--json');
    expect(run.code, run.err).toBe(0);
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
  });

  it.each([
    [['export', '--to', 'fax', orchestration], 'cannot export to “fax”'],
    [['export', orchestration], 'export needs a format'],
    [['import', '--from', 'fax', 'a.json'], 'cannot import from “fax”'],
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
    ['one of ours', orchestration, 'no journey that can be read here'],
  ])('import exits 1 for %s', async (_, path, sentence) => {
    const { code, out, err } = await rehearse('import', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
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
