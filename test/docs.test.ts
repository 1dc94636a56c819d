import { existsSync, readFileSync } from 'node:fs';
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
