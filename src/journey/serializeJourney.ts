import type { Journey } from './journey.ts';

/** Documents are read by people and compared by tools: what it is comes first, the canvas last. */
const DOCUMENT_KEYS = [
  'format',
  'version',
  'id',
  'luckId',
  'name',
  'brief',
  'settings',
  'steps',
  'links',
  'layout',
  'notes',
  'groups',
  'origin',
];
/** Within everything else, what a thing is comes first. */
const FIRST_KEYS = ['kind', 'type', 'mode', 'id', 'name'];

/** The text of a journey file. Equal documents give equal text, whatever the order in which they were put together. */
export function serializeJourney(journey: Journey): string {
  return `${JSON.stringify(ordered(journey, rankIn(DOCUMENT_KEYS)), null, 2)}\n`;
}

type Rank = (key: string) => number;

function rankIn(keys: readonly string[]): Rank {
  return (key) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
}

const byWhatItIs = rankIn(FIRST_KEYS);
/** Records of steps, links and positions: an id may be `kind` or `name`, so nothing comes first. */
const byId: Rank = () => 0;
const RECORDS = ['steps', 'links', 'layout', 'notes', 'groups', 'utm'];

function ordered(value: unknown, rank: Rank): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, byWhatItIs));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, ordered(item, RECORDS.includes(key) ? byId : byWhatItIs)]),
  );
}
