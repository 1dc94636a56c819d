/** Properties that every profile has under a name of its own; all others are custom ones. */
const KNOWN: Readonly<Record<string, string>> = {
  email: 'email',
  phone_number: 'phone_number',
  first_name: 'first_name',
  last_name: 'last_name',
  organization: 'organization',
  title: 'title',
  country: "location['country']",
  region: "location['region']",
  city: "location['city']",
  zip: "location['zip']",
};
const KNOWN_COLUMNS = new Map(Object.entries(KNOWN).map(([column, property]) => [property, column]));

/** Where tags are kept: values of one list. */
export const TAGS = propertyOf('tags');
/** Where a score would be kept; no action of a flow can add to it. */
export const SCORE = propertyOf('Score');

/** A column as conditions and updates name it. */
export function propertyOf(column: string): string {
  const known = Object.hasOwn(KNOWN, column) ? KNOWN[column] : undefined;
  return known ?? `properties['${column.replace(/['\\]/g, '\\$&')}']`;
}

export function columnOf(property: string): string {
  const known = KNOWN_COLUMNS.get(property);
  if (known !== undefined) return known;
  const inside = /^properties\[(['"])(.*)\1\]$/su.exec(property)?.[2];
  return inside === undefined ? property : inside.replace(/\\(['"\\])/g, '$1');
}

/** Whether templates say it without looking it up. */
export function isPlain(column: string): boolean {
  return Object.hasOwn(KNOWN, column) && KNOWN[column] === column;
}
