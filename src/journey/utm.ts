import type { Channel } from './channels.ts';
import { replacePlaceholders } from './content/placeholders.ts';
import type { Journey } from './journey.ts';
import type { StepId } from './ids.ts';

export const UTM_PARTS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
export type UtmPart = (typeof UTM_PARTS)[number];

/** Values for links; `{{journey}}`, `{{step}}` and `{{channel}}` stand for the names of these. */
export type UtmDefaults = Readonly<Partial<Record<UtmPart, string>>>;

export const UTM_NAMES = ['journey', 'step', 'channel'] as const;
type UtmNames = Readonly<Record<(typeof UTM_NAMES)[number], string>>;

/** What holds where a workspace has no default of its own; an empty one of its own means none. */
export const BUILT_IN_UTM: UtmDefaults = {
  source: 'journey',
  medium: '{{channel}}',
  campaign: '{{journey}}',
  content: '{{step}}',
};

/** The name of a part in a document and in a link. */
export function utmKey(part: UtmPart): `utm_${UtmPart}` {
  return `utm_${part}`;
}

/** Tags for the links of one send, as `content.utm` holds them. A part whose default is empty is left out. */
export function utmDefaults(
  journey: Pick<Journey, 'id' | 'name'>,
  step: { readonly id: StepId; readonly name: string },
  channel: Channel | 'preferred',
  defaults: UtmDefaults = {},
): Readonly<Record<string, string>> {
  const names = utmNames(journey, step, channel);
  return Object.fromEntries(
    UTM_PARTS.flatMap((part) => {
      const value = withNames(defaults[part] ?? BUILT_IN_UTM[part] ?? '', names);
      return value.trim() === '' ? [] : [[utmKey(part), value]];
    }),
  );
}

/** The content with the names in its own tags as well. */
export function withUtmNames<C extends { readonly utm?: Readonly<Record<string, string>> }>(
  content: C,
  names: UtmNames,
): C {
  if (!content.utm) return content;
  const tags = Object.entries(content.utm).map(([key, value]) => [key, withNames(value, names)] as const);
  return { ...content, utm: Object.fromEntries<string>(tags) };
}

/** What tags may be made of, for one send. */
export function utmNames(
  journey: Pick<Journey, 'id' | 'name'>,
  step: { readonly id: StepId; readonly name: string },
  channel: Channel | 'preferred',
): UtmNames {
  return {
    journey: slugOf(journey.name) || journey.id,
    step: slugOf(step.name) || step.id,
    channel: channel === 'preferred' ? 'message' : channel,
  };
}

function withNames(value: string, names: UtmNames): string {
  return replacePlaceholders(value, (place) => {
    const name = UTM_NAMES.find((one) => one === place.name);
    return name && names[name];
  });
}

/** A name as part of an address. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
