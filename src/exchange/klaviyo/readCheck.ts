import { isId, type StepId, stepId } from '../../journey/ids.ts';
import { type CheckStep, NO_RESPONSE, RESPONSES } from '../../journey/steps/check.ts';
import { minutes } from '../../journey/units.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import { branchesOf, type Node } from './graph.ts';
import { dataOf, type Reading } from './reading.ts';
import { plainMinutes } from './readWait.ts';
import { part, type Unit } from './unit.ts';
import { YES } from './writeSplit.ts';

/** A delay and the question behind it, as the check that they were made of; undefined: somebody has changed them since. */
export function foldCheck(reading: Reading, window: Node, asked: Node | undefined): Unit | undefined {
  const said = readWindow(window);
  const waits = plainMinutes(window);
  const exits = asked ? exitsOf(asked) : {};
  if (!said || waits === undefined || !exits) return undefined;
  if (said.windowFrom === 'arrival' ? waits !== said.windowMinutes : waits > said.windowMinutes)
    return undefined;
  if (asked && window.links['next'] !== asked.id) return undefined;
  const own = asked ?? window;
  const step: CheckStep = {
    kind: 'check',
    name: reading.nameOf(own, 'check', asked ? dataOf(asked)['name'] : undefined, 'Check'),
    ...said,
    responses: RESPONSES.filter((response) => Object.values(exits).includes(response)),
  };
  const wait = part(window, { next: asked ?? NO_RESPONSE });
  return { step, parts: asked ? [wait, part(asked, exits)] : [wait] };
}

function readWindow({
  name,
}: Node): Pick<CheckStep, 'on' | 'ranked' | 'windowFrom' | 'windowMinutes'> | undefined {
  const [, on = '', kind, from, length] = name?.part ?? [];
  const window = Number(length);
  if (!isId(on) || !Number.isInteger(window) || window < 0 || window > MAX_MINUTES) return undefined;
  if ((kind !== 'ranked' && kind !== 'first') || (from !== 'arrival' && from !== 'send')) return undefined;
  const looked: StepId | 'latest' = on === 'latest' ? on : stepId(on);
  return { on: looked, ranked: kind === 'ranked', windowFrom: from, windowMinutes: minutes(window) };
}

/** Links by their exits; undefined where a way is no response. */
function exitsOf(asked: Node): Readonly<Record<string, string>> | undefined {
  const ways = waysOf(asked);
  const responses: readonly string[] = RESPONSES;
  return ways?.every(([, exit]) => exit === NO_RESPONSE || responses.includes(exit))
    ? Object.fromEntries(ways)
    : undefined;
}

function waysOf({ action, name, links }: Node): readonly (readonly [string, string])[] | undefined {
  if (action.type === 'multi-branch-split')
    return branchesOf(action.data).map(({ branch_id: id }) => [String(id), String(id)]);
  const [marker, response = ''] = name?.part ?? [];
  if (action.type !== 'conditional-split' || marker !== YES || !Object.hasOwn(links, 'next_if_true'))
    return undefined;
  return [
    ['next_if_true', response],
    ['next_if_false', NO_RESPONSE],
  ];
}
