import { describe, expect, it } from 'vitest';
import { readJourneyFile } from '../../../src/features/manage-journeys/readJourneyFile.ts';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { smallJourney } from '../../support/smallJourney.ts';

const read = (text: string, name = 'mine.journey.json') => readJourneyFile(new File([text], name), i18n.t);
const wordsOf = async (text: string, name?: string) => {
  const outcome = await read(text, name);
  return outcome.kind === 'refused' ? outcome.problems.map(({ words }) => words) : outcome.kind;
};

describe('readJourneyFile', () => {
  it.each(['', ' \r\n\t\n', '\uFEFF'])(
    'says of a file with only %j that it is empty, and what to do',
    async (text) => {
      const [words, ...others] = await wordsOf(text);
      expect(words).toMatch(/^This file is empty\. Choose another one, or save the journey again/);
      expect(others).toEqual([]);
    },
  );

  it('says of an empty file that it is empty, whatever its name promises', async () => {
    expect(await wordsOf('', 'people.csv')).toEqual([expect.stringMatching(/^This file is empty/)]);
  });

  it('takes a journey as it was saved, and a flowchart', async () => {
    const journey = smallJourney();
    expect(await read(JSON.stringify(journey))).toEqual({ kind: 'journey', journey });
    expect((await read('flowchart LR\n  a --> b', 'chart.txt')).kind).toBe('flowchart');
  });

  it.each([
    ['launch.rehearsal', '{'],
    ['launch.json', '{ "format": "rehearsal", "version": 1 }'],
  ])('hands a rehearsal on to its own reader: %s', async (name, text) => {
    expect(await read(text, name)).toEqual({ kind: 'rehearsal', text });
  });

  it.each([
    ['', 'a.json'],
    ['x', 'a.png'],
    ['a\u0000b', 'a.json'],
  ])('names every kind of file that it could be instead of %j in %s', async (text, name) => {
    const [words = ''] = await wordsOf(text, name);
    for (const platform of Object.values(PLATFORMS)) expect(words).toContain(platform.name);
  });

  const bytesOf = (encoding: 'latin1' | 'utf16le' | 'utf8', text: string) =>
    new Uint8Array(Buffer.from(text, encoding));
  const flowchart = 'flowchart LR\n  a[Frühling] --> b';

  it.each([
    ['UTF-8 with its mark', bytesOf('utf8', `\uFEFF${flowchart}`)],
    ['UTF-16, little end first', bytesOf('utf16le', `\uFEFF${flowchart}`)],
    ['UTF-16, big end first', bytesOf('utf16le', `\uFEFF${flowchart}`).map((_, at, all) => all[at ^ 1] ?? 0)],
  ])('reads %s', async (_, bytes) => {
    expect(await readJourneyFile(new File([bytes], 'chart.mmd'), i18n.t)).toEqual({
      kind: 'flowchart',
      text: flowchart,
    });
  });

  it('refuses what is no UTF-8 rather than lose letters', async () => {
    const read = await readJourneyFile(new File([bytesOf('latin1', flowchart)], 'chart.mmd'), i18n.t);
    const words = read.kind === 'refused' ? read.problems[0]?.words : '';
    expect(words).toMatch(/^“chart\.mmd” is not text in UTF-8.*Save it as UTF-8/);
  });
});
