import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import { SAMPLE_NAMES, openSample } from '../../support/samples.ts';
import { verifyKlaviyo } from '../../support/formats/klaviyo.ts';
import { written, readBack, outcome } from '../../support/formats/roundTrip.ts';

describe('templates', () => {
  test.each(SAMPLE_NAMES)('%s', async (name) => {
    const w = await written(converter, openSample(name));
    expect(verifyKlaviyo(w.files)).toEqual([]);
    console.log(
      name,
      JSON.parse(w.files[0]!.text).data.attributes.definition.actions.length,
      w.files[0]!.text.length,
    );
    for (const f of w.fits)
      if (!f.returns || f.fit === 'missing') console.log('   ', f.step, f.fit, f.code, f.words, f.returns);
    const again = await readBack(converter, w.files, openSample(name));
    const diff = Object.keys(openSample(name).steps).filter((s) => !(s in again.steps));
    console.log(
      'lost',
      diff,
      'new',
      Object.keys(again.steps).filter((s) => !(s in openSample(name).steps)).length,
    );
  });
});
