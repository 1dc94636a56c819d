import { describe, expect, test, vi } from 'vitest';
import { parseFlowchart } from '../../../../src/exchange/mermaid/chart/parseFlowchart.ts';
import { withoutFrames } from '../../../../src/exchange/mermaid/chart/withoutFrames.ts';

/** `A, B | A -yes-> B`: vertices with label and shape where they differ from the id, then edges. */
function read(text: string): string {
  const parsed = parseFlowchart(text);
  if (!parsed.ok) return `line ${parsed.fault.line}, column ${parsed.fault.column}: ${parsed.fault.what}`;
  const { vertices, edges } = withoutFrames(parsed.chart);
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
    ['graph TD\nA -->|yes| B\nA --|no| C', 'line 3, column 2: the arrow is not finished'],
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
      'graph TD\n%% a comment\nA --> B\n  %% another\n%%{init: {"theme":"dark"}}%%\nB --> C',
      'A, B, C | A --> B, B --> C',
    ],
    ['---\ntitle: T\nconfig: {a: b}\n---\ngraph TD\nA --> B', 'A, B | A --> B'],
    ['%%{init: {}}%%\ngraph TD\nA --> B', 'A, B | A --> B'],
    ['```mermaid\ngraph TD\nA --> B\n```', 'A, B | A --> B'],
    ['graph TD\nA:::wait --> B[x]:::big\nclass A,B red', 'A wait red, B “x” box big red | A --> B'],
    [
      'graph TD\nA@{ shape: diamond, label: "Why, {me}?" } --> B@{ shape: odd }',
      'A “Why, {me}?” diamond, B flag | A --> B',
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
    ['graph TD\nA[Box --> B', 'line 2, column 2: “]” is missing at the end of this label'],
    ['graph TD\nA --> ', 'line 2, column 7: the name of a box should be here'],
    ['graph TD\nA B', 'line 2, column 3: this is not understood'],
    ['graph TD\nA["x" --> B', 'line 2, column 2: “]” is missing at the end of this label'],
    ['graph TD\nsubgraph a\nA', 'line 3, column 2: a subgraph is not closed: “end” is missing'],
    ['graph TD\nend', 'line 2, column 1: this “end” closes nothing'],
    ['---\ntitle: x', 'line 2, column 9: the part between “---” and “---” is not closed'],
    ['graph TD\nA --> B %% no', 'line 2, column 9: a comment needs a line of its own'],
    ['graph TD\nA[b (c)]', 'line 2, column 5: a label with brackets in it needs quotes, as in A["b (c)"]'],
    ['graph TD\nA@{ shape: blob }', 'line 2, column 2: there is no shape “blob”'],
    ['graph TD\nlinkStyle 0 stroke:red', 'line 2, column 11: there is no arrow 0: the first is 0'],
    ['x'.repeat(1024 * 1024 + 1), 'line 1, column 1: the drawing without its comments is longer than 1 MB'],
    ['x'.repeat(20 * 1024 * 1024), 'line 1, column 1: the text is longer than 10 MB'],
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

/**
 * How often patterns are tried and how many characters they fit, which is the unit of work here: none is tried on what it passed over.
 * Throws as soon as that is more than `most`.
 */
function workOf(text: string, most = Infinity): number {
  let work = 0;
  // Called with the pattern that it is asked of.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { exec } = RegExp.prototype;
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, within: string) {
    const found = Reflect.apply(exec, this, [within]);
    work += 1 + (found?.[0].length ?? 0);
    if (work > most) throw new Error(`the work is more than ${most}`);
    return found;
  });
  try {
    parseFlowchart(text);
    return work;
  } finally {
    spy.mockRestore();
  }
}

describe('twice the hostile text is twice the work', () => {
  const lines = (line: string) => (size: number) =>
    `graph TD\n${`${line}\n`.repeat(Math.floor(size / (line.length + 1)))}`;
  const run = (unit: string, before = '', after = '') => {
    return (size: number) => `graph TD\n${before}${unit.repeat(Math.floor(size / unit.length))}${after}`;
  };
  const texts: Readonly<Record<string, (size: number) => string>> = {
    styles: lines('style a fill:#fff'),
    comments: lines('%% x'),
    'frames within frames': lines('subgraph x'),
    'half arrows': lines('A -- x'),
    dashes: run('-', 'A'),
    dots: run('.', 'A'),
    'dots and spaces': run(' .'),
    brackets: run('[', 'A'),
    'hashes in quotes': run('#', 'A["', '"]'),
    'tags that do not end': run('<a', 'A["', '"]'),
    ticks: run('`', 'A["', '"]'),
    boxes: lines('a'),
    spaces: run(' ', 'A', 'x'),
    'line ends': run('\n'),
    'at signs': run('a@'),
    'arrows without spaces': run('-->a', 'a'),
    'properties that do not end': run('a@{'),
    'properties of backslashes': run('\\', 'a@{ label: "', ' }'),
    'properties of spaces': run(' ', 'a@{ label: ', ' }'),
    directions: run('direction '),
    'boxes before a direction': run('a;', '', 'direction'),
    'colons in a style': run(':', 'style ', '#;'),
    directives: run('%%{a}%%'),
    'a directive that does not end': run('}% ', '%%{a '),
    'an arrow with a long name': run('x', 'a -- ', ' --> b'),
    'an arrow of spaces': run(' ', 'a -- '),
    'an arrow of spaces and dashes': run(' -', 'a -. '),
    'classes of one box': lines('a:::b'),
    'a class of many boxes': run('a,', 'class ', 'a b'),
    'arguments of spaces': run(' ', 'click a call f('),
    'front matter that does not end': (size) => `---\n${'\n---x'.repeat(size / 5)}`,
  };
  test.each(Object.entries(texts))('%s', (_, text) => {
    const most = 2.2 * workOf(text(1000)) + 100;
    expect(() => workOf(text(2000), most)).not.toThrow();
    parseFlowchart(text(50_000));
  });
});

test('names that objects inherit are names like others', () => {
  expect(read('graph TD\n__proto__ --> constructor\nconstructor --> toString')).toBe(
    '__proto__, constructor, toString | __proto__ --> constructor, constructor --> toString',
  );
});
