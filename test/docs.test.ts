import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Tests that docs/simulation.md names: each file with the titles that follow it. */
function namedTests(): { readonly file: string; readonly titles: readonly string[] }[] {
  const text = readFileSync('docs/simulation.md', 'utf8');
  const named: { file: string; titles: string[] }[] = [];
  for (const paragraph of text.split('\n\n').filter((words) => words.startsWith('Proved by'))) {
    for (const [, file, title] of paragraph.matchAll(/`([\w/]+\.test\.tsx?)`|“([^”]+)”/g)) {
      if (file !== undefined) named.push({ file: `test/${file}`, titles: [] });
      else if (title !== undefined) named.at(-1)?.titles.push(title);
    }
  }
  return named;
}

describe('docs/simulation.md', () => {
  it('names tests that there are', () => {
    const named = namedTests();
    expect(named.length).toBeGreaterThan(50);
    const missing = named.flatMap(({ file, titles }) => {
      if (!existsSync(file)) return [file];
      const source = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ');
      return titles
        .filter((title) => !source.includes(title.replaceAll(/\s+/g, ' ')))
        .map((title) => `${file}: ${title}`);
    });
    expect(missing).toEqual([]);
  });
});

/** Codes as the linter's sources give them: as a field, or as the first argument of what makes such problems. */
function codesInSources(): ReadonlySet<string> {
  const folders = ['src/journey/problems', 'src/journey/steps'];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const given = /(?:code: |settingError\(\s*|warning\(\s*|neverTrue\(\s*)'([a-z0-9-]+)'/g;
  return new Set(sources.flatMap((source) => [...source.matchAll(given)].map(([, code = '']) => code)));
}

describe('docs/problems.md', () => {
  const rows = readFileSync('docs/problems.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, code, severity, test] = /^\| `([^`]+)` \| (\w+) \|.*\| `([^`]+)` \|$/.exec(line) ?? [];
      return code !== undefined && test !== undefined ? [{ code, severity, test }] : [];
    });

  it('lists each code that findProblems can give, once, and no other', () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.map(({ code }) => code).sort()).toEqual([...codesInSources()].sort());
  });

  it('names a test of each, which asks for that code', () => {
    const support = readFileSync('test/support/doubtfulJourneys.ts', 'utf8');
    const untested = rows.filter(({ code, test }) => {
      const source = existsSync(`test/${test}`) ? readFileSync(`test/${test}`, 'utf8') : '';
      return !`${source}${test.endsWith('fixes.test.ts') ? support : ''}`.includes(code);
    });
    expect(untested).toEqual([]);
  });
});
