import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/mermaid/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { verifierOf } from '../../support/formats/mermaid.ts';
import { readByMermaid } from '../../support/formats/mermaidReading.ts';
import { readBack, written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

const textOf = async (journey: Journey) => (await written(converter, journey)).files[0]?.text ?? '';
const filesOf = (text: string) => [{ name: 'journey.mmd', type: 'text/plain', text }];

describe('names and ids are only names and ids', () => {
  const words = fc.constantFrom(
    ...[
      '"',
      '#',
      ';',
      '%%',
      '%%{init: {}}%%',
      '---',
      '-->',
      '|',
      '[',
      ']',
      '{{',
      '}',
      '((',
      '`',
      '**',
      '\n',
      '\r\n',
    ],
    ...[
      'end',
      'style a:#b',
      'classDef',
      'direction LR',
      'graph TD',
      'click a "b"',
      '<b>',
      '<a href="x">',
      '</script>',
    ],
    ...[
      '&amp;',
      '#35;',
      '\\',
      '@{ shape: x }',
      'e1@',
      ':::x',
      'fa:fa-car',
      ' ',
      'ä',
      '数',
      '😀',
      '\uD800',
      '\u2028',
      '=',
    ],
  );
  const name = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(''));
  const id = fc
    .tuple(
      fc.constantFrom(
        'a',
        'end',
        'style',
        'class',
        'click',
        'call',
        'href',
        'graph',
        'v',
        'x',
        'o',
        'TB',
        'accDescr',
        'default',
      ),
      fc.constantFrom('', '-', '--', '-1', '--x', '_', 'direction', 'style', 'classDef', '-x'),
    )
    .map((parts) => parts.join(''));

  test('whatever they are', async () => {
    const journeys = fc.record({
      ids: fc.uniqueArray(id, { minLength: 2, maxLength: 5 }),
      names: fc.array(name),
    });
    await fc.assert(
      fc.asyncProperty(journeys, async ({ ids, names }) => {
        const steps = ids.map((one, at): [string, Step] => [
          one,
          at % 2 === 0
            ? step('message', { name: names[at] ?? one })
            : step('split', {
                name: names[at] ?? one,
                branches: [{ id: 'b', name: names[0] ?? '', rule: ALL }],
              }),
        ]);
        const links = ids.flatMap((one, at) =>
          at === 0 ? [] : [`${ids[at - 1]}.${at % 2 === 1 ? 'next' : 'b'} > ${one}`],
        );
        const journey = draft(Object.fromEntries(steps), [`entry-1.next > ${ids[0]}`, ...links]);
        const { files } = await written(converter, journey);
        expect(await verifierOf(journey)(files)).toEqual([]);
        const again = await readBack(converter, files);
        expect(again.steps).toEqual(journey.steps);
        expect(again.links).toEqual(journey.links);
      }),
      { seed: 9, numRuns: 70 },
    );
  });
  const ALL = { kind: 'all', rules: [] } as const;

  test('the comments are no part of the drawing, whatever is in them', async () => {
    const body = '%%{init: {"securityLevel": "loose"}}%%\n--> A["x"] <a b="c"> \u2028 %%';
    const mail = step('message', { name: 'Mail', content: { body } });
    const journey = draft({ mail }, ['entry-1.next > mail']);
    const text = await textOf(journey);
    const read = await readByMermaid(text);
    expect(read.ok && [read.vertices.length, read.edges.length]).toEqual([2, 1]);
    expect((await readBack(converter, filesOf(text))).steps[stepId('mail')]).toEqual(mail);
  });
});

describe('hostile text is text', () => {
  test('nothing of a click, a directive or a tag is kept', async () => {
    const text = `%%{init: {"securityLevel": "loose"}}%%\nflowchart TD\nA[Start] --> B[Email]\nB["<img src=x onerror=alert(1)>Mail"]\nclick A href "javascript:alert(1)"\nclick B call alert(1)`;
    const read = await converter.import(filesOf(text));
    expect(read.ok && read.warnings.flatMap(({ values }) => values['what'] ?? [])).toEqual([
      '%%{init}%%',
      'click',
    ]);
    expect(JSON.stringify(read)).not.toMatch(/javascript|alert|onerror|loose/);
  });

  test('names that objects inherit are steps like others', async () => {
    const read = await converter.import(
      filesOf('flowchart TD\n__proto__[Start] --> constructor[Email] --> prototype[End]'),
    );
    if (!read.ok) throw new Error(read.problems[0]?.words);
    expect(
      stepEntries(read.journey)
        .map(([, { kind }]) => kind)
        .sort(),
    ).toEqual(['entry', 'exit', 'message']);
  });

  test.each([
    [
      '20 MB',
      'flowchart TD\n' + 'A --> B\n'.repeat(2_500_000),
      /^This file is 20 MB; a journey file has at most 10 MB/,
    ],
    [
      'a hundred thousand boxes',
      `flowchart TD\n${Array.from({ length: 100_000 }, (_, at) => `b${at}`).join('\n')}`,
      /100000 boxes; at most 500/,
    ],
    [
      'deep frames',
      `flowchart TD\n${'subgraph a\n'.repeat(90_000)}`,
      /line 102, column 1, there are more than 100 subgraphs/,
    ],
    ['no boxes', 'flowchart TD', /no boxes/],
    ['another diagram', 'gantt\ntitle x', /this is “gantt”/],
    ['nothing', '', /has to begin with/],
  ])('%s', async (_, text, words) => {
    const read = await converter.import(filesOf(text));
    expect(read.ok ? '' : read.problems[0]?.words).toMatch(words);
  });

  test('one file is wanted', async () => {
    expect(await converter.import([])).toMatchObject({ ok: false, problems: [{ code: 'mermaid-files' }] });
  });

  test('whatever is left of a good file, reading it answers', async () => {
    const text = await textOf(openSample('orchestration'));
    const cut = fc.tuple(fc.nat(text.length), fc.nat(300), fc.string({ unit: 'binary', maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(cut, async ([at, length, more]) => {
        const read = await converter.import(filesOf(text.slice(0, at) + more + text.slice(at + length)));
        if (read.ok) expect(findErrors(read.journey)).toEqual([]);
        else expect(read.problems.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});
