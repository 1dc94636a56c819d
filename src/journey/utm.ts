import type { Channel } from './channels.ts';
import type { Journey } from './journey.ts';
import type { StepId } from './ids.ts';

export const UTM_PARTS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
export type UtmPart = (typeof UTM_PARTS)[number];

/** Values for links; `{{journey}}`, `{{step}}` and `{{channel}}` stand for the names of these. */
export type UtmDefaults = Readonly<Partial<Record<UtmPart, string>>>;

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
  const names: Readonly<Record<string, string>> = {
    journey: slugOf(journey.name) || journey.id,
    step: slugOf(step.name) || step.id,
    channel: channel === 'preferred' ? 'message' : channel,
  };
  return Object.fromEntries(
    UTM_PARTS.flatMap((part) => {
      const value = (defaults[part] ?? BUILT_IN_UTM[part] ?? '').replaceAll(
        /\{\{\s*(journey|step|channel)\s*\}\}/g,
        (whole, name: string) => names[name] ?? whole,
      );
      return value.trim() === '' ? [] : [[utmKey(part), value]];
    }),
  );
}

/** A name as part of an address. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
