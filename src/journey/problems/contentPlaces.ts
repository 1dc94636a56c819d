import type { TextPart } from '../content/shownLengths.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { Step } from '../steps/index.ts';
import type { Content, Variant } from '../steps/message.ts';

/** The content of one send, and how the step is put together again around another. */
export interface ContentPlace {
  readonly id: StepId;
  readonly step: Step;
  readonly content: Content;
  readonly channel: Channel;
  /** Where it is: `steps.welcome.content`. */
  readonly path: string;
  readonly put: (content: Content) => Step;
}

type Channel = Extract<Step, { kind: 'message' }>['channel'];

/** The contents of all sends that are switched on. */
export function contentPlaces(journey: Journey): readonly ContentPlace[] {
  return stepEntries(journey).flatMap(([id, step]) => (step.disabled ? [] : placesIn(id, step)));
}

function placesIn(id: StepId, step: Step): readonly ContentPlace[] {
  if (step.kind === 'message') {
    const { content, channel } = step;
    const put = (changed: Content): Step => ({ ...step, content: changed });
    return content ? [{ id, step, content, channel, path: `steps.${id}.content`, put }] : [];
  }
  if (step.kind !== 'escalate') return [];
  return step.rungs.flatMap((rung, at): readonly ContentPlace[] => {
    const { content, channel } = rung;
    const put = (changed: Content): Step => ({
      ...step,
      rungs: step.rungs.with(at, { ...rung, content: changed }),
    });
    return content ? [{ id, step, content, channel, path: `steps.${id}.rungs.${at}.content`, put }] : [];
  });
}

/** One text of a content. */
export interface PlacedText {
  readonly part: TextPart | 'couponCode';
  readonly text: string;
  /** How it is called in a sentence: “subject of “B””. */
  readonly words: string;
  readonly path: string;
  readonly put: (text: string) => Step;
}

const PARTS = ['subject', 'preheader', 'body'] as const;

/** All that contacts read, that of variants included. */
export function textsOf({ content, path, put }: ContentPlace): readonly PlacedText[] {
  const { variants = [], couponCode } = content;
  const own = PARTS.flatMap((part) =>
    textIn(content, part, { words: part, path, put: (text) => put({ ...content, [part]: text }) }),
  );
  const code = couponCode ? [{ part: 'couponCode' as const, text: couponCode, words: 'coupon code' }] : [];
  const ofVariants = variants.flatMap((variant, at) => {
    const changed = (next: Variant) => put({ ...content, variants: variants.with(at, next) });
    const place = `${path}.variants.${at}`;
    return PARTS.flatMap((part) =>
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
