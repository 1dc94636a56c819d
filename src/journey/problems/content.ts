import { COUPON, isUnsubscribe, placeholdersOf } from '../content/placeholders.ts';
import type { Facts } from '../facts.ts';
import type { Journey } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { utmDefaults } from '../utm.ts';
import { writtenColumns } from './columns.ts';
import { couponProblems } from './contentCoupon.ts';
import {
  brokenFields,
  misspeltFields,
  unknownFields,
  unknownTags,
  type KnownColumns,
} from './contentFields.ts';
import { missingSubject, tooLong } from './contentLengths.ts';
import { contentPlaces, tagTextsOf, textsOf, type ContentPlace } from './contentPlaces.ts';
import { mostSimilar } from './similar.ts';

/** What messages say: gaps and braces in the text, texts that are cut off, links that nobody will be able to count. */
export function findContentProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  const columns = schema && knownColumns(journey, schema);
  return contentPlaces(journey).flatMap((place) => [
    ...missingSubject(place),
    ...untagged(journey, place),
    ...(columns ? couponProblems(place, columns.has(COUPON)) : []),
    ...textsOf(place).flatMap((text) => [
      ...brokenFields(place, text),
      ...(columns ? [...unknownFields(place, text, columns), ...misspeltFields(place, text, columns)] : []),
      ...tooLong(place, text),
    ]),
    ...(columns ? tagTextsOf(place).flatMap((text) => unknownTags(place, text, columns)) : []),
  ]);
}

function knownColumns(journey: Journey, schema: NonNullable<Facts['schema']>): KnownColumns {
  const names = schema.columns.map(({ name }) => name);
  const known = new Set([...names, ...writtenColumns(journey)]);
  const meant = new Map<string, string | undefined>();
  return {
    has: (name) => known.has(name),
    similarTo: (name) => {
      if (!meant.has(name)) meant.set(name, mostSimilar(name, names));
      return meant.get(name);
    },
  };
}

function untagged(
  journey: Journey,
  { id, step, content, channel, path, put }: ContentPlace,
): readonly Problem[] {
  const tagged = Object.values(content.utm ?? {}).some((value) => value.trim() !== '');
  const bodies = [content, ...(content.variants ?? [])].map(({ body }) => body ?? '');
  if (tagged || !bodies.some(hasLink)) return [];
  const utm = utmDefaults(journey, { id, name: step.name }, channel);
  return [
    {
      code: 'link-without-utm',
      severity: 'warning',
      words:
        'The link in this message has no UTM tags, so web analytics cannot tell which message its visitors come from. Add tags.',
      values: { channel },
      step: id,
      path: `${path}.utm`,
      fix: { type: 'changeStep', id, step: put({ ...content, utm }) },
    },
  ];
}

function hasLink(body: string): boolean {
  if (/https?:\/\/\S/i.test(body)) return true;
  return placeholdersOf(body).some(({ name }) => /link/i.test(name) && !isUnsubscribe(name));
}
