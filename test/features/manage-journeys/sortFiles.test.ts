import { describe, expect, it } from 'vitest';
import { unzipOf } from '../../../src/exchange/unzipOf.ts';
import { zipOf } from '../../../src/exchange/zipOf.ts';
import { sortFiles } from '../../../src/features/manage-journeys/sortFiles.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { smallJourney } from '../../support/smallJourney.ts';

const file = (name: string, text: string) => ({ name, type: '', text });
const exchange = () => Promise.resolve({ unzipOf: (bytes: Uint8Array) => Promise.resolve(unzipOf(bytes)) });
const sort = (...files: readonly File[]) => sortFiles(files, i18n.t, exchange);
const asFiles = (files: readonly ReturnType<typeof file>[]) =>
  files.map(({ name, text }) => new File([text], name));
const zipped = (name: string, files: readonly ReturnType<typeof file>[]) => new File([zipOf(files)], name);

const FLOWCHART = 'flowchart LR\n  a --> b\n';
const BUNDLE = [file('1-lists.json', '[{"lists":1}]'), file('2-journeys.json', '[{"journeys":[]}]')];
const JOURNEYS = [
  file('a.json', JSON.stringify(smallJourney('j-a'))),
  file('b.json', JSON.stringify(smallJourney('j-b'))),
];

describe('files that were chosen together', () => {
  it('are the files of one journey of another platform, chosen or in an archive', async () => {
    const expected = { kind: 'foreign', files: BUNDLE };
    expect(await sort(...asFiles(BUNDLE))).toEqual(expected);
    expect(await sort(zipped('Spring.zip', BUNDLE))).toEqual(expected);
    const [first, ...others] = BUNDLE;
    expect(await sort(...asFiles(first ? [first] : []), zipped('others.zip', others))).toEqual(expected);
  });

  it('are journeys, each by itself', async () => {
    const expected = { kind: 'journeys', journeys: [smallJourney('j-a'), smallJourney('j-b')] };
    expect(await sort(...asFiles(JOURNEYS))).toEqual(expected);
    expect(await sort(zipped('both.zip', JOURNEYS))).toEqual(expected);
  });

  it('are refused where a journey of Rehearsal is among those of others', async () => {
    expect(await sort(...asFiles([...BUNDLE, ...JOURNEYS]))).toMatchObject({
      kind: 'refused',
      refused: { file: 'a.json', problems: [{ code: 'files-mixed' }] },
    });
  });

  it('are refused by the one that cannot be read', async () => {
    expect(await sort(...asFiles([...BUNDLE, file('3.json', '')]))).toMatchObject({
      kind: 'refused',
      refused: { file: '3.json', problems: [{ code: 'file-empty' }] },
    });
  });

  it('are not read where there are far too many', async () => {
    const files = Array.from({ length: 21 }, (_, n) => file(`${n}.json`, '{}'));
    expect(await sort(...asFiles(files))).toMatchObject({
      refused: { problems: [{ code: 'too-many-files' }] },
    });
  });
});

describe('an archive', () => {
  it('that is damaged is refused in words', async () => {
    const whole = zipOf(BUNDLE);
    expect(await sort(new File([whole.subarray(0, whole.length - 9)], 'cut.zip'))).toMatchObject({
      kind: 'refused',
      refused: { file: 'cut.zip', problems: [{ code: 'zip-damaged' }] },
    });
  });

  it('in an archive is not unpacked', async () => {
    const inner = new TextDecoder('latin1').decode(zipOf([]));
    const outer = zipped('outer.zip', [
      file('inner.zip', `PK\u0003\u0004${inner.replace(/[^\0-\x7f]/g, '')}`),
    ]);
    expect(await sort(outer)).toMatchObject({
      kind: 'refused',
      refused: { file: 'inner.zip', problems: [{ code: 'zip-in-zip' }] },
    });
  });
});

describe('a flowchart', () => {
  it('is shown to be mended, unless it is longer than a field holds', async () => {
    expect(await sort(new File([FLOWCHART], 'a.mmd'))).toEqual({ kind: 'flowchart', text: FLOWCHART });
    const long = `${FLOWCHART}%% ${'x'.repeat(100_000)}\n`;
    expect(await sort(new File([long], 'b.mmd'))).toEqual({ kind: 'foreign', files: [file('b.mmd', long)] });
  });
});
