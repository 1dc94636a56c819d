import type { AudienceColumn, AudienceSource, Column } from '../src/audience/audience.ts';

/** The same source with its columns in memory that threads share: one copy, however many threads. */
export function shareAudience(source: AudienceSource): AudienceSource {
  if (source.kind === 'synthetic') return source;
  const columns = source.audience.columns.map(({ name, data }): AudienceColumn => ({
    name,
    data: shareColumn(data),
  }));
  return { kind: 'columns', audience: { ...source.audience, columns } };
}

function shareColumn(column: Column): Column {
  switch (column.type) {
    case 'number':
    case 'date':
      return { ...column, values: fill(new Float64Array(memory(column.values)), column.values) };
    case 'boolean':
      return { ...column, values: fill(new Uint8Array(memory(column.values)), column.values) };
    case 'category':
      return { ...column, codes: fill(new Uint32Array(memory(column.codes)), column.codes) };
  }
}

function memory({ byteLength }: { readonly byteLength: number }): SharedArrayBuffer {
  return new SharedArrayBuffer(byteLength);
}

function fill<T extends { set(values: T): void }>(target: T, values: T): T {
  target.set(values);
  return target;
}
