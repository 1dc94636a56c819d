import type { FactsSchema } from '../../journey/facts.ts';
import type { Step } from '../../journey/steps/index.ts';
import { STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { Change } from '../../journey/steps/update.ts';
import { ELSE } from '../../journey/steps/split.ts';
import type { Rule } from '../../journey/rules.ts';
import { tagOf } from '../tagOf.ts';
import { type Anchor, doesNothing, type EventType, type JsonObject, POINTS, SEND_EMAIL } from './campaign.ts';
import { channelOfDnc } from './conditions.ts';
import { channelOfType } from './messageParts.ts';
import { readCondition } from './readCondition.ts';
import { segmentTag, texts } from './texts.ts';
import { ownProperties } from './anyId.ts';

/** What is read of an event, whatever stands around it. */
export interface ReadEvent {
  readonly step: Step;
  readonly exits: Readonly<Partial<Record<Anchor, string>>>;
  /** What is read as something else, as the end of a sentence about the event. */
  readonly doubts: readonly string[];
}

interface Told {
  readonly type: string;
  readonly eventType: EventType;
  readonly properties: JsonObject;
}

/**
 * The step that an event is by itself; decisions about e-mails are checks, which is seen elsewhere. `schema` says what kind of value a
 * column holds.
 */
export function readEvent(event: Told, name: string, schema?: FactsSchema): ReadEvent {
  const properties = ownProperties(event.properties);
  if (event.eventType === 'action') return readAction(event.type, properties, name);
  if (event.eventType === 'condition') {
    const { rule, doubts } = readCondition(event.type, properties, schema);
    return question(rule, name, doubts);
  }
  const tag = tagOf(name);
  return question({ kind: 'tag', tag }, name, [
    `waits for “${event.type}”, which has no counterpart; the tag “${tag}” is asked for instead, which nobody has yet`,
  ]);
}

function question(rule: Rule, name: string, doubts: readonly string[]): ReadEvent {
  return {
    step: { kind: 'split', name, branches: [{ id: 'yes', name: 'Yes', rule }] },
    exits: { yes: 'yes', no: ELSE },
    doubts,
  };
}

function readAction(type: string, properties: JsonObject, name: string): ReadEvent {
  const channel = channelOfType(type);
  if (channel !== undefined) {
    const transactional = type === SEND_EMAIL && properties['email_type'] === 'transactional';
    const step: Step = {
      ...STEP_DEFINITIONS.message.defaults(),
      name,
      channel,
      occasion: transactional ? 'triggered' : 'campaign',
      transactional,
      ...(channel === 'preferred' && { fallback: ['email', 'sms'] }),
    };
    const doubts =
      channel === 'preferred'
        ? ['is a marketing message, whose channels are not in the file; e-mail and SMS are fallen back on']
        : [];
    return { step, exits: NEXT, doubts };
  }
  if (doesNothing(type, properties)) return { step: { kind: 'goal', name }, exits: NEXT, doubts: [] };
  const read = readChanges(type, properties);
  if (read && read.changes.length > 0)
    return { step: { kind: 'update', name, changes: read.changes }, exits: NEXT, doubts: read.doubts };
  return {
    step: { kind: 'goal', name },
    exits: NEXT,
    doubts: [`is “${type}”, which has no counterpart; it is a milestone that contacts pass`],
  };
}

const NEXT = { bottom: 'next' } as const;

interface ReadChanges {
  readonly changes: readonly Change[];
  readonly doubts: readonly string[];
}

function readChanges(type: string, properties: JsonObject): ReadChanges | undefined {
  switch (type) {
    case POINTS: {
      const points = Number(properties['points']);
      return Number.isFinite(points) ? { changes: [{ type: 'addScore', points }], doubts: [] } : undefined;
    }
    case 'lead.changetags':
      return {
        changes: [
          ...texts(properties['add_tags']).map((tag): Change => ({ type: 'addTag', tag })),
          ...texts(properties['remove_tags']).map((tag): Change => ({ type: 'removeTag', tag })),
        ],
        doubts: [],
      };
    case 'lead.changelist':
      return readLists(properties);
    case 'lead.adddnc':
      return readSuppression(properties);
    case 'lead.updatelead':
      return {
        changes: Object.entries(properties).flatMap(([column, value]): Change[] =>
          (typeof value === 'string' && value !== '') ||
          typeof value === 'number' ||
          typeof value === 'boolean'
            ? [{ type: 'set', column, value }]
            : [],
        ),
        doubts: [],
      };
    default:
      return undefined;
  }
}

function readLists(properties: JsonObject): ReadChanges {
  const tags = (key: string) => texts(properties[key]).map(segmentTag);
  const changes = [
    ...tags('addToLists').map((tag): Change => ({ type: 'addTag', tag })),
    ...tags('removeFromLists').map((tag): Change => ({ type: 'removeTag', tag })),
  ];
  const named = changes.flatMap((change) => ('tag' in change ? [`“${change.tag}”`] : []));
  return { changes, doubts: [`changes segments; tags stand for them here (${named.join(', ')})`] };
}

function readSuppression(properties: JsonObject): ReadChanges {
  const names = texts(properties['channels']);
  const channels = names.map(channelOfDnc).filter((channel) => channel !== undefined);
  const unknown = names.filter((name) => channelOfDnc(name) === undefined);
  return {
    changes: channels.map((channel) => ({ type: 'suppress', channel })),
    doubts: unknown.length > 0 ? [`also stops ${unknown.join(', ')}, which is no channel here`] : [],
  };
}
