import { braceFault, placeIn } from '../content/braces.ts';
import { COUPON, isFilledLater, placeholdersOf, replacePlaceholders } from '../content/placeholders.ts';
import type { Problem } from '../problem.ts';
import { UTM_NAMES } from '../utm.ts';
import { textProblem, type ContentPlace, type PlacedText } from './contentPlaces.ts';
import { mostSimilar } from './similar.ts';

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

/** Placeholders with a default that everybody reads, because the name of the column is misspelt. One that is like no column is meant so. */
export function misspeltFields(
  place: ContentPlace,
  text: PlacedText,
  columns: KnownColumns,
): readonly Problem[] {
  const defaulted = placeholdersOf(text.text).filter(
    ({ name, fallback }) =>
      fallback !== undefined && !isFilledLater(name) && name !== COUPON && !columns.has(name),
  );
  return [...new Set(defaulted.map(({ name }) => name))].flatMap((name) => {
    const meant = columns.similarTo(name);
    if (meant === undefined) return [];
    const words = `The ${text.words} has a place for “${name}”, which is no column of this audience. Did you mean “${meant}”? Now everybody reads the default.`;
    const mended = replacePlaceholders(text.text, (found) =>
      found.name === name && found.fallback !== undefined ? `{{${meant}|${found.fallback}}}` : undefined,
    );
    return [
      textProblem(
        place,
        text,
        { code: 'placeholder-misspelt', words, values: { column: name, meant } },
        mended,
      ),
    ];
  });
}

/** Names in a tag that stand for nothing: the tag is left out, or has a gap. */
export function unknownTags(
  place: ContentPlace,
  text: PlacedText,
  columns: KnownColumns,
): readonly Problem[] {
  const hasCoupon = Boolean(place.content.couponCode?.trim());
  const isKnown = (name: string) =>
    UTM_NAMES.some((one) => one === name) || columns.has(name) || (name === COUPON && hasCoupon);
  const unknown = placeholdersOf(text.text).filter(
    ({ name, fallback }) =>
      !isKnown(name) && (!fallback?.trim() || similarInTags(name, columns) !== undefined),
  );
  return [...new Set(unknown.map(({ name }) => name))].map((name) => {
    const meant = similarInTags(name, columns);
    const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
    const words = `The ${text.words} has a place for “${name}”, which is neither journey, step or channel nor a column of this audience: links lose what it stands for.${hint} Write {{journey}}, {{step}}, {{channel}} or a column.`;
    const mended = replacePlaceholders(text.text, ({ name: found, fallback }) =>
      found === name ? `{{${meant}${fallback === undefined ? '' : `|${fallback}`}}}` : undefined,
    );
    const said = { code: 'utm-unknown-name', words, values: { name } };
    return textProblem(place, text, said, meant === undefined ? undefined : mended);
  });
}

function similarInTags(name: string, columns: KnownColumns): string | undefined {
  return mostSimilar(name, UTM_NAMES) ?? columns.similarTo(name);
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
