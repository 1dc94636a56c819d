import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { verifyDittofeed } from '../../support/formats/dittofeed.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

describe('templates', () => {
  test.each(SAMPLE_NAMES)('%s can be sent', async (name) => {
    const { files } = await written(converter, openSample(name));
    expect(verifyDittofeed(files)).toEqual([]);
  });
});
