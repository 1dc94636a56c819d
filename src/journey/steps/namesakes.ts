import type { Finding, StepBase } from './step.ts';

interface Named {
  readonly name: string;
}

/** Parts of a step that people cannot tell apart: they see names, on the canvas, in results and in words. */
export function namesakeFindings<P extends Named, S extends StepBase>(
  parts: readonly P[],
  field: string,
  withParts: (parts: readonly P[]) => S,
): Finding<S>[] {
  const second = parts.findIndex(({ name }, at) => firstOf(parts, name) < at);
  const name = parts[second]?.name.trim();
  if (name === undefined) return [];
  const count = parts.filter((part) => same(part.name, name)).length;
  return [
    {
      code: 'names-alike',
      severity: 'warning',
      words: `${count} of the ${field} of this step are called “${name}”, so nobody can tell them apart on the canvas and in the results. Give each a name of its own.`,
      values: { name, count, field },
      field: `${field}.${second}.name`,
      mended: withParts(numbered(parts)),
    },
  ];
}

/** The later ones of a name get the next free number: A, A 2, A 3. */
function numbered<P extends Named>(parts: readonly P[]): readonly P[] {
  const taken = new Set(parts.map(({ name }) => key(name)));
  return parts.map((part, at) => {
    if (firstOf(parts, part.name) === at) return part;
    let number = 2;
    while (taken.has(key(`${part.name.trim()} ${number}`))) number += 1;
    const name = `${part.name.trim()} ${number}`;
    taken.add(key(name));
    return { ...part, name };
  });
}

function firstOf(parts: readonly Named[], name: string): number {
  return parts.findIndex((other) => same(other.name, name));
}

function same(a: string, b: string): boolean {
  return key(a) === key(b);
}

function key(name: string): string {
  return name.trim().toLowerCase();
}
