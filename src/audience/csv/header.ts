import type { Problem } from '../../journey/problem.ts';
import { isNumber } from './numbers.ts';
import { doubts } from './problems.ts';

/**
 * Names for columns from the header's fields: trimmed, present and unique. What had to be invented, and a header that looks
 * like data, is told in `warnings`.
 */
export function nameColumns(fields: readonly string[]): {
  readonly names: readonly string[];
  readonly warnings: readonly Problem[];
} {
  const given = fields.map((field) => field.trim());
  const taken = new Set(given);
  const used = new Set<string>();
  const warnings: Problem[] = [];
  const names = given.map((name, index) => {
    if (name !== '' && !used.has(name)) {
      used.add(name);
      return name;
    }
    const unique = firstFree(name === '' ? `column ${index + 1}` : name, taken);
    taken.add(unique);
    used.add(unique);
    warnings.push(name === '' ? doubts.unnamedColumn(index + 1, unique) : doubts.repeatedName(name, unique));
    return unique;
  });
  if (given.some((name) => isNumber(name, ','))) warnings.push(doubts.noHeader());
  return { names, warnings };
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
