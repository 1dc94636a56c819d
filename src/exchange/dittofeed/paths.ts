const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;
const BRACKETS = /^\$\['((?:[^'\\]|\\.)*)'\]$/;

/** The path of a trait that is called like a column. */
export function pathOf(column: string): string {
  return PLAIN.test(column) ? column : `$['${column.replaceAll(/['\\]/g, (sign) => `\\${sign}`)}']`;
}

/** The column that a trait is called like here. */
export function columnOf(path: string): string {
  const inside = BRACKETS.exec(path)?.[1];
  return inside === undefined ? path.replace(/^\$\./, '') : inside.replaceAll(/\\(.)/g, '$1');
}
