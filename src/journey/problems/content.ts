import type { Facts } from '../facts.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../steps/message.ts';
import type { Step } from '../steps/index.ts';
import { writtenColumns } from './columns.ts';
import { mostSimilar } from './similar.ts';

/** `{{column|default}}`; the default is there, empty or not, when there is a bar. */
const PLACEHOLDERS = /\{\{\s*([^{}|]+?)\s*(\|[^{}]*)?\}\}/g;
const IS_LINK = /link|url/i;

/** What messages say: links that nobody will be able to count, and names of columns that are not there. */
export function findContentProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  const names = schema?.columns.map(({ name }) => name) ?? [];
  const known = new Set([...names, ...writtenColumns(journey)]);
  const meant = new Map<string, string | undefined>();
  const meantBy = (name: string) => {
    if (!meant.has(name)) meant.set(name, mostSimilar(name, names));
    return meant.get(name);
  };
  return stepEntries(journey).flatMap(([id, step]) => {
    if (step.disabled) return [];
    return contentsOf(step).flatMap((placed) => [
      ...untagged(journey, { id, step, placed }),
      ...(schema ? gaps({ id, placed }, known, meantBy) : []),
    ]);
  });
}

interface Placed {
  readonly content: Content;
  readonly channel: string;
  /** Below the step. */
  readonly field: string;
  readonly put: (content: Content) => Step;
}

function contentsOf(step: Step): readonly Placed[] {
  if (step.kind === 'message') {
    const { content, channel } = step;
    if (!content) return [];
    return [{ content, channel, field: 'content', put: (changed) => ({ ...step, content: changed }) }];
  }
  if (step.kind !== 'escalate') return [];
  return step.rungs.flatMap((rung, at): readonly Placed[] => {
    const { content, channel } = rung;
    if (!content) return [];
    const put = (changed: Content): Step => ({
      ...step,
      rungs: step.rungs.with(at, { ...rung, content: changed }),
    });
    return [{ content, channel, field: `rungs.${at}.content`, put }];
  });
}

interface Place {
  readonly id: StepId;
  readonly placed: Placed;
}

function untagged(
  journey: Journey,
  { id, step, placed }: Place & { readonly step: Step },
): readonly Problem[] {
  const { content, channel, field, put } = placed;
  const tagged = Object.values(content.utm ?? {}).some((value) => value.trim() !== '');
  if (tagged || !hasLink(content.body ?? '')) return [];
  const utm = {
    utm_source: 'journey',
    utm_medium: channel === 'preferred' ? 'message' : channel,
    utm_campaign: slugOf(journey.name) || journey.id,
    utm_content: slugOf(step.name) || id,
  };
  return [
    {
      code: 'link-without-utm',
      severity: 'warning',
      words:
        'The link in this message has no UTM tags, so web analytics cannot tell which message its visitors come from. Add tags.',
      values: { channel },
      step: id,
      path: `steps.${id}.${field}.utm`,
      fix: { type: 'changeStep', id, step: put({ ...content, utm }) },
    },
  ];
}

function hasLink(body: string): boolean {
  if (/https?:\/\/\S/i.test(body)) return true;
  return [...body.matchAll(PLACEHOLDERS)].some(([, name = '']) => /link/i.test(name) && !isUnsubscribe(name));
}

/** What every marketing mail has; nobody counts its visitors. */
function isUnsubscribe(name: string): boolean {
  return /unsub|opt.?out|preferences/i.test(name);
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Placeholders with nothing to say: no such column, and no default. Links are filled in by whoever sends. */
function gaps(
  { id, placed }: Place,
  known: ReadonlySet<string>,
  meantBy: (name: string) => string | undefined,
): readonly Problem[] {
  const { content, field, put } = placed;
  return (['subject', 'preheader', 'body'] as const).flatMap((part) => {
    if (content[part]?.includes('{{') !== true) return [];
    const missing = new Set(
      [...(content[part] ?? '').matchAll(PLACEHOLDERS)].flatMap(([, name = '', rest]) =>
        rest !== undefined || IS_LINK.test(name) || isUnsubscribe(name) ? [] : [name],
      ),
    );
    return [...missing].flatMap((name): readonly Problem[] => {
      if (known.has(name)) return [];
      const meant = meantBy(name);
      const text = (content[part] ?? '').replaceAll(PLACEHOLDERS, (whole, found: string, rest?: string) =>
        found === name && rest === undefined && meant !== undefined ? `{{${meant}}}` : whole,
      );
      return [
        {
          code: 'placeholder-without-column',
          severity: 'warning',
          words: `The ${part} has a place for “${name}”, which is no column of this audience, and no default: contacts read a gap.${meant === undefined ? '' : ` Did you mean “${meant}”?`} Choose a column, or give a default: {{${name}|you}}.`,
          values: { column: name, part },
          step: id,
          path: `steps.${id}.${field}.${part}`,
          ...(meant !== undefined && {
            fix: { type: 'changeStep', id, step: put({ ...content, [part]: text }) } as const,
          }),
        },
      ];
    });
  });
}
