import { MISSING_CODE, type Audience, type AudienceColumn, type AudienceSchema } from './audience.ts';
import { columnWithRole } from './columnWithRole.ts';
import { isZone } from './zones.ts';

/** Values of a category that a schema lists. */
const MOST_VALUES = 200;

/** What compile, forms and lint need to know of an audience. Reads every category column once. */
export function schemaOf(audience: Audience): AudienceSchema {
  return {
    rows: audience.rows,
    columns: audience.columns.map(describe),
    roles: audience.roles,
    zones: zonesOf(audience),
  };
}

function describe({ name, data }: AudienceColumn): AudienceSchema['columns'][number] {
  if (data.type === 'category')
    return { name, type: data.type, values: frequentValues(data.codes, data.dictionary) };
  return data.type === 'date'
    ? { name, type: data.type, precision: data.precision }
    : { name, type: data.type };
}

/** Values that occur, the most frequent first; equally frequent ones in dictionary order. */
function frequentValues(codes: Uint32Array, dictionary: readonly string[]): string[] {
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING_CODE) counts[code]!++;
  }
  const occurring = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  occurring.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return occurring.slice(0, MOST_VALUES).map((code) => dictionary[code]!);
}

/** All of the dictionary's, occurring or not: a slice of an audience then compiles to the same program as the whole. */
function zonesOf(audience: Audience): string[] {
  const data = columnWithRole(audience, 'zone')?.data;
  return data?.type === 'category' ? data.dictionary.filter(isZone).sort() : [];
}
