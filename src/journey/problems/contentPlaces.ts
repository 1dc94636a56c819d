import { isSent, type TextPart } from '../content/shownLengths.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { Step } from '../steps/index.ts';
import type { Content, Variant } from '../steps/message.ts';
import { utmNames, withUtmNames } from '../utm.ts';

/** The content of one send, and how the step is put together again around another. */
export interface ContentPlace {
  readonly id: StepId;
  readonly step: Step;
  readonly content: Content;
  readonly channel: Channel;
  /** Tags as its links get them, with the names filled in. */
  readonly tags: Readonly<Record<string, string>>;
  /** Where it is: `steps.welcome.content`. */
  readonly path: string;
  readonly put: (content: Content) => Step;
}

type Channel = Extract<Step, { kind: 'message' }>['channel'];

/** The contents of all sends that are switched on. */
export function contentPlaces(journey: Journey): readonly ContentPlace[] {
  return stepEntries(journey).flatMap(([id, step]) => (step.disabled ? [] : placesIn(journey, id, step)));
}

function placesIn(journey: Journey, id: StepId, step: Step): readonly ContentPlace[] {
  const tagsOf = (content: Content, channel: Channel) =>
    withUtmNames(content, utmNames(journey, { id, name: step.name }, channel)).utm ?? {};
  if (step.kind === 'message') {
    const { content, channel } = step;
    const put = (changed: Content): Step => ({ ...step, content: changed });
    if (!content) return [];
    const tags = tagsOf(content, channel);
    return [{ id, step, content, channel, tags, path: `steps.${id}.content`, put }];
  }
  if (step.kind !== 'escalate') return [];
  return step.rungs.flatMap((rung, at): readonly ContentPlace[] => {
    const { content, channel } = rung;
    const put = (changed: Content): Step => ({
      ...step,
      rungs: step.rungs.with(at, { ...rung, content: changed }),
    });
    if (!content) return [];
    const tags = tagsOf(content, channel);
    return [{ id, step, content, channel, tags, path: `steps.${id}.rungs.${at}.content`, put }];
  });
}

/** One text of a content. */
export interface PlacedText {
  readonly part: TextPart | 'couponCode' | 'utm';
  readonly text: string;
  /** How it is called in a sentence: “subject of “B””. */
  readonly words: string;
  readonly path: string;
  readonly put: (text: string) => Step;
}

const PARTS = ['subject', 'preheader', 'body'] as const;

/** All that contacts read, that of variants included. */
export function textsOf({ content, channel, path, put }: ContentPlace): readonly PlacedText[] {
  const { variants = [], couponCode } = content;
  const parts = PARTS.filter((part) => isSent(channel, part));
  const own = parts.flatMap((part) =>
    textIn(content, part, { words: part, path, put: (text) => put({ ...content, [part]: text }) }),
  );
  const code = couponCode ? [{ part: 'couponCode' as const, text: couponCode, words: 'coupon code' }] : [];
  const ofVariants = variants.flatMap((variant, at) => {
    const changed = (next: Variant) => put({ ...content, variants: variants.with(at, next) });
    const place = `${path}.variants.${at}`;
    return parts.flatMap((part) =>
      textIn(variant, part, {
        words: `${part} of “${variant.name}”`,
        path: place,
        put: (text) => changed({ ...variant, [part]: text }),
      }),
    );
  });
  return [
    ...own,
    ...code.map((text) => ({
      ...text,
      path: `${path}.couponCode`,
      put: (changed: string) => put({ ...content, couponCode: changed }),
    })),
    ...ofVariants,
  ];
}

function textIn(
  from: Pick<Content, TextPart>,
  part: TextPart,
  { path, ...rest }: Pick<PlacedText, 'words' | 'path' | 'put'>,
): readonly PlacedText[] {
  const text = from[part];
  return text ? [{ part, text, path: `${path}.${part}`, ...rest }] : [];
}

/** The tags of its own. */
export function tagTextsOf({ content, path, put }: ContentPlace): readonly PlacedText[] {
  const { utm = {} } = content;
  return Object.entries(utm).map(([key, text]) => ({
    part: 'utm',
    text,
    words: `tag “${key}”`,
    path: `${path}.utm`,
    put: (changed) => put({ ...content, utm: { ...utm, [key]: changed } }),
  }));
}

/** A doubt about one text; `mended` is the text without it. */
export function textProblem(
  place: ContentPlace,
  { path, part, put }: PlacedText,
  said: Pick<Problem, 'code' | 'words'> & Partial<Pick<Problem, 'values'>>,
  mended?: string,
): Problem {
  return {
    severity: 'warning',
    ...said,
    values: { part, ...said.values },
    step: place.id,
    path,
    ...(mended !== undefined && {
      fix: { type: 'changeStep', id: place.id, step: put(mended) } as const,
    }),
  };
}
