import { linksOf, stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { type MermaidReading, readByMermaid } from './mermaidReading.ts';
import type { Verifier } from './damage.ts';

/**
 * Holds a flowchart against the journey that it should be: Mermaid reads it, each step is a box of its name with its kind as a class, each
 * link an arrow, and there is nothing else. Knows nothing of how it was written.
 */
export function verifierOf(journey: Journey): Verifier {
  return async ([file, ...others]) => {
    if (!file || others.length > 0) return ['there must be one file'];
    const read = await readByMermaid(file.text);
    if (!read.ok) return [read.words];
    return [...boxProblems(journey, read), ...arrowProblems(journey, read)];
  };
}

type Read = Extract<MermaidReading, { ok: true }>;

function boxProblems(journey: Journey, { vertices, frames }: Read): readonly string[] {
  const drawn = vertices.map(({ label, classes }) => `${classes.join(' ')} “${plain(label)}”`).sort();
  const meant = stepEntries(journey)
    .map(([, { kind, name }]) => `${kind} “${written(name)}”`)
    .sort();
  const shapes = vertices.filter(({ shape }) => shape === undefined);
  return [
    ...(JSON.stringify(drawn) === JSON.stringify(meant)
      ? []
      : [`boxes ${drawn.join()}, not ${meant.join()}`]),
    ...shapes.map(({ id }) => `the box ${id} has no shape`),
    ...frames.map((frame) => `there is a frame ${frame}`),
  ];
}

/** Arrows by the boxes at their ends, which stand in the order of the steps. */
function arrowProblems(journey: Journey, { vertices, edges }: Read): readonly string[] {
  const place = new Map(vertices.map(({ id }, index) => [id, index]));
  const drawn = edges.map(({ from, to }) => `${place.get(from)} > ${place.get(to)}`).sort();
  const steps = stepEntries(journey).map(([id]) => id);
  const meant = linksOf(journey)
    .map(({ from, to }) => `${steps.indexOf(from)} > ${steps.indexOf(to)}`)
    .sort();
  const same = JSON.stringify(drawn) === JSON.stringify(meant);
  return [
    ...(same ? [] : [`arrows ${drawn.join()}, not ${meant.join()}`]),
    ...edges.flatMap(({ from, to, invisible, bothWays }) =>
      invisible || bothWays ? [`the arrow from ${from} to ${to} is not a plain one`] : [],
    ),
    ...alike(edges).map((label) => `two arrows say the same: ${label}`),
  ];
}

/** Where steps have several exits, arrows that lead from the same box say different things. */
function alike(edges: Read['edges']): readonly string[] {
  const labels = edges.map(({ from, label }) => `${from}: ${plain(label)}`);
  return labels.filter((label, index) => labels.indexOf(label) !== index);
}

/** A label as it is shown: entities read, spaces made one. */
function plain(label: string): string {
  return spaced(label.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
}

/** What a name can be in a drawing: one line without control characters, cut where it would be a page. */
function written(name: string): string {
  return spaced(name.replace(/\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD'));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
