import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeRoles, readCalibration, readPolicies, readRoles } from '../../cli/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'rehearse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(contents: unknown): string {
  const path = join(folder, 'settings.json');
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return path;
}

describe('your own rates', () => {
  it('may be any of three', async () => {
    expect(await readCalibration(file({ opened: 0.4, converted: 0 }))).toEqual({ opened: 0.4, converted: 0 });
    expect(await readCalibration(file('\uFEFF{}'))).toEqual({});
  });

  it('may be those of channels, and what belongs to no channel', async () => {
    const given = {
      channels: { sms: { clicked: 0.1 }, push: {} },
      common: { orderMean: 80, quickBuyers: 1 },
    };
    expect(await readCalibration(file(given))).toEqual(given);
  });

  it.each([
    [{ channels: { pigeon: {} } }, '“channels.pigeon” is no channel; there are email'],
    [{ channels: { sms: { clicks: 0.1 } } }, '“channels.sms.clicks” is no rate; there are delivered'],
    [{ channels: { sms: { clicked: 3 } } }, '“channels.sms.clicked” is 3; it must be a number from 0 to 1'],
    [{ channels: [] }, '“channels” must be a JSON object'],
    [{ common: { luck: 1 } }, '“common.luck” is no parameter; there are organicPerDay'],
    [{ common: { quickBuyers: 2 } }, '“common.quickBuyers” is 2; it must be a number from 0 to 1'],
    [{ common: { orderMean: 'dear' } }, '“common.orderMean” is "dear"; it must be a number'],
    [{ open: 0.2 }, '“open” is no rate'],
    [{ opened: 21 }, '“opened” is 21; it must be a number from 0 to 1'],
    [{ opened: '0.2' }, 'it must be a number'],
    [[], 'must be a JSON object'],
    ['{"opened": ', 'is not JSON'],
    ['null', 'must be a JSON object'],
    ['{"__proto__": 1}', '“__proto__” is no rate'],
  ])('are refused as %j', async (contents, sentence) => {
    await expect(readCalibration(file(contents))).rejects.toThrow(sentence);
  });
});

describe('policies', () => {
  const cap = {
    id: 'weekly',
    max: 3,
    window: { kind: 'calendar', unit: 'week' },
    zone: 'contact',
    scope: 'all',
    onCap: { kind: 'skip' },
  };

  it('may say that there are none', async () => {
    for (const contents of [{}, { caps: [] }, '\uFEFF{}'])
      expect(await readPolicies(file(contents))).toEqual({ caps: [], budgets: [], rateLimits: [] });
  });

  it('come as they stand in the file', async () => {
    const policies = {
      caps: [cap],
      quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' },
      budgets: [{ channel: 'sms', amount: 5 }],
      rateLimits: [],
    };
    expect(await readPolicies(file(policies))).toEqual(policies);
  });

  it.each([
    [
      { caps: [cap, { ...cap, max: 0 }] },
      'settings.json: at caps[1].max: “caps[1].max” is 0; it must be at least 1',
    ],
    [{ caps: [cap, cap] }, 'give each cap an id of its own'],
    [{ caps: {} }, '“caps” is an object; it must be a list'],
    [{ cap: [] }, 'has no field “cap”; there are format, version, caps, quietHours'],
    ['[]', 'the file must be a JSON object of caps'],
    ['{"caps": ', 'at line 1, column 10 the file ends'],
    [{ '\u001B[2J': [] }, 'has no field “\uFFFD[2J”'],
  ])('are refused as %j, never ignored', async (contents, sentence) => {
    await expect(readPolicies(file(contents))).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(sentence) as string,
    });
  });

  it('with several faults are told each on a line of its own', async () => {
    const faulty = { caps: [{ ...cap, max: 0 }], budgets: [{ channel: 'pigeon', amount: 1 }] };
    await expect(readPolicies(file(faulty))).rejects.toThrow(
      /^.+at caps\[0\]\.max: .+\n.+at budgets\[0\]\.channel: .+$/,
    );
  });
});

describe('roles', () => {
  it('replace what was guessed: for their column, and the role wherever else it was', async () => {
    const given = await readRoles(file({ mail: 'address:email', segment: null, tz: 'zone' }));
    const guessed = { id: 'id', segment: 'tags', timezone: 'zone', mail: 'id' } as const;
    const where = { file: 'roles.json', columns: ['id', 'segment', 'timezone', 'mail', 'tz'] };
    expect(mergeRoles(guessed, given, where)).toEqual({ id: 'id', mail: 'address:email', tz: 'zone' });
  });

  it('name columns that are there', async () => {
    const given = await readRoles(file({ nowhere: 'id' }));
    expect(() => mergeRoles({}, given, { file: 'roles.json', columns: ['here'] })).toThrow(
      'the audience has no column “nowhere”',
    );
  });

  it.each([
    [{ a: 'mail' }, 'column “a” has the role "mail"'],
    [{ a: 'id', b: 'id' }, 'columns “a” and “b” both have the role id'],
    [{ a: 'consent:pigeon' }, 'consent:CHANNEL'],
  ])('are refused as %j', async (contents, sentence) => {
    await expect(readRoles(file(contents))).rejects.toThrow(sentence);
  });

  it('cannot move the cursor of a terminal', async () => {
    await expect(readRoles(file({ '\u001B[2J': 'x' }))).rejects.toThrow('column “\uFFFD[2J”');
  });
});

describe('files', () => {
  it.each([
    [join(folder, 'missing.json'), 'there is no such file'],
    [folder, 'it is a folder'],
  ])('that cannot be read are named: %s', async (path, sentence) => {
    await expect(readPolicies(path)).rejects.toThrow(`${path} cannot be read: ${sentence}`);
  });

  it('that never end, or are no text, are refused', async () => {
    await expect(readPolicies('/dev/zero')).rejects.toThrow('larger than 1 MB');
    const path = join(folder, 'binary');
    writeFileSync(path, Uint8Array.of(0x7b, 0xff, 0xfe));
    await expect(readPolicies(path)).rejects.toThrow('not text in UTF-8');
  });
});
