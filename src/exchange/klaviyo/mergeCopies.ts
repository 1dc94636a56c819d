import { sameJson } from '../../journey/sameJson.ts';
import type { Unit } from './unit.ts';

/**
 * Copies that were made because several ways lead to a step, made one again: those that do the same, and whose links lead to the same
 * steps or to copies of them. Answers with the unit that stands for each action.
 */
export function mergeCopies(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const unitOf = new Map(units.flatMap((unit) => unit.parts.map(({ node }) => [node.id, unit] as const)));
  const originals = new Map(
    units.flatMap((unit) => (copyOf(unit) === undefined ? [[ownOf(unit), unit] as const] : [])),
  );
  const standsFor = new Map(
    units.map((unit) => {
      const original = originals.get(copyOf(unit));
      return [unit, original && sameJson(original.step, unit.step) ? original : unit] as const;
    }),
  );
  const representative = (id: string | null) => {
    const unit = id === null ? undefined : unitOf.get(id);
    return unit && (standsFor.get(unit) ?? unit);
  };
  // A copy that leads elsewhere stands for itself; then so may those that lead to it.
  for (let changed = true; changed;) {
    changed = false;
    for (const unit of units) {
      const original = standsFor.get(unit);
      if (!original || original === unit || leadAlike(unit, original, representative)) continue;
      standsFor.set(unit, unit);
      changed = true;
    }
  }
  return new Map([...unitOf].map(([id, unit]) => [id, standsFor.get(unit) ?? unit]));
}

function ownOf({ parts }: Unit): string | undefined {
  return parts[0].node.name?.own;
}

function copyOf({ parts }: Unit): string | undefined {
  return parts[0].node.name?.copyOf;
}

function leadAlike(
  unit: Unit,
  original: Unit,
  representative: (id: string | null) => Unit | undefined,
): boolean {
  const [ways, others] = [waysOut(unit), waysOut(original)];
  const exits = new Set([...ways.keys(), ...others.keys()]);
  return [...exits].every(
    (exit) => representative(ways.get(exit) ?? null) === representative(others.get(exit) ?? null),
  );
}

/** Where the exits of a step lead. */
export function waysOut({ parts }: Unit): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap(({ node, links }) =>
      Object.entries(links).flatMap(([key, target]) => {
        const to = node.links[key];
        return typeof target === 'object' && 'exit' in target && to !== undefined && to !== null
          ? [[target.exit, to] as const]
          : [];
      }),
    ),
  );
}
