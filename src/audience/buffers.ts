import type { Audience } from './audience.ts';

/** The buffers of all columns, for handing an audience to another thread without copying: the sender loses it. */
export function buffersOf(audience: Audience): ArrayBuffer[] {
  return audience.columns.map(
    ({ data }) => (data.type === 'category' ? data.codes : data.values).buffer as ArrayBuffer,
  );
}
