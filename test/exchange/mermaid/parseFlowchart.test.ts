import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFlowchart } from '../../../src/exchange/mermaid/parseFlowchart.ts';

/** `A, B | A -yes-> B`: vertices with label and shape where they differ from the id, then edges. */
function read(text: string): string {
  const parsed = parseFlowchart(text);
  if (!parsed.ok) return `line ${parsed.fault.line}, column ${parsed.fault.column}: ${parsed.fault.what}`;
  const { vertices, edges } = parsed.chart;
  const boxes = vertices.map(({ id, label, shape, classes }) =>
    [id, label === id ? '' : `“${label}”`, shape === 'plain' ? '' : shape, ...classes]
      .filter((part) => part !== '')
      .join(' '),
  );
  return `${boxes.join(', ')} | ${edges.map(({ from, to, label, invisible }) => `${from} -${label}${invisible ? '~' : ''}-> ${to}`).join(', ')}`;
}

describe('a flowchart is read as it is meant', () => {
  const cases: readonly [string, string][] = [
    ['flowchart TD\nA --> B', 'A, B | A --> B'],
    ['graph LR; A-->B; B-->C', 'A, B, C | A --> B, B --> C'],
    ['flowchart\nA-->B', 'A, B | A --> B'],
    ['graph TD\n  A[Box] --> B(Round)', 'A “Box” box, B “Round” round | A --> B'],
    [
      'graph TD\nA([S])\nB[[U]]\nC[(D)]\nD((C))\nE(((DC)))\nF>F1]\nG{Q}\nH{{X}}\nI[/P/]\nJ[\\T/]',
      'A “S” stadium, B “U” subroutine, C “D” cylinder, D “C” circle, E “DC” doubleCircle, F “F1” flag, G “Q” diamond, H “X” hexagon, I “P” slanted, J “T” slanted | ',
    ],
    ['graph TD\nA["A (b) [c] {d} --> e"] --> B', 'A “A (b) [c] {d} --> e” box, B | A --> B'],
    ['graph TD\nA["two\nlines<br/>three"]', 'A “two lines three” box | '],
    ['graph TD\nA["#quot;x#quot; #35;1 &amp; <b>bold</b> fa:fa-car Car"]', 'A “"x" #1 & bold Car” box | '],
    ['graph TD\nA["`**bold** text`"]', 'A “bold text” box | '],
    ['graph TD\nA -->|yes| B\nA --|no| C', 'line 3, column 5: the arrow is not finished'],
    ['graph TD\nA -- yes --> B\nA -- "no | way" --- C', 'A, B, C | A -yes-> B, A -no | way-> C'],
    ['graph TD\nA -->|"a | b"| B', 'A, B | A -a | b-> B'],
    [
      'graph TD\nA == big ==> B\nB -. maybe .-> C\nC ==> D\nD -.-> E\nE --- F\nF --x G\nG --o H\nH <--> I',
      'A, B, C, D, E, F, G, H, I | A -big-> B, B -maybe-> C, C --> D, D --> E, E --> F, F --> G, G --> H, H --> I',
    ],
    ['graph TD\nA ----> B\nB ~~~ C\nC e1@--> D', 'A, B, C, D | A --> B, B -~-> C, C --> D'],
    ['graph TD\nA --> B --> C -->|x| D', 'A, B, C, D | A --> B, B --> C, C -x-> D'],
    ['graph TD\nA & B --> C & D', 'A, B, C, D | A --> C, A --> D, B --> C, B --> D'],
    ['graph TD\na-b.c --> d_e-->f', 'a-b.c, d_e, f | a-b.c --> d_e, d_e --> f'],
    [
      'graph TD\nstart[S] --> ende\nende --> endX',
      'start “S” box, ende, endX | start --> ende, ende --> endX',
    ],
    [
      'graph TD\n%% a comment\nA --> B %% another\n%%{init: {"theme":"dark"}}%%\nB --> C',
      'A, B, C | A --> B, B --> C',
    ],
    ['---\ntitle: T\nconfig: {a: b}\n---\ngraph TD\nA --> B', 'A, B | A --> B'],
    ['%%{init: {}}%%\ngraph TD\nA --> B', 'A, B | A --> B'],
    ['```mermaid\ngraph TD\nA --> B\n```', 'A, B | A --> B'],
    [
      'graph TD\nA:::wait --> B[x]:::big:::exit\nclass A,B red',
      'A wait red, B “x” box big exit red | A --> B',
    ],
    [
      'graph TD\nA@{ shape: diamond, label: "Why, {me}?" } --> B@{ shape: odd }',
      'A “Why, {me}?” diamond, B box | A --> B',
    ],
    [
      'graph TD\nsubgraph one [First]\nA --> B\nsubgraph two\nC\nend\nend\nB --> C',
      'A, B, C | A --> B, B --> C',
    ],
    ['graph TD\nsubgraph g\nA --> B\nend\nS --> g\ng --> T', 'A, B, S, T | A --> B, S --> A, B --> T'],
    ['graph TD\nA --> B\nA[Later]', 'A “Later” box, B | A --> B'],
    ['graph TD\nÄpfel[Ö] --> 数据', 'Äpfel “Ö” box, 数据 | Äpfel --> 数据'],
    ['flowchart TD\r\nA --> B\r\nB --> C\r\n', 'A, B, C | A --> B, B --> C'],
    ['graph TD', ' | '],
  ];
  test.each(cases)('%j', (text, expected) => expect(read(text)).toBe(expected));
});

describe('what is no flowchart is refused with its place', () => {
  const cases: readonly [string, string][] = [
    ['', 'line 1, column 1: a flowchart has to begin with “flowchart” or “graph”'],
    [
      'sequenceDiagram\nA->>B: hi',
      'line 1, column 1: this is “sequenceDiagram”, and only flowcharts can be read: they begin with “flowchart” or “graph”',
    ],
    ['graph TD\nA[Box --> B', 'line 2, column 3: “]” is missing at the end of this label'],
    ['graph TD\nA --> ', 'line 2, column 7: the name of a box should be here'],
    ['graph TD\nA B', 'line 2, column 3: this is not understood'],
    ['graph TD\nA["x" --> B', 'line 2, column 7: “]” is missing at the end of this label'],
    ['graph TD\nsubgraph a\nA', 'line 3, column 2: a subgraph is not closed: “end” is missing'],
    ['graph TD\nend', 'line 2, column 4: this “end” closes nothing'],
    ['---\ntitle: x', 'line 2, column 1: the part between “---” and “---” is not closed'],
    ['x'.repeat(1024 * 1024 + 1), 'line 1, column 1: the text is longer than 1 MB'],
    [
      `graph TD\n${Array.from({ length: 200 }, (_, i) => `a${i}`).join(' & ')} --> ${Array.from({ length: 200 }, (_, i) => `b${i}`).join(' & ')}`,
      'line 2, column 2580: there are more than 10000 arrows',
    ],
  ];
  test.each(cases.map(([text, expected]) => [text.slice(0, 40), text, expected] as const))(
    '%j',
    (_, text, expected) => expect(read(text)).toBe(expected),
  );
});

test('hostile text ends soon', () => {
  const lines = (line: string) =>
    `graph TD\n${`${line}\n`.repeat(Math.floor(1_000_000 / (line.length + 1)))}`;
  const texts = [
    lines('style a fill:#fff'),
    lines('%%'),
    lines('subgraph x'),
    lines('A -- x'),
    `graph TD\nA${'-'.repeat(1_000_000)}`,
    `graph TD\nA[${'['.repeat(1_000_000)}`,
    `graph TD\nA["${'#'.repeat(1_000_000)}"]`,
    `graph TD\nA["${'<a'.repeat(400_000)}"]`,
    `graph TD\nA["${'`'.repeat(900_000)}"]`,
    `---\n${'\n---x'.repeat(200_000)}`,
    lines('a'),
  ];
  for (const text of texts) {
    const start = performance.now();
    parseFlowchart(text);
    expect(performance.now() - start, text.slice(0, 30)).toBeLessThan(5000);
  }
}, 60_000);

test('names that objects inherit are names like others', () => {
  expect(read('graph TD\n__proto__ --> constructor\nconstructor --> toString')).toBe(
    '__proto__, constructor, toString | __proto__ --> constructor, constructor --> toString',
  );
});

// The counts are the ones that Mermaid's own parser gives.
const fixtures: readonly [string, number, number][] = [
  ['flowchart-v2-0.mmd', 6, 5],
  ['flowchart-v2-1.mmd', 9, 10],
  ['flowchart-v2-2.mmd', 8, 8],
  ['flowchart-v2-3.mmd', 6, 6],
];
for (const [name, vertices, edges] of fixtures) {
  const file = new URL(`../../../../shared/fixtures/mermaid/${name}`, import.meta.url);
  test.skipIf(!existsSync(file))(`reads ${name} as Mermaid does (skipped where the file is absent)`, () => {
    const parsed = parseFlowchart(readFileSync(file, 'utf8'));
    expect(parsed.ok && [parsed.chart.vertices.length, parsed.chart.edges.length]).toEqual([vertices, edges]);
  });
}
