import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { SERVERS_OWN } from '../../../src/exchange/sfmc/writeDocument.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { schemaOf } from '../../../src/audience/schema.ts';
import { outcome, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { sfmcJourney } from '../../support/formats/sfmcJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

const THIRD_PARTY = [
  'fixtures/sfmc/mcdev_Quicksend.journey-meta.json',
  'fixtures/sfmc/mcdev_updatecontact.journey-meta.json',
  'reference/formats/sfmc.testNew_ours.journey-meta.json',
];

describe('there and back', () => {
  test('what is promised comes back, and most of what the platform has is', async () => {
    const tried = await tryRoundTrips(converter, sfmcJourney, { seed: 11, numRuns: 120 });
    expect(tried.tried).toBeGreaterThanOrEqual(100);
    expect(tried.promised).toBeGreaterThan(tried.tried * 0.7);
    expect([...tried.kinds].sort()).toEqual(
      [
        'check',
        'entry',
        'exit',
        'experiment',
        'goal',
        'handoff',
        'message',
        'split',
        'update',
        'wait',
      ].sort(),
    );
  });

  test('whatever can be exported can be read again', async () => {
    const { tried } = await tryRoundTrips(converter, runnableJourney, { seed: 12, numRuns: 40 });
    expect(tried).toBeGreaterThanOrEqual(15);
  });

  test.each(SAMPLE_NAMES)('%s is written again as it was read', async (name) => {
    const sample = openSample(name);
    const { files } = await written(converter, sample);
    const again = await readBack(converter, files, sample);
    expect((await written(converter, again)).files).toEqual(files);
  });
});

describe('files that others made', () => {
  for (const path of THIRD_PARTY)
    testWithShared(`${path} comes in, runs, and goes out as it was`, path, async () => {
      const file = { name: path, type: 'application/json', text: sharedText(path) };
      const imported = await converter.import([file], { schema: schemaOf(sampleAudience) });
      if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
      expect(findErrors(imported.journey, { schema: schemaOf(sampleAudience) })).toEqual([]);
      outcome(imported.journey);
      const plain = await readBack(converter, [file]);
      const [back] = (await written(converter, plain)).files;
      expect(JSON.parse(back!.text)).toEqual(
        withoutServersOwn(JSON.parse(file.text) as { activities: object[] }),
      );
    });
});

/** The server gives these, to journeys and to activities; they are never sent. */
function withoutServersOwn(value: { activities: object[] }): object {
  const { activities, ...rest } = value;
  const fields = Object.entries(rest).filter(([field]) => !SERVERS_OWN.includes(field));
  const own = activities.map((activity) =>
    Object.fromEntries(Object.entries(activity).filter(([field]) => field !== 'id')),
  );
  return { ...Object.fromEntries(fields), activities: own };
}
