import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../../src/audience/schema.ts';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { readPlatformFiles } from '../../../src/exchange/readPlatformFiles.ts';
import { recognise } from '../../../src/exchange/recognise.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';

const schema = schemaOf(sampleAudience);

async function warningsOf(files: readonly ExchangeFile[]) {
  const imported = await converter.import(files, { schema });
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  return imported.warnings;
}

describe('a bundle of ours', () => {
  const journey = draft(
    {
      mail: step('message', { content: { body: 'Hello' } }),
      look: step('check'),
      ask: step('split', {
        branches: [
          branchOf('basic', { kind: 'column', column: 'plan', operator: 'is', value: 'basic' }),
          branchOf('plus', { kind: 'column', column: 'plan', operator: 'is', value: 'plus' }),
        ],
      }),
      end: step('exit'),
    },
    ['entry-1.next > mail', 'mail.next > look', 'look.noResponse > ask', 'ask.basic > end', 'ask.else > end'],
  );

  test('of which only the journey is chosen says so once, and which files belong to it', async () => {
    const { files } = await written(converter, journey);
    const warnings = await warningsOf(files.slice(-1));
    expect(warnings).toMatchObject([
      { code: 'dittofeed-files-missing', values: { templates: 1, segments: 4 } },
    ]);
    expect(warnings[0]?.words).toMatch(/“3-content-templates.json”, “4-segments.json”/);
  });

  test('of which only the segments are left out names them alone', async () => {
    const { files } = await written(converter, journey);
    const warnings = await warningsOf(files.filter(({ name }) => !name.startsWith('4')));
    expect(warnings.map(({ code, values }) => [code, values])).toEqual([
      ['dittofeed-files-missing', { segments: 4 }],
    ]);
  });

  test('that is whole says nothing of it', async () => {
    const { files } = await written(converter, journey);
    expect(await warningsOf(files)).toEqual([]);
  });

  test.each(['1', '2', '3', '4'])(
    'is known by its file %s alone, which has no journey in it',
    async (number) => {
      const asking = draft(
        {
          wait: step('wait', { until: { type: 'date', column: 'birthday', offsetMinutes: 0 } }),
          mail: step('message'),
          look: step('check'),
        },
        ['entry-1.next > wait', 'wait.next > mail', 'mail.next > look'],
      );
      const { files } = await written(converter, asking);
      const file = files.find(({ name }) => name.startsWith(number))!;
      expect(recognise(file)).toBe('dittofeed');
      const read = await readPlatformFiles([file]);
      expect(read.ok ? 'it was read' : read.problems[0]?.words).toMatch(
        /^There is no journey in it, only .* Open it together/,
      );
    },
  );
});
