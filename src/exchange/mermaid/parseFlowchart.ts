import type { Edge, Flowchart, Ignored, ParsedFlowchart, Vertex } from './flowchart.ts';
import { labelText } from './labelText.ts';
import { readLink } from './readLink.ts';
import { FlowchartFault, Reader } from './reader.ts';
import { type Mention, readMention } from './readVertex.ts';

const MAX_CHARACTERS = 1024 * 1024;
/** `A & B & … --> C & D & …` multiplies: a short text may mean a million arrows. */
const MAX_EDGES = 10_000;

/** Reads the text of a Mermaid flowchart; the first thing that is not understood ends it with its place. */
export function parseFlowchart(text: string): ParsedFlowchart {
  if (text.length > MAX_CHARACTERS)
    return { ok: false, fault: { line: 1, column: 1, what: 'the text is longer than 1 MB' } };
  try {
    return { ok: true, chart: readChart(new Reader(unfenced(text))) };
  } catch (thrown) {
    if (thrown instanceof FlowchartFault) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

/** Pasted out of a document, a flowchart still wears its fence. Lines keep their numbers. */
function unfenced(text: string): string {
  return text.replace(/^\uFEFF?(\s*)```[^\n]*/, '$1').replace(/```\s*$/, '');
}

/** Statements that concern looks, clicks and screen readers. */
const IGNORED = /(style|linkStyle|classDef|click|accTitle|accDescr|direction)\b[^\n]*/y;

/** The graph while it is being read. */
class Draft {
  readonly vertices = new Map<string, Vertex>();
  readonly edges: Edge[] = [];
  readonly ignored: Ignored[] = [];
  /** Subgraphs not closed yet, innermost last. */
  readonly open: { readonly id: string; readonly members: Set<string> }[] = [];
  readonly groups = new Map<string, readonly string[]>();

  mention({ id, label, shape, classes }: Mention): void {
    const known = this.vertices.get(id);
    for (const group of this.open) group.members.add(id);
    if (known && label === undefined && classes.length === 0) return;
    this.vertices.set(id, {
      id,
      label: label ?? known?.label ?? labelText(id),
      shape: shape ?? known?.shape ?? 'plain',
      classes: [...(known?.classes ?? []), ...classes],
    });
  }
}

function readChart(reader: Reader): Flowchart {
  readHeader(reader);
  const draft = new Draft();
  reader.skipGaps();
  while (!reader.ended) {
    readStatement(reader, draft);
    reader.skipGaps();
  }
  if (draft.open.length > 0) reader.fail('a subgraph is not closed: “end” is missing');
  return withoutGroups(draft);
}

function readHeader(reader: Reader): void {
  reader.skipGaps();
  if (reader.match(/---[ \t\r]*\n/y) && !reader.match(/[^]*?\n---[ \t\r]*(?:\n|$)/y))
    reader.fail('the part between “---” and “---” is not closed');
  reader.skipGaps();
  if (!reader.match(/(?:flowchart|graph|flowchart-elk)(?=[\s;]|$)/y)) {
    const found = /^[\w-]{1,30}/.exec(reader.text.slice(reader.at))?.[0];
    reader.fail(
      found
        ? `this is “${found}”, and only flowcharts can be read: they begin with “flowchart” or “graph”`
        : 'a flowchart has to begin with “flowchart” or “graph”',
    );
  }
  reader.match(/[ \t]+(?:TB|TD|BT|RL|LR|[<>^v])(?=[\s;]|$)/y);
}

function readStatement(reader: Reader, draft: Draft): void {
  if (reader.match(/subgraph(?=[\s;]|$)/y)) return openSubgraph(reader, draft);
  if (reader.match(/end(?=[\s;]|$)/y)) return closeSubgraph(reader, draft);
  if (reader.match(/class[ \t]+(?=[\w-]+)/y)) return readClass(reader, draft);
  const { line } = reader;
  const other = reader.match(IGNORED);
  if (other) draft.ignored.push({ line, what: other[1] ?? '' });
  else readChain(reader, draft);
}

function openSubgraph(reader: Reader, draft: Draft): void {
  draft.ignored.push({ line: reader.line, what: 'subgraph' });
  const title = (reader.match(/[^\n;]*/y)?.[0] ?? '').trim();
  draft.open.push({
    id: /^[^\s["]+/.exec(title)?.[0] ?? labelText(title.replaceAll('"', '')),
    members: new Set(),
  });
}

function closeSubgraph(reader: Reader, draft: Draft): void {
  const group = draft.open.pop();
  if (group) draft.groups.set(group.id, [...group.members]);
  else reader.fail('this “end” closes nothing');
}

/** `class a,b name`: kept, because Rehearsal's own exports name the kind of a step by its class. */
function readClass(reader: Reader, draft: Draft): void {
  const [ids = '', name = ''] = (reader.match(/[^\n;]*/y)?.[0] ?? '').trim().split(/\s+/);
  for (const id of ids.split(',')) if (draft.vertices.has(id)) draft.mention({ id, classes: [name] });
}

/** `A & B --> C -->|yes| D`. */
function readChain(reader: Reader, draft: Draft): void {
  let from = readGroup(reader, draft);
  for (let link = linkHere(reader); link; link = linkHere(reader)) {
    reader.match(/\s*/y);
    const to = readGroup(reader, draft);
    if (draft.edges.length + from.length * to.length > MAX_EDGES)
      reader.fail(`there are more than ${MAX_EDGES} arrows`);
    for (const a of from) for (const b of to) draft.edges.push({ from: a, to: b, ...link });
    from = to;
  }
  if (!reader.match(/(?=[\n;]|%%|$)/y)) reader.fail('this is not understood');
}

function linkHere(reader: Reader) {
  reader.match(/[ \t\r]*/y);
  return readLink(reader);
}

function readGroup(reader: Reader, draft: Draft): readonly string[] {
  const ids: string[] = [];
  do {
    reader.match(/[ \t]*/y);
    const mention = readMention(reader);
    if (!mention) return reader.fail('the name of a box should be here');
    draft.mention(mention);
    ids.push(mention.id);
  } while (reader.match(/[ \t]*&/y));
  return ids;
}

/** Subgraphs are frames around steps and mean nothing here; an arrow to one goes to its first step, one from it comes from its last. */
function withoutGroups(draft: Draft): Flowchart {
  const { groups, vertices } = draft;
  const isGroup = (id: string) => groups.has(id) && !(groups.get(id) ?? []).includes(id);
  const member = (id: string, index: number) =>
    isGroup(id)
      ? (groups
          .get(id)
          ?.filter((inner) => !isGroup(inner))
          .at(index) ?? id)
      : id;
  const atGroups = draft.edges.filter(({ from, to }) => isGroup(from) || isGroup(to));
  const edges = draft.edges.map((edge) => ({ ...edge, from: member(edge.from, -1), to: member(edge.to, 0) }));
  const mentioned = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    vertices: [...vertices.values()].filter(({ id }) => !isGroup(id) || mentioned.has(id)),
    edges,
    ignored: [...draft.ignored, ...atGroups.map(() => ({ line: 0, what: 'arrow at a subgraph' }))],
  };
}
