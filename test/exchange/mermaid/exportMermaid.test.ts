import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportMermaid } from '../../../src/exchange/mermaid/exportMermaid.ts';
import { importMermaid } from '../../../src/exchange/mermaid/importMermaid.ts';
import { labelText } from '../../../src/exchange/mermaid/chart/labelText.ts';
import { linksOf, stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

/** Steps by kind and name, links by the names at their ends and their place among the exits that are linked. */
function graph(journey: Journey) {
  const said = (name: string) => name.replace(/\s+/g, ' ').trim();
  const place = new Map(stepEntries(journey).map(([id, { kind, name }]) => [id, `${kind} ${said(name)}`]));
  return {
    steps: [...place.values()].sort(),
    links: linksOf(journey)
      .map(({ from, to }) => `${place.get(from)} > ${place.get(to)}`)
      .sort(),
  };
}

function roundTrip(journey: Journey): Journey {
  const back = importMermaid(exportMermaid(journey));
  if (!back.ok) throw new Error(back.problems.map(({ words }) => words).join('\n'));
  return back.journey;
}

test.each(SAMPLE_NAMES)('%s comes back with its exits', (name) => {
  const sample = openSample(name);
  const exits = (journey: Journey) =>
    linksOf(journey)
      .filter(({ from }) => ['check', 'escalate', 'handoff'].includes(journey.steps[from]!.kind))
      .map(({ from, exit }) => `${from} ${exit}`);
  expect(graph(roundTrip(sample))).toEqual(graph(sample));
  expect(exits(roundTrip(sample))).toEqual(exits(sample));
});

test('names are escaped, so that they stay names', () => {
  const name = 'x"]; click A call alert(1) --> B %% <img src=x onerror=alert(1)> `**#35;&amp;|';
  const text = exportMermaid(draft({ end: step('exit', { name }) }, ['entry-1.next > end']));
  const drawing = text.replace(/^%%.*\n/gm, '');
  expect(drawing.split('\n')).toHaveLength(5);
  expect(text).not.toContain('<img');
  expect(drawing).not.toContain('"];');
  expect(labelText(/s_end\(\["(.*)"\]\)/.exec(text)?.[1] ?? '')).toBe(name);
});

test('a small journey reads well', () => {
  const journey = draft(
    {
      mail: step('message', { name: 'Hello' }),
      look: step('check', { responses: ['clicked'] }),
      end: step('exit'),
    },
    ['entry-1.next > mail', 'mail.next > look', 'look.clicked > end', 'look.noResponse > mail'],
  );
  expect(exportMermaid(journey)).toBe(`flowchart LR
%% rehearsal:begin
  s_end(["Exit"]):::exit
  entry-1(["Entry"]):::entry
  look{"Engagement check"}:::check
  mail["Hello"]:::message
  entry-1 --> mail
  look -->|"clicked"| s_end
  look -->|"no response 2 d"| mail
  mail --> look
%% rehearsal:settings {"version":1,"name":"Draft","luckId":"draft","settings":{"currency":"USD","exitRules":[],"goals":[{"id":"conversion","name":"Conversion","count":"oncePerEntry","on":{"kind":"conversion"},"value":{"kind":"event"},"window":{"from":"entry","minutes":129600}}],"heterogeneity":"on","horizonMinutes":129600,"maxPasses":10,"priority":50,"reEntry":{"mode":"never"},"start":"2026-03-02T08:00:00Z","zone":"UTC"}}
%% rehearsal:step s_end {"id":"end","kind":"exit","name":"Exit"}
%% rehearsal:step entry-1 {"kind":"entry","name":"Entry","trigger":{"type":"atOnce"}}
%% rehearsal:step look {"kind":"check","name":"Engagement check","on":"latest","ranked":false,"responses":["clicked"],"windowFrom":"arrival","windowMinutes":2880}
%% rehearsal:step mail {"kind":"message","name":"Hello","channel":"email","countsTowardCaps":true,"obeysCaps":true,"occasion":"campaign","transactional":false}
%% rehearsal:end
`);
});

test('without its comments a drawing is guessed, and is the same graph', () => {
  fc.assert(
    fc.property(runnableJourney, (journey) => {
      const bare = exportMermaid(journey).replace(/^%%.*\n/gm, '');
      const back = importMermaid(bare);
      expect(back.ok && graph(back.journey)).toEqual(graph(journey));
    }),
    { seed: 52, numRuns: 40 },
  );
});

test('exits that are called alike are told apart', () => {
  const all = { kind: 'all', rules: [] } as const;
  const long = 'x'.repeat(300);
  const names = ['Same', 'Same', '', '', 'everyone else', `${long}a`, `${long}b`, `${long}b`, 'Same (2)'];
  const branches = names.map((name, index) => ({ id: `b${index}`, name, rule: all }));
  const arms = ['A', 'A', ''].map((name, index) => ({ id: `a${index}`, name, weight: index === 2 ? 0 : 50 }));
  const ends = names.map((_, index) => [`end${index}`, step('exit')] as const);
  const journey = draft(
    {
      part: step('split', { branches }),
      try: step('experiment', { arms }),
      ...Object.fromEntries(ends),
    },
    [
      'entry-1.next > part',
      // The first of two that are alike leads nowhere.
      ...branches.slice(1).map(({ id }, index) => `part.${id} > end${index}`),
      'part.else > try',
      'try.a1 > end1',
      'try.a2 > end2',
    ],
  );
  const back = importMermaid(exportMermaid(journey));
  expect(back.ok && back.journey.links).toEqual(journey.links);
  expect(back.ok && back.journey.steps).toEqual(journey.steps);
});
