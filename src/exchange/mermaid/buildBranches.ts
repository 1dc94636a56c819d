import { freshId, isId } from '../../journey/ids.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { type Arm, HOLDOUT } from '../../journey/steps/experiment.ts';
import { STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import { branchRule } from './branchRule.ts';
import type { Built, Drawn } from './drawn.ts';
import type { Edge } from './chart/flowchart.ts';

const EVERYONE_ELSE =
  /^(?:(?:everyone|everybody|all|any|anyone|someone)? ?(?:else|others?|the rest)|rest|otherwise|default|no|unknown|remaining)$/i;

/** One branch per name; the first arrow named like “everyone else” or “no” is the last exit. */
export function buildSplit({ name, onward, nameOf, schema }: Drawn): Built {
  const titled = onward.map((edge) => ({ edge, title: edge.label || nameOf(edge.to) }));
  const rest = titled.find(({ title }) => EVERYONE_ELSE.test(title));
  const titles = [...new Set(titled.filter((way) => way !== rest).map(({ title }) => title))];
  const ids = exitIds(titles, 'branch', [ELSE]);
  const question = /^(?:yes|true|y)$/i;
  const branches = titles.map((title, index) => ({
    id: ids[index] ?? title,
    name: title,
    rule: branchRule(question.test(title) ? name : title, schema),
  }));
  const ways = titled.map((way) => ({
    edge: way.edge,
    exit: way === rest ? ELSE : (ids[titles.indexOf(way.title)] ?? ELSE),
  }));
  return { step: { ...STEP_DEFINITIONS.split.defaults(), name, branches }, ways };
}

const PER_CENT = /[·(,:\s]*(\d{1,3}(?:\.\d+)?)\s*%\)?/;

/** One arm per arrow, with the per cents that their names give when these make 100, else even ones. */
export function buildExperiment({ name, onward, nameOf }: Drawn): Built {
  const held = onward.find(({ label }) => onward.length > 1 && /\bhold[- ]?out\b|\bcontrol\b/i.test(label));
  const armed = onward.filter((edge) => edge !== held);
  const titles = armed.map(
    (edge, index) => edge.label.replace(PER_CENT, '').trim() || nameOf(edge.to) || `Arm ${index + 1}`,
  );
  const ids = exitIds(titles, 'arm', [HOLDOUT]);
  const weights = weightsOf(held ? [...armed, held] : armed);
  const arms: readonly Arm[] = titles.map((title, index) => ({
    id: ids[index] ?? title,
    name: title,
    weight: weights[index] ?? 0,
  }));
  const experiment = STEP_DEFINITIONS.experiment.defaults();
  const holdout = held && { holdout: { weight: weights.at(-1) ?? 0, goesOn: false } };
  const step = arms.length > 0 ? { ...experiment, name, arms, ...holdout } : { ...experiment, name };
  const ways = armed.map((edge, index) => ({ edge, exit: ids[index] ?? '' }));
  return { step, ways: held ? [...ways, { edge: held, exit: HOLDOUT }] : ways };
}

function weightsOf(edges: readonly Edge[]): readonly number[] {
  const named = edges.map(({ label }) => Number(PER_CENT.exec(label)?.[1] ?? NaN));
  if (Math.abs(named.reduce((sum, weight) => sum + weight, 0) - 100) < 1e-9) return named;
  const even = Math.floor(100 / edges.length);
  return edges.map((_, index) => (index === 0 ? 100 - even * (edges.length - 1) : even));
}

/** Exit ids that say what the exit is called, where that makes an id. */
function exitIds(titles: readonly string[], prefix: string, reserved: readonly string[]): readonly string[] {
  const taken = [...reserved];
  return titles.map((title) => {
    const wanted = wordOf(title);
    const id = isId(wanted) && !taken.includes(wanted) ? wanted : freshId(taken, prefix);
    taken.push(id);
    return id;
  });
}

/** The letters and digits of ASCII in a title, with dashes between them; empty where there are none. */
function wordOf(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 40);
}
