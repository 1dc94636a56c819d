import { describe, expect, it } from 'vitest';
import { readJourneyFile } from '../../../src/features/manage-journeys/readJourneyFile.ts';
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
});
