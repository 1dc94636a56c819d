import { describe, expect, test } from 'vitest';
import { exportMermaid } from '../../../src/exchange/mermaid/exportMermaid.ts';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { damagesAreNoticed } from '../../support/formats/damage.ts';
import { verifierOf } from '../../support/formats/mermaid.ts';
import { outcome, promisesAll, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { sharedNames, sharedText, testWithShared } from '../../support/shared.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

const converter = await PLATFORMS.mermaid.load();
const textOf = async (journey: Journey) => (await written(converter, journey)).files[0]?.text ?? '';
const filesOf = (text: string) => [{ name: 'journey.mmd', type: 'text/plain', text }];

describe.each(SAMPLE_NAMES)('%s', (name) => {
  const journey = openSample(name);

  test('is a flowchart that Mermaid reads, box by box and arrow by arrow', async () => {
    const { files } = await written(converter, journey);
    expect(await verifierOf(journey)(files)).toEqual([]);
  });

  test('comes back with the same results, with nothing but its file', async () => {
    const { files, fits } = await written(converter, journey);
    expect(promisesAll(fits)).toBe(true);
    const again = await readBack(converter, files);
    expect(again.steps).toEqual(journey.steps);
    expect(again.links).toEqual(journey.links);
    expect(again.brief).toBe(journey.brief);
    expect(outcome(again)).toEqual(outcome(journey));
    expect(exportMermaid(again)).toBe(files[0]?.text);
  });
});

test('a file that was cut short is refused, wherever it was cut', async () => {
  const { files } = await written(converter, openSample('orchestration'));
  const lines = (files[0]?.text ?? '').trimEnd().split('\n');
  for (let kept = 2; kept < lines.length; kept += 3) {
    const read = await converter.import(filesOf(lines.slice(0, kept).join('\n')));
    expect(read.ok ? 'read' : read.problems.map(({ code }) => code)).toEqual(['mermaid-cut-short']);
  }
});

test('of a drawing by somebody else every guess is told', async () => {
  const read = await converter.import(
    filesOf('flowchart TD\nA[Start] --> B{Which?}\nB -->|One| C[Email]\nB -->|Two| D'),
  );
  const words = read.ok ? read.warnings.map((warning) => warning.words) : [];
  expect(words).toContain('“Email” is read as a message: it names a channel.');
  expect(words).toContain('“Which?” asks for the tag “one”, which nobody has until it is given.');
});

test('any journey comes back with the same results', async () => {
  const { tried, promised, kinds } = await tryRoundTrips(converter, runnableJourney, {
    seed: 61,
    numRuns: 150,
  });
  expect(promised).toBe(tried);
  expect(promised).toBeGreaterThan(100);
  expect([...kinds].sort()).toEqual([...STEP_KINDS].sort());
});

describe('damages', () => {
  const journey = openSample('orchestration');
  const inText =
    (from: string | RegExp, to: string) => (files: { name: string; type: string; text: string }[]) =>
      files.map((file) => ({ ...file, text: file.text.replace(from, to) }));
  damagesAreNoticed(verifierOf(journey), async () => (await written(converter, journey)).files, {
    'the header is gone': inText('flowchart LR\n', ''),
    'a box is gone': inText(/^.*:::goal\n/m, ''),
    'a box is there twice': inText(/^( {2}\S+)(\[.*:::message)$/m, '$1$2\n$1-2$2'),
    'another name': inText(/\["/, '["not '),
    'another kind': inText(':::message', ':::wait'),
    'no kind': inText(':::message', ''),
    'a quote is gone': inText('"]:::message', ']:::message'),
    'a bracket is gone': inText('"]:::message', '":::message'),
    'an arrow is gone': inText(/^.* --> .*\n/m, ''),
    'an arrow is turned round': inText(/^ {2}(\S+) --> (\S+)$/m, '  $2 --> $1'),
    'an arrow more': inText(/^ {2}(\S+) --> (\S+)$/m, '  $1 --> $2\n  $2 --> $1'),
    'an arrow that is not seen': inText(' --> ', ' ~~~ '),
    'an arrow both ways': inText(' --> ', ' <--> '),
    'a frame': inText('flowchart LR\n', 'flowchart LR\nsubgraph s\nend\n'),
    'arrows that say the same': (files) =>
      files.map((file) => ({ ...file, text: file.text.replace(/-->\|.*\|/g, '-->|"x"|') })),
    'a comment that is none': inText('%% rehearsal:settings', '% rehearsal:settings'),
  });
});

test('what a drawing has no place for is said', async () => {
  const journey = { ...openSample(SAMPLE_NAMES[0] ?? ''), notes: { n: NOTE } };
  const exported = await converter.export(journey, { policies: STRICT_POLICIES });
  if (!exported.ok) throw new Error('not exported');
  const { fits, warnings } = exported;
  expect(fits.filter(({ step }) => step === undefined).map(({ code }) => code)).toEqual([
    'annotations-left-out',
    'policies-left-out',
  ]);
  expect(promisesAll(fits)).toBe(false);
  expect(new Set(fits.flatMap(({ step }) => step ?? []))).toEqual(
    new Set(stepEntries(journey).map(([id]) => id)),
  );
  expect(warnings).toEqual([]);
  const body = 'x'.repeat(60_000);
  const long = draft({ mail: step('message', { content: { body } }) }, ['entry-1.next > mail']);
  expect((await written(converter, long)).warnings.map(({ code }) => code)).toEqual(['mermaid-limits']);
});
const NOTE = { text: 'n', tint: 'grey', x: 0, y: 0, width: 240, height: 120 } as const;

describe('files of others', () => {
  testWithShared('become journeys that run', 'fixtures/mermaid', async () => {
    for (const name of sharedNames('fixtures/mermaid')) {
      const { schema } = sampleFacts;
      const read = await converter.import(filesOf(sharedText(`fixtures/mermaid/${name}`)), { schema });
      if (!read.ok) throw new Error(read.problems[0]?.words);
      expect(findErrors(read.journey, { schema })).toEqual([]);
      expect(outcome(read.journey)).toBeDefined();
      expect(await verifierOf(read.journey)(filesOf(await textOf(read.journey)))).toEqual([]);
    }
  });
});
