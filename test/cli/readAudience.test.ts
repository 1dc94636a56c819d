import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readAudience } from '../../cli/readAudience.ts';

const folder = mkdtempSync(join(tmpdir(), 'audience-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string): string {
  writeFileSync(join(folder, name), contents);
  return join(folder, name);
}

test('doubts about what roles cannot read go to standard error, after the roles were corrected', async () => {
  const said: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const people = file('people.csv', 'id,TZ,town\n1,Rome,x\n2,Europe/Rome,y\n');
    await readAudience(people);
    await readAudience(people, file('roles.json', '{"town": "zone"}'));
  } finally {
    write.mockRestore();
  }
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/people\.csv: 1 of 2 values in “TZ” is no time zone, for example “Rome”/);
  expect(said[1]).toMatch(/people\.csv: 2 of 2 values in “town” are no time zone, for example “x”/);
});
