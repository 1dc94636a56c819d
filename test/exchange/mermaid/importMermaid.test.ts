import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/exchange/contract.ts';
import { importMermaid } from '../../../src/exchange/mermaid/importMermaid.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import { linksOf } from '../../../src/journey/graph.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { isError } from '../../../src/journey/errors.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { serializeJourney } from '../../../src/journey/serializeJourney.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { REFERENCE } from '../../support/referenceFlowchart.ts';

function imported(text: string, options: ImportOptions = {}) {
  const result = importMermaid(
    text.startsWith('graph') || text.startsWith('flow') ? text : `flowchart TD\n${text}`,
    options,
  );
  if (!result.ok) throw new Error(result.problems.map(({ words }) => words).join('\n'));
  return result;
}

const lines = (journey: Journey) => linksOf(journey).map(({ from, exit, to }) => `${from}.${exit} > ${to}`);
const stepsOf = (journey: Journey): Readonly<Record<string, Step>> => journey.steps;
const kinds = (journey: Journey) =>
  Object.fromEntries(Object.entries(stepsOf(journey)).map(([id, { kind }]) => [id, kind]));

test('the reference flowchart becomes a journey without problems, of the kinds that were meant', () => {
  const { journey, inferred, warnings } = imported(REFERENCE);
  expect(findProblems(journey, sampleFacts)).toEqual([]);
  expect(warnings).toEqual([]);
  expect(kinds(journey)).toEqual({
    T: 'entry',
    S: 'split',
    E: 'message',
    N: 'message',
    R: 'message',
    C: 'check',
    H: 'handoff',
    X: 'escalate',
    U: 'update',
    O: 'goal',
    V: 'goal',
    'exit-1': 'exit',
  });
  expect(lines(journey)).toEqual([
    'C.clicked > H',
    'C.opened > H',
    'C.unsubscribed > U',
    'C.noResponse > X',
    'E.next > C',
    'H.accepted > O',
    'H.missed > exit-1',
    'N.next > C',
    'O.next > V',
    'R.next > C',
    'S.high-intent > E',
    'S.medium-intent > N',
    'S.low-intent > R',
    'S.else > R',
    'T.next > S',
    'U.next > exit-1',
    'V.next > exit-1',
    'X.sent > C',
    'X.exhausted > exit-1',
  ]);
  const steps = stepsOf(journey);
  expect(steps['C']).toMatchObject({ on: 'latest', windowMinutes: 2880 });
  expect(steps['X']).toMatchObject({ rungs: [{ channel: 'sms' }, { channel: 'push' }] });
  expect(steps['R']).toMatchObject({ channel: 'display-ad', name: 'Retargeting ads' });
  expect(steps['U']).toMatchObject({ changes: [{ type: 'suppress', channel: 'all' }] });
  expect(steps['S']).toMatchObject({
    branches: [
      { rule: { column: 'intent', value: 'high' } },
      { rule: { value: 'medium' } },
      { rule: { value: 'low' } },
    ],
  });
  expect(inferred.map(({ step }) => step).sort()).toEqual(Object.keys(steps).sort());
});

describe('words, shapes and arrows tell the kind', () => {
  const cases: readonly [string, Readonly<Record<string, Partial<Step> & { kind: string }>>][] = [
    [
      'A[Start] --> B[Wait 3 days] --> C[Welcome email]',
      {
        A: { kind: 'entry' },
        B: { kind: 'wait', until: { type: 'duration', minutes: 4320 as never } },
        C: { kind: 'message', channel: 'email' },
      },
    ],
    [
      'A[Signs up] --> B[48 h] --> C[WhatsApp message]',
      { A: { kind: 'entry' }, B: { kind: 'wait' }, C: { kind: 'message', channel: 'whatsapp' } },
    ],
    [
      'A[Start] --> B{A/B test}\nB -->|A 70%| C[Email A]\nB -->|B 30%| D[Email B]',
      {
        B: {
          kind: 'experiment',
          arms: [
            { id: 'a', name: 'A', weight: 70 },
            { id: 'b', name: 'B', weight: 30 },
          ],
        },
      },
    ],
    [
      'A[Start] --> B{Random}\nB --> C[Email]\nB --> D[SMS]\nB -->|holdout| E[Nothing]',
      {
        B: {
          kind: 'experiment',
          arms: [
            { id: 'email', name: 'Email', weight: 34 },
            { id: 'sms', name: 'SMS', weight: 33 },
          ],
          holdout: { weight: 33, goesOn: false },
        },
      },
    ],
    [
      'A[Start] --> M[Email]\nM --> B{Opened?}\nB -->|Yes| C[Offer]\nB -->|No| D[End]',
      { B: { kind: 'check', responses: ['opened'] }, C: { kind: 'message' }, D: { kind: 'exit' } },
    ],
    [
      'A[Start] --> B{Premium customer?}\nB -->|Yes| C[Call centre]\nB -->|No| D[Tag as basic]',
      {
        B: {
          kind: 'split',
          branches: [{ id: 'yes', name: 'Yes', rule: { kind: 'tag', tag: 'premium-customer' } }],
        },
        C: { kind: 'handoff', to: 'call-centre' },
        D: { kind: 'update', changes: [{ type: 'addTag', tag: 'tag-as-basic' }] },
      },
    ],
    [
      'A[Welcome email] --> B[Purchase]',
      { 'entry-1': { kind: 'entry' }, A: { kind: 'message' }, B: { kind: 'goal' } },
    ],
    [
      'A[Start] --> B[Escalate]\nB --> C[SMS]\nB --> D[Push]\nC --> E[Done]\nD --> E',
      {
        B: {
          kind: 'escalate',
          rungs: [
            { channel: 'sms', occasion: 'campaign' },
            { channel: 'push', occasion: 'campaign' },
          ],
        },
        E: { kind: 'exit' },
      },
    ],
    [
      'A[Start] --> B[Email]\nB -->|opened| C[Offer]\nB -->|no response after 2 days| D[SMS]',
      {
        B: { kind: 'message' },
        'check-1': { kind: 'check', responses: ['opened'], windowMinutes: 2880 as never },
      },
    ],
    [
      'A[Start] --> B[Browse]\nA --> C[Read]',
      { A: { kind: 'entry' }, 'experiment-1': { kind: 'experiment' } },
    ],
    [
      'A[Start] --> B[Pay]\nB --> C{Payment accepted?}\nC -->|No| D[Show error]\nD --> B\nC -->|Yes| E[Receipt by email]',
      { C: { kind: 'split' }, 'wait-1': { kind: 'wait' } },
    ],
  ];
  test.each(cases)('%s', (text, expected) => {
    const { journey } = imported(text);
    expect(stepsOf(journey)).toMatchObject(expected);
    expect(findProblems(journey).filter(isError)).toEqual([]);
  });
});

test('a guess says why, and what else it could be', () => {
  const { inferred } = imported(
    'A[Start] --> B{Segment by engagement}\nB -->|VIP| C[Email]\nB -->|rest| D[End]',
  );
  expect(inferred.find(({ step }) => step === 'B')).toMatchObject({
    step: 'B',
    kind: 'check',
    why: 'its name says “engagement”',
    alternatives: ['split', 'experiment', 'goal'],
  });
});

test('a kind that the person knows better is taken, and its arrows are read anew', () => {
  const text = 'A[Start] --> B[Email]\nB --> C{Happy?}\nC -->|opened| D[Thanks]\nC -->|no| E[End]';
  const { journey, inferred } = imported(text, { kinds: { [stepId('C')]: 'split', [stepId('B')]: 'wait' } });
  expect(kinds(journey)).toMatchObject({ B: 'wait', C: 'split' });
  expect(lines(journey)).toEqual(expect.arrayContaining(['C.opened > D', 'C.else > E']));
  expect(inferred.find(({ step }) => step === 'B')).toMatchObject({
    step: 'B',
    kind: 'wait',
    why: 'you said so',
    alternatives: ['message', 'goal'],
  });
});

test('branches are matched with values that the audience has', () => {
  const { journey } = imported('A[Start] --> B{Plan?}\nB -->|Pro customers| C[Email]\nB -->|other| D[End]', {
    schema: sampleFacts.schema,
  });
  expect(stepsOf(journey)['B']).toMatchObject({
    branches: [{ rule: { kind: 'column', column: 'plan', operator: 'is', value: 'pro' } }],
  });
  expect(findProblems(journey, sampleFacts).filter(isError)).toEqual([]);
});

test('what means nothing to a journey is reported', () => {
  const { warnings } = imported(
    'subgraph x\nA[Start] --> B[Email]\nend\nstyle A fill:#f00\nclick A "https://example.com"\nlinkStyle 0 stroke:red',
  );
  expect(warnings.map(({ code, values }) => `${code} ${values['what']}`)).toEqual([
    'mermaid-ignored subgraph',
    'mermaid-ignored style',
    'mermaid-ignored click',
    'mermaid-ignored linkStyle',
  ]);
});

test('what cannot be read says where', () => {
  expect(importMermaid('flowchart TD\nA[Open --> B')).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'mermaid-unreadable',
        words: 'This flowchart cannot be read: at line 2, column 2, “]” is missing at the end of this label.',
      },
    ],
  });
  expect(importMermaid('flowchart TD')).toMatchObject({ ok: false, problems: [{ code: 'mermaid-empty' }] });
});

const LABELS = [
  'Start',
  'Email',
  'Wait 2 days',
  'Opened?',
  'Segment',
  'SMS / push',
  'Escalate',
  'CRM',
  'Revenue',
  'End',
  'Anything',
  'A/B test',
  'Suppression list',
  '',
  '"<script>alert(1)</script>',
  '__proto__',
];
const ARROWS = [
  '',
  'yes',
  'no',
  'opened',
  'clicked',
  'no response 2 days',
  'high',
  'VIP',
  '50 %',
  'other',
  'holdout',
];

test('any flowchart becomes a journey that has a file and no errors', () => {
  const vertex = fc.record({ label: fc.constantFrom(...LABELS), shape: fc.constantFrom('[]', '{}', '()') });
  const edge = fc.record({ from: fc.nat(11), to: fc.nat(11), label: fc.constantFrom(...ARROWS) });
  fc.assert(
    fc.property(
      fc.array(vertex, { minLength: 1, maxLength: 12 }),
      fc.array(edge, { maxLength: 24 }),
      (vertices, edges) => {
        const boxes = vertices.map(
          ({ label, shape }, index) => `v${index}${shape[0]}"${label.replaceAll('"', '#quot;')} "${shape[1]}`,
        );
        const arrows = edges.map(
          ({ from, to, label }) =>
            `v${from % vertices.length} -->${label && `|${label}|`} v${to % vertices.length}`,
        );
        const { journey } = imported([...boxes, ...arrows].join('\n'));
        expect(findProblems(journey).filter(isError)).toEqual([]);
        expect(findProblems(journey).filter(({ code }) => code === 'dangling-exit')).toEqual([]);
        expect(parseJourney(serializeJourney(journey))).toEqual({ ok: true, journey });
      },
    ),
    { seed: 41, numRuns: 120 },
  );
}, 30_000);

const folder = new URL('../../../../shared/fixtures/mermaid/', import.meta.url);
test.skipIf(!existsSync(folder))(
  'flowcharts of others become journeys that run (skipped where the files are absent)',
  () => {
    for (const name of readdirSync(folder)) {
      const { journey } = imported(readFileSync(new URL(name, folder), 'utf8'));
      expect(findProblems(journey).filter(isError), name).toEqual([]);
    }
  },
);
