import { braceFault, placeIn } from '../content/braces.ts';
import { COUPON, isFilledLater, placeholdersOf, replacePlaceholders } from '../content/placeholders.ts';
import type { Problem } from '../problem.ts';
import { textProblem, type ContentPlace, type PlacedText } from './contentPlaces.ts';

/** What the audience has. */
export interface KnownColumns {
  readonly has: (name: string) => boolean;
  readonly similarTo: (name: string) => string | undefined;
}

/** Placeholders with nothing to say: no such column, and no default. Links are filled in by whoever sends. */
export function unknownFields(
  place: ContentPlace,
  text: PlacedText,
  columns: KnownColumns,
): readonly Problem[] {
  const names = placeholdersOf(text.text).flatMap(({ name, fallback }) =>
    fallback !== undefined || isFilledLater(name) || name === COUPON || columns.has(name) ? [] : [name],
  );
  return [...new Set(names)].map((name) => {
    const meant = columns.similarTo(name);
    const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
    const words = `The ${text.words} has a place for “${name}”, which is no column of this audience, and no default: contacts read a gap.${hint} Choose a column, or give a default: {{${name}|you}}.`;
    const mended = replacePlaceholders(text.text, (found) =>
      found.name === name && found.fallback === undefined ? `{{${meant}}}` : undefined,
    );
    const said = { code: 'placeholder-without-column', words, values: { column: name } };
    return textProblem(place, text, said, meant === undefined ? undefined : mended);
  });
}

/** Braces that contacts would read. */
export function brokenFields(place: ContentPlace, text: PlacedText): readonly Problem[] {
  const fault = text.text.includes('{{') ? braceFault(text.text) : undefined;
  if (!fault) return [];
  const { line, character } = placeIn(text.text, fault.at);
  const where = `${line > 1 ? `line ${line}, ` : ''}character ${character}`;
  const said =
    fault.kind === 'nested'
      ? {
          code: 'placeholder-nested',
          words: `The ${text.words} has a placeholder within another at ${where}: “${fault.shown}”. A default is plain text: take the inner braces out.`,
        }
      : {
          code: 'placeholder-unclosed',
          words: `The ${text.words} has a placeholder that does not end at ${where}: “${fault.shown}”. Contacts would read the braces: close it with }}.`,
        };
  return [textProblem(place, text, { ...said, values: { at: where } }, fault.mended)];
}
