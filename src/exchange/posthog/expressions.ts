const PLAIN = /^[A-Za-z_]\w*$/;

/** A person’s property in HogQL. */
export function personProperty(column: string): string {
  const name = PLAIN.test(column) ? column : `\`${column.replaceAll(/[\\`]/g, '\\$&')}\``;
  return `person.properties.${name}`;
}

const PROPERTY = /^\{?\s*person\.properties\.(?:([A-Za-z_]\w*)|`((?:[^`\\]|\\.)*)`)\s*\}?$/;

/** The column that an expression asks for and nothing else. */
export function columnOfExpression(expression: unknown): string | undefined {
  const match = typeof expression === 'string' ? PROPERTY.exec(expression.slice(0, 1000).trim()) : null;
  if (!match) return undefined;
  return match[1] ?? match[2]?.replaceAll(/\\(.)/g, '$1');
}

/** A score that grows: `{toFloat(person.properties.`journey:score` ?? 0) + 5}`. */
export function addedTo(column: string, points: number): string {
  return `{toFloat(${personProperty(column)} ?? 0) + ${points}}`;
}

const ADDED = /^\{toFloat\((person\.properties\.[^{}]*?) \?\? 0\) \+ (-?\d+(?:\.\d+)?(?:e-?\d+)?)\}$/;

export function readAdded(
  template: string,
): { readonly column: string; readonly points: number } | undefined {
  const match = ADDED.exec(template.slice(0, 1000));
  const column = columnOfExpression(match?.[1]);
  return match && column !== undefined ? { column, points: Number(match[2]) } : undefined;
}
