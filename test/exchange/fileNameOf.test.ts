import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameOf } from '../../src/exchange/fileNameOf.ts';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { openSample } from '../support/samples.ts';

it.each([
  ['Win back: lapsed customers', 'win-back-lapsed-customers.json'],
  ['', 'journey.json'],
  [' … ', 'journey.json'],
  ['❤️', 'journey.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ["$(rm -rf ~); `x` & 'y'", 'rm-rf-x-y.json'],
  ['Ünïcode Straße', 'ünïcode-straße.json'],
  ['हिन्दी यात्रा', 'हिन्दी-यात्रा.json'],
  ['歓迎メール', '歓迎メール.json'],
  ['CON', 'journey-con.json'],
  ['a'.repeat(200), `${'a'.repeat(48)}.json`],
])('%j is %s', (name, file) => expect(fileNameOf(name, '.json')).toBe(file));

it('is short, of letters, digits and dashes, and begins with one of the former, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
      const file = fileNameOf(name, '.parcelvoy-steps.json');
      expect(file).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?<!-)\.parcelvoy-steps\.json$/u);
      expect(new TextEncoder().encode(file).length).toBeLessThan(230);
    }),
    { numRuns: 300 },
  );
});

// Dittofeed's are numbered by their order, Salesforce's is called by its key.
const { dittofeed: _, sfmc: __, ...named } = PLATFORMS;

it.each(Object.entries(named))('%s calls its file so', async (_id, { load, endings }) => {
  for (const name of ['A/B “test” & more', '']) {
    const made = await (await load()).export({ ...openSample('welcome'), name });
    expect(made.ok && made.files.map((file) => file.name)).toEqual([fileNameOf(name, endings[0] ?? '')]);
  }
});
