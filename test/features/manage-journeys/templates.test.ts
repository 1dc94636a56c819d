import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/features/manage-journeys/thumbnail.ts';
import { TEMPLATES } from '../../../src/features/manage-journeys/templates.ts';
import { parseJourney } from '../../../src/journey/format.ts';

const FOLDER = new URL('../../../public/samples/', import.meta.url);
const ENDING = '.journey.json';

describe('the templates', () => {
  it('are the files that are there, all of them', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(ENDING));
    expect([...TEMPLATES].sort()).toEqual(files.map((file) => file.slice(0, -ENDING.length)).sort());
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(5);
  });

  it.each(TEMPLATES)('%s can be read, says what it is for, and has a picture', (name) => {
    const parsed = parseJourney(readFileSync(new URL(`${name}${ENDING}`, FOLDER), 'utf8'));
    if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.words).join('\n'));
    expect(parsed.journey.brief?.length).toBeGreaterThan(40);
    expect(pictureOf(parsed.journey).boxes).toHaveLength(Object.keys(parsed.journey.steps).length);
  });
});
