import { isObject } from '../kept.ts';
import type { Json } from './types.ts';
import type { Part, Target } from './written.ts';

type To = (target: Target) => string | null;

const MANY = 'multi-branch-split';

/** A part as an action of the file, now that it is known where its links lead. */
export function renderPart(part: Part, to: To): Json {
  const links = Object.fromEntries(Object.entries(part.links).map(([key, target]) => [key, to(target)]));
  if (part.raw) return renderKept(part.raw, part.id, links);
  const { id, type, data } = part;
  if (type !== MANY) return { temporary_id: id, type, links, data };
  return { temporary_id: id, type, links: null, data: withBranchLinks(data, links, NOWHERE) };
}

/** Both readings of the published schema take this for a way that ends; of `null` one does not. */
const NOWHERE: Links = { next: null };

type Links = Readonly<Record<string, string | null>>;

/** `fresh`: what stands in a branch that was never in a file. */
function withBranchLinks(data: unknown, links: Links, fresh?: Links): unknown {
  if (!isObject(data) || !Array.isArray(data['branches'])) return data;
  const branches = (data['branches'] as readonly unknown[]).map((branch) => {
    const id = isObject(branch) ? branch['branch_id'] : undefined;
    if (!isObject(branch) || typeof id !== 'string' || !Object.hasOwn(links, id)) return branch;
    return { ...branch, links: relinked(branch['links'] ?? fresh, { next: links[id] ?? null }) };
  });
  return { ...data, branches };
}

/** As it stood, but for the links, and for ids that only flows have that are there already. */
function renderKept(raw: Json, id: string, links: Links): Json {
  const { id: _, ...action } = raw;
  const made: Json = { ...(Object.hasOwn(raw, 'id') && { temporary_id: id }), ...withoutIds(action) };
  if (made['type'] === MANY) return { ...made, data: withBranchLinks(made['data'], links) };
  return Object.keys(links).length === 0 ? made : { ...made, links: relinked(raw['links'], links) };
}

/** Nothing is written where nothing was and nothing leads anywhere. */
function relinked(kept: unknown, links: Links): unknown {
  const known = isObject(kept) ? kept : undefined;
  const leads = Object.entries(links).filter(
    ([key, to]) => to !== null || (known && Object.hasOwn(known, key)),
  );
  return leads.length === 0 && known === undefined
    ? (kept ?? null)
    : { ...known, ...Object.fromEntries(leads) };
}

/** Ids of messages and experiments are “not allowed on create”. */
function withoutIds(action: Json): Json {
  const { data } = action;
  if (!isObject(data)) return action;
  const { experiment_status: _, ...rest } = data;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, OWN_IDS.has(key) ? withoutId(value) : value]),
  );
  return { ...action, data: inner };
}

const OWN_IDS: ReadonlySet<string> = new Set(['message', 'current_experiment', 'main_action']);

function withoutId(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { id, variations, ...rest } = value;
  const action = Object.hasOwn(rest, 'type') && typeof id === 'string' ? { temporary_id: id } : {};
  const made = withoutIds({ ...action, ...rest });
  return Array.isArray(variations) ? { ...made, variations: variations.map(withoutId) } : made;
}
