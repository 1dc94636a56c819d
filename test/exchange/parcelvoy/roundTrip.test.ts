import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { outcome, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { verifyParcelvoy } from '../../support/formats/parcelvoy.ts';

describe.each(SAMPLE_NAMES)('%s', (name) => {
  const journey = openSample(name);
  test('goes out right and comes back without errors', async () => {
    const { files, fits } = await written(converter, journey);
    expect(verifyParcelvoy(files)).toEqual([]);
    const again = await readBack(converter, files, journey);
    expect(findErrors(again)).toEqual([]);
    console.log(
      name,
      fits
        .filter((f) => !f.returns)
        .map((f) => `${f.step} ${f.code}`)
        .join(', '),
    );
    if (fits.every(({ returns }) => returns)) expect(outcome(again)).toEqual(outcome(journey));
  });
});

test('random', async () => {
  const t = await tryRoundTrips(converter, runnableJourney, { seed: 5, numRuns: 150 });
  console.log(t);
});
