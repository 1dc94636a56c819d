import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelText } from '../../../../src/exchange/mermaid/chart/labelText.ts';
import { parseFlowchart } from '../../../../src/exchange/mermaid/chart/parseFlowchart.ts';
import { readByMermaid } from '../../../support/formats/mermaidReading.ts';
import { NAMED_SHAPES } from '../../../../src/exchange/mermaid/chart/shapes.ts';
import { sharedNames, sharedText, testWithShared } from '../../../support/shared.ts';

/** What both make of a text; labels are compared as they are read, without their markup. */
async function bothRead(text: string) {
  const [ours, theirs] = [parseFlowchart(text), await readByMermaid(text)];
  return {
    ours: ours.ok && {
      vertices: ours.chart.vertices.map(({ id, label, classes }) => ({ id, label, classes })),
      edges: ours.chart.edges,
      frames: ours.chart.frames.map(({ id }) => id),
    },
    theirs: theirs.ok && {
      vertices: theirs.vertices.map(({ id, label, classes }) => ({ id, label: labelText(label), classes })),
      edges: theirs.edges.map((edge) => ({ ...edge, label: labelText(edge.label) })),
      frames: theirs.frames,
    },
    fault: ours.ok ? undefined : ours.fault,
  };
}

const ACCEPTED: readonly string[] = [
  'flowchart TD\nA --> B',
  'graph LR; A-->B; B-->C',
  'graph\nA-->B',
  ...['TB', 'TD', 'BT', 'RL', 'LR', 'BR', '<', '>', '^', 'v'].map((way) => `flowchart ${way}\nA --> B`),
  'flowchart-elk TD\nA --> B',
  'graph TD\nA[box] --> B(round) --> C([stadium]) --> D[[subroutine]] --> E[(cylinder)]',
  'graph TD\nA((circle)) --> B(((double))) --> C>flag] --> D{diamond} --> E{{hexagon}}',
  'graph TD\nA[/right/] --> B[\\left\\] --> C[/trapezoid\\] --> D[\\upside down/] --> E(-ellipse-)',
  'graph TD\nA[|field:value|box]',
  'graph TD\nA["(quoted) [brackets] {and} | --> more"]',
  'graph TD\nA["two\nlines<br/>three"]',
  'graph TD\nA["#quot;x#quot; #35;1 #9829; &amp; <b>bold</b>"]',
  'graph TD\nA["`**bold** _and_ more`"] -- "`**text**`" --> B',
  'graph TD\nA["quoted" and more]',
  'graph TD\nA[fa:fa-car Car] --> B["fab:fa-twitter X"]',
  'graph TD\nA[<img src="x" onerror="y">]',
  'graph TD\nA@{ shape: diamond, label: "Why?" } --> B@{ shape: odd }',
  'graph TD\nA@{\n  shape: delay\n  label: "two\n  lines"\n}\nA --> B',
  "graph TD\nA@{ label: 'single, with comma', shape: cyl }",
  'graph TD\nA@{ icon: "fa:bell", form: square, label: "Bell", pos: "t", h: 60 }',
  'graph TD\nA@{ img: "https://example.com/a.png", w: 60 }',
  'graph TD\nA[one]@{ shape: circle }\nA@{ label: plain words }',
  'graph TD\nA & B@{ shape: circle } & C --> D',
  'graph TD\nA --- B\nA --> B\nA --o B\nA --x B',
  'graph TD\nA <--> B\nA o--o B\nA x--x B',
  'graph TD\nA -.- B\nA -.-> B\nA -..-> B\nA <-.-> B',
  'graph TD\nA === B\nA ==> B\nA ====> B\nA <==> B',
  'graph TD\nA ----> B\nA ------ C\nA -...-> D',
  'graph TD\nA ~~~ B ~~~~~ C',
  'graph TD\nA-->|yes|B\nA -->|"no | maybe"| C',
  'graph TD\nA -- text --> B\nA -- text --- C\nA -- text --o D',
  'graph TD\nA == text ==> B\nA -. text .-> C\nA -- "quoted" --> D',
  'graph TD\nA <-- text --> B',
  'graph TD\nA -- one-dash is fine --> B',
  'graph TD\nA e1@--> B\ne1@{ animate: true }',
  'graph TD\nA e1@==>|x| B e2@-- y --> C\nclass e1 red',
  'graph TD\nA --> B --> C -->|x| D',
  'graph TD\nA & B --> C & D --> E',
  'graph TD\nA-->B\n\n\n  B-->C  \n',
  'graph TD\nA --> A',
  'graph TD\nA --> B\nA --> B',
  'graph TD\nA --> B\nA[Later]',
  'graph TD\nÄpfel[Ö] --> 数据 --> имя',
  'graph TD\na-b.c --> d_e-->f',
  'graph TD\n1 --> 2a --> v --> default',
  'graph TD\nA_1!$%*+?/ --> B',
  'graph TD\n__proto__ --> constructor\nconstructor --> toString',
  'graph TD\nsubgraph one [First]\nA --> B\nsubgraph two\nC\nend\nend\nB --> C',
  'graph TD\nsubgraph "quoted title"\nA\nend\nsubgraph two words\nB\nend',
  'graph TD\nsubgraph g\ndirection LR\nA --> B\nend\nS --> g\ng --> T',
  'graph TD\nsubgraph g["`**bold**`"]\nA\nend A --> B',
  'graph TD\nsubgraph g\nend\nA',
  'graph TD\nsubgraph outer\nsubgraph inner\nA\nend\nend\nouter --> inner',
  'graph TD\nA:::one --> B[x]:::two\nclass A,B three\nclassDef one,two fill:#f9f,stroke:#333,stroke-width:4px;',
  'graph TD\nclassDef default fill:#fff\nA',
  'graph TD\nstyle A fill:#bbf,stroke-dasharray: 5 5\nA --> B',
  'graph TD\nstyle A fill:#fff;\nA --> B',
  'graph TD\nA --> B --> C\nlinkStyle 0 stroke:red\nlinkStyle 0,1 interpolate basis stroke:#f00\nlinkStyle default stroke:blue',
  'graph TD\nA\nclick A callback\nclick A callback "tip"\nclick A call callback()\nclick A call callback(1, 2) "tip"',
  'graph TD\nA\nclick A "javascript:alert(1)"\nclick A href "https://example.com" "tip" _blank\nclick A "https://example.com" _self',
  'graph TD\naccTitle: A title\naccDescr: One line\nA --> B',
  'graph TD\naccDescr {\n  several\n  lines\n}\nA --> B',
  '---\ntitle: T\nconfig:\n  theme: dark\n---\ngraph TD\nA --> B',
  '%%{init: {"theme": "dark", "securityLevel": "loose"}}%%\ngraph TD\nA --> B',
  'graph TD\n%% a comment\nA --> B\n  %% --> C\n%%{wrap}%%\nB --> C',
  'graph TD\nA -->\n%% between\nB',
  'flowchart TD\r\nA --> B\r\nB --> C\r\n',
  'graph TD\nA["goes direction LR"] --> B',
  'graph TD',
];

const REJECTED: readonly string[] = [
  '',
  'sequenceDiagram\nA->>B: hi',
  'flowchart A-->B',
  'Graph TD\nA',
  'graph TD A-->B',
  'graph XY\nA',
  'graph TD\nA[Box --> B',
  'graph TD\nA[a] b]',
  'graph TD\nA[b (c)]',
  'graph TD\nA[""]',
  'graph TD\nA["x" --> B',
  'graph TD\nA{x] --> B',
  'graph TD\nA --> ',
  'graph TD\n--> B',
  'graph TD\nA B',
  'graph TD\nA -> B',
  'graph TD\nA -- x',
  'graph TD\nA --|no| C',
  'graph TD\nA -->|no C',
  'graph TD\nA -->|| C',
  'graph TD\nA &B --> C',
  'graph TD\nA --> B %% no',
  'graph TD\nA[me@example.com]',
  'graph TD\nA@{ shape: blob }',
  'graph TD\nA@{ shape: Diamond }',
  'graph TD\nA@{ label: a: b }',
  'graph TD\nA@{ shape: circle',
  'graph TD\nsubgraph a\nA',
  'graph TD\nsubgraph\nA\nend',
  'graph TD\nsubgraph a [b] \nA\nend',
  'graph TD\nend',
  'graph TD\nA --> end',
  'graph TD\nA😀 --> B',
  'graph TD\nA=B',
  'graph TD\nA -. a.b .-> C',
  'graph TD\nA#35;',
  'graph TD\nstyle A',
  'graph TD\nclassDef',
  'graph TD\nclass A',
  'graph TD\nlinkStyle 3 stroke:red\nA --> B',
  'graph TD\nclick',
  'graph TD\nA --> B --> C\nA e1@ B',
  '---\ntitle: x\ngraph TD\nA',
];

describe('what Mermaid reads, we read with the same boxes and arrows', () => {
  test.each(ACCEPTED)('%j', async (text) => {
    const { ours, theirs } = await bothRead(text);
    expect(theirs).not.toBe(false);
    expect(ours).toEqual(theirs);
  });

  testWithShared('the flowcharts of others', 'fixtures/mermaid', async () => {
    for (const name of sharedNames('fixtures/mermaid')) {
      const { ours, theirs } = await bothRead(sharedText(`fixtures/mermaid/${name}`));
      expect(theirs, name).not.toBe(false);
      expect(ours, name).toEqual(theirs);
    }
  });

  test('every named shape', async () => {
    const names = [...NAMED_SHAPES.keys()];
    const text = `graph TD\n${names.map((name, index) => `b${index}@{ shape: ${name} }`).join('\n')}`;
    const { ours, theirs } = await bothRead(text);
    expect(theirs).not.toBe(false);
    expect(ours).toEqual(theirs);
  });
});

describe('what Mermaid refuses, we refuse with its place', () => {
  test.each(REJECTED)('%j', async (text) => {
    const { ours, theirs, fault } = await bothRead(text);
    expect(theirs).toBe(false);
    expect(ours).toBe(false);
    expect(fault?.line).toBeGreaterThanOrEqual(1);
    expect(fault?.line).toBeLessThanOrEqual(text.split('\n').length);
    expect(fault?.column).toBeGreaterThanOrEqual(1);
  });
});

/** Words of the dialect and scraps of them. */
const PARTS: readonly string[] = [
  ...[
    'A',
    'B',
    'C1',
    'D-d',
    'ä',
    '数',
    'v',
    'x',
    'o',
    '1',
    'default',
    'graph',
    '_',
    '.',
    '*',
    ',',
    '/',
    '\\',
  ],
  ...['A[x]', 'B(y)', 'C{z}', 'F([s])', 'G[[u]]', 'H[(c)]', 'I((o))', 'J(((p)))', 'K>f]', 'L{{h}}', 'M[/t/]'],
  ...[
    '\n',
    '\n',
    '\n',
    ' ',
    ';',
    '&',
    ' & ',
    '"',
    '(',
    '[',
    ']',
    ')',
    '}',
    '{',
    '|',
    '-',
    '--',
    '=',
    ':',
    '@',
  ],
  ...[' --> ', '-->', '---', '-.->', '==>', ' --o ', '--x', '<-->', ' ~~~ ', ' e1@--> ', ' -...-> '],
  ...[
    ' -- t --> ',
    '== t ==>',
    '-. t .->',
    '-->|l|',
    ' -->|"l m"| ',
    ' -- "q" --> ',
    '|l|',
    '["q"]',
    '["`m`"]',
  ],
  ...['\nsubgraph s\n', '\nsubgraph s [T]\n', '\nsubgraph one two\n', '\nend\n', 'end', 'end1', ':::k'],
  ...['\nclass A k\n', '\nstyle A fill:#f00\n', '\nstyle B fill:#f00;', '\nclassDef k fill:#f00\n'],
  ...[
    '\nlinkStyle 0 stroke:red\n',
    '\nclick A "u" "t" _blank\n',
    '\nclick A call f(1)\n',
    'call ',
    '\ndirection LR\n',
  ],
  ...[
    '%% c\n',
    '\n%% c\n',
    '%%{init: {"a": 1}}%%',
    '@{ shape: circle }',
    '@{ label: "L" }',
    '\ne1@{ animate: true }\n',
  ],
  ...['#35;', '#quot;', '<br/>', '<b a="c">', '\naccTitle: t\n', '\naccDescr { t }\n'],
];

test('any words of the dialect mean the same to both, or nothing to either', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }), async (parts) => {
      const { ours, theirs } = await bothRead(`graph TD\n${parts.join('')}`);
      expect(ours).toEqual(theirs);
    }),
    { seed: 8, numRuns: 150 },
  );
});
