import { CHANNELS } from '../../journey/channels.ts';
import { STEP_DEFINITIONS, type StepOf } from '../../journey/steps/index.ts';
import type { Change } from '../../journey/steps/update.ts';
import { isObject } from '../kept.ts';
import { tagOf } from '../tagOf.ts';
import { clip, type Node } from './graph.ts';
import { columnOf, TAGS } from './properties.ts';
import { groupTag } from './readCondition.ts';
import { dataOf, messageIn, type Reading } from './reading.ts';
import { plainMinutes } from './readWait.ts';
import type { Json } from './types.ts';
import { part, single, type Unit } from './unit.ts';
import { minutes } from '../../journey/units.ts';

/** An action that changes a profile, or its lists; undefined: it does something else. */
export function readUpdate(reading: Reading, node: Node): Unit | undefined {
  if (node.action.type === 'list-update') return readList(reading, node);
  if (node.action.type !== 'update-profile') return undefined;
  const changes = operationsIn(node).flatMap((operation) => {
    const change = readOperation(operation);
    if (!change)
      reading.doubt(
        node,
        'operation-unknown',
        `What it does with “${clip(String(operation['property_key']))}” has no counterpart here.`,
      );
    return change ?? [];
  });
  if (changes.length === 0) return undefined;
  return single(node, {
    kind: 'update',
    name: reading.nameOf(node, 'update', undefined, 'Update the profile'),
    changes,
  });
}

function readList(reading: Reading, node: Node): Unit {
  const { list_id: list, on_execution: adds, name } = dataOf(node);
  const tag = groupTag(typeof list === 'string' ? list : 'unknown');
  reading.doubt(node, 'list-as-tag', `Lists are known by their ids only: it is the tag “${tag}” here.`);
  const change: Change = { type: adds === false ? 'removeTag' : 'addTag', tag };
  return single(node, {
    kind: 'update',
    name: reading.nameOf(node, 'update', name, 'Update a list'),
    changes: [change],
  });
}

function operationsIn(node: Node): readonly Json[] {
  const operations = dataOf(node)['profile_operations'];
  return Array.isArray(operations) ? (operations as readonly unknown[]).filter(isObject) : [];
}

function readOperation(operation: Json): Change | undefined {
  const { operator, property_type: type, property_key: key, property_value: value } = operation;
  if (operator === 'delete' || typeof key !== 'string') return undefined;
  if (type === 'list' && typeof value === 'string') {
    const tag = key === TAGS ? value : tagOf(`${columnOf(key)} ${value}`);
    return { type: operation['property_operation'] === 'remove' ? 'removeTag' : 'addTag', tag };
  }
  if (type === 'date' && value === 'today') return undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { type: 'set', column: columnOf(key), value }
    : undefined;
}

/** Profile and lists in a row, as the update that they were made of. */
export function foldUpdate(reading: Reading, nodes: readonly Node[]): Unit | undefined {
  const [head] = nodes;
  const chained = nodes.every(
    (node, index) => !nodes[index + 1] || node.links['next'] === nodes[index + 1]?.id,
  );
  const changes = nodes.map(changesOf);
  if (!head || !chained || changes.includes(undefined)) return undefined;
  const [first, ...more] = nodes.map((node, index) => part(node, { next: nodes[index + 1] ?? 'next' }));
  const name = reading.nameOf(head, 'update', undefined, 'Update the profile');
  return (
    first && {
      step: { kind: 'update', name, changes: changes.flatMap((some) => some ?? []) },
      parts: [first, ...more],
    }
  );
}

function changesOf(node: Node): readonly Change[] | undefined {
  const [, said] = node.name?.part ?? [];
  if (node.action.type === 'list-update') {
    const channel = said === 'all' ? said : CHANNELS.find((other) => other === said);
    return channel && [{ type: 'suppress', channel }];
  }
  const changes = operationsIn(node).map(readOperation);
  return changes.includes(undefined) ? undefined : changes.flatMap((change) => change ?? []);
}

const TO = ['sales', 'crm', 'call-centre'] as const;

/** An alert to a team, and the time until somebody calls. */
export function foldHandoff(reading: Reading, alert: Node, service: Node | undefined): Unit | undefined {
  const to = TO.find((other) => other === alert.name?.part[1]);
  const waits = service ? plainMinutes(service) : 0;
  const fits =
    alert.action.type === 'send-internal-alert' && (!service || alert.links['next'] === service.id);
  if (to === undefined || waits === undefined || !fits) return undefined;
  const step: StepOf<'handoff'> = {
    ...STEP_DEFINITIONS.handoff.defaults(),
    name: reading.nameOf(alert, 'handoff', messageIn(alert)['name'], 'Hand-off'),
    to,
    serviceMinutes: minutes(waits),
  };
  return {
    step,
    parts: service
      ? [part(alert, { next: service }), part(service, { next: 'accepted' })]
      : [part(alert, { next: 'accepted' })],
  };
}

/** The date on which a contact came somewhere, as the milestone that it stands for. */
export function foldGoal(reading: Reading, node: Node): Unit | undefined {
  const [operation, ...more] = operationsIn(node);
  const { property_key: key, property_value: value } = operation ?? {};
  if (node.action.type !== 'update-profile' || more.length > 0 || value !== 'today') return undefined;
  const said = typeof key === 'string' ? columnOf(key).replace(/^Reached: /, '') : undefined;
  return single(node, { kind: 'goal', name: reading.nameOf(node, 'goal', said, 'Goal') });
}

/** What has no counterpart is a milestone that contacts pass. */
export function readOther(reading: Reading, node: Node): Unit {
  const { type } = node.action;
  const { name } = { ...dataOf(node), ...messageIn(node) };
  const words = type.replaceAll('-', ' ');
  const label = `${words.slice(0, 1).toUpperCase()}${words.slice(1, 200)}`;
  const step = { kind: 'goal', name: reading.nameOf(node, 'goal', name, label) } as const;
  reading.doubt(
    node,
    'action-unknown',
    `An action “${clip(type)}” has no counterpart here: contacts pass it, as the milestone “${clip(step.name)}”.`,
  );
  const [key = 'next', ...others] = Object.keys(node.links);
  if (others.length > 0) reading.doubt(node, 'ways-dropped', `Only its way “${clip(key)}” is taken here.`);
  return single(node, step, { [key]: 'next' });
}
