import type { AudienceSource } from '../audience/audience.ts';
import { findContacts, type FoundContact } from '../audience/findContacts.ts';
import { synthesise } from '../audience/synthesise.ts';

/** Rows made up at a time; between two of them the page does what else there is to do. */
const SLICE = 10_000;

/** The first `most` contacts of an audience of whom some column says this text. */
export async function findInSource(
  source: AudienceSource,
  text: string,
  most: number,
): Promise<readonly FoundContact[]> {
  if (source.kind === 'columns') return findContacts(source.audience, text, { most });
  const found: FoundContact[] = [];
  for (let from = 0; from < source.rows && found.length < most; from += SLICE) {
    const slice = synthesise(source.rows, source.seed, from, Math.min(from + SLICE, source.rows));
    found.push(...findContacts(slice, text, { most: most - found.length, from }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return found;
}
