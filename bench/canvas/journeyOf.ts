import { createJourney } from '../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { ExitName, Journey, Position, StepId } from '../../src/journey/journey.ts';
import type { Rule } from '../../src/journey/rules.ts';
import { type Step, STEP_DEFINITIONS, type StepKind, type StepOf } from '../../src/journey/steps/index.ts';
import { days } from '../../src/journey/units.ts';

const COLUMN = 320;
const ROW = 208;
/** Steps of a campaign, columns it takes, and how many follow each other in a lane. */
const CAMPAIGN_STEPS = 10;
const CAMPAIGN_COLUMNS = 7;
const CAMPAIGNS_IN_LANE = 5;
const LANES_IN_GROUP = 5;

/**
 * A journey of exactly so many steps, always the same one: an experiment parts the contacts over lanes, and in each lane campaigns
 * follow each other from left to right: a split, three channels, a wait, a check, an experiment for those who clicked, and in every
 * second campaign a second round for those who did not answer.
 */
export function journeyOf(size: number): Journey {
  const groups = Math.ceil(size / (CAMPAIGN_STEPS * CAMPAIGNS_IN_LANE * LANES_IN_GROUP));
  // Beside the campaigns: the entry, the first experiment, one per group, and the exit.
  const campaigns = Math.floor((size - 3 - groups) / CAMPAIGN_STEPS);
  const draft = new Draft();
  const end = draft.add('end', own('exit', {}), { x: 0, y: 0 });
  const lanes: StepId[] = [];
  let tail: StepId | undefined;
  for (let at = 0; at < campaigns; at++) {
    const first = at % CAMPAIGNS_IN_LANE === 0;
    const corner = cornerOf(at);
    const { into, out } = campaign(draft, at, corner);
    if (first) lanes.push(into);
    if (tail) draft.link(tail, 'next', first ? end : into);
    tail = out;
  }
  const spare = size - 3 - groups - campaigns * CAMPAIGN_STEPS;
  for (let k = 0; k < spare; k++) {
    const pause = draft.add(`pause-${k}`, wait('Pause', 1), { x: (k + 3) * COLUMN, y: -2 * ROW });
    draft.link(tail!, 'next', pause);
    tail = pause;
  }
  draft.link(tail!, 'next', end);
  draft.place(end, { x: (CAMPAIGNS_IN_LANE * CAMPAIGN_COLUMNS + 3) * COLUMN, y: 0 });
  part(draft, lanes, groups);
  return draft.journey(`${size} steps`);
}

/** The entry and the experiments that part contacts over the lanes. */
function part(draft: Draft, lanes: readonly StepId[], groups: number): void {
  const entry = draft.add('entry-1', own('entry', { name: 'Spring campaign opens' }), { x: 0, y: ROW });
  const top = draft.add('groups', experiment('Which programme', groups), { x: COLUMN, y: ROW });
  draft.link(entry, 'next', top);
  for (let group = 0; group < groups; group++) {
    const mine = lanes.slice(group * LANES_IN_GROUP, (group + 1) * LANES_IN_GROUP);
    const y = (group * LANES_IN_GROUP * 4 + 1) * ROW;
    const head = draft.add(`group-${group}`, experiment(`Programme ${group + 1}`, mine.length), {
      x: 2 * COLUMN,
      y,
    });
    draft.link(top, `arm-${group}`, head);
    mine.forEach((lane, at) => draft.link(head, `arm-${at}`, lane));
  }
}

/** Its left upper corner. Lanes stand below each other. */
function cornerOf(at: number): Position {
  const lane = Math.floor(at / CAMPAIGNS_IN_LANE);
  return { x: (3 + (at % CAMPAIGNS_IN_LANE) * CAMPAIGN_COLUMNS) * COLUMN, y: lane * 4 * ROW };
}

function campaign(
  draft: Draft,
  at: number,
  corner: Position,
): { readonly into: StepId; readonly out: StepId } {
  const put = (name: string, step: Step, column: number, row: number) =>
    draft.add(`c${at}-${name}`, step, { x: corner.x + column * COLUMN, y: corner.y + row * ROW });
  const into = put('intent', split(at), 0, 1);
  const mail = put('mail', message('email', 'What is new this week', at), 1, 0);
  const sms = put('sms', message('sms', 'A short reminder', at), 1, 1);
  const push = put('push', message('push', 'Look again', at), 1, 2);
  const pause = put('pause', wait('Time to read', 2), 2, 1);
  const check = put(
    'check',
    own('check', { name: 'Did they answer?', responses: ['clicked', 'opened'], ranked: true }),
    3,
    1,
  );
  const test = put('test', experiment('Offer test', 2), 4, 0);
  const offer = put('offer', message('email', 'Ten per cent this week', at), 5, 0);
  const story = put('story', message('email', 'A customer’s story', at), 5, 1);
  const out = put('rest', wait('A day off', 1), 6, 1);
  for (const [exit, to] of Object.entries({ high: mail, loyal: sms, else: push })) draft.link(into, exit, to);
  for (const from of [mail, sms, push]) draft.link(from, 'next', pause);
  draft.link(pause, 'next', check);
  draft.link(check, 'clicked', test);
  draft.link(check, 'opened', story);
  draft.link(check, 'noResponse', at % 2 === 0 ? out : pause);
  draft.link(test, 'arm-0', offer);
  draft.link(test, 'arm-1', story);
  for (const from of [offer, story]) draft.link(from, 'next', out);
  return { into, out };
}

function own<K extends StepKind>(kind: K, fields: Partial<StepOf<K>>): StepOf<K> {
  const definition = STEP_DEFINITIONS[kind] as { defaults(): StepOf<K> };
  return { ...definition.defaults(), ...fields };
}

function wait(name: string, count: number): Step {
  return own('wait', { name, until: { type: 'duration', minutes: days(count) } });
}

function message(channel: 'email' | 'sms' | 'push', subject: string, at: number): Step {
  const content = { subject, body: `${subject}: https://example.com/spring-${at}` };
  return own('message', { name: `${subject}, ${at + 1}`, channel, content });
}

function split(at: number): Step {
  const high: Rule = { kind: 'column', column: 'intent', operator: 'is', value: 'high' };
  const loyal: Rule = { kind: 'column', column: 'orders', operator: 'atLeast', value: 1 + (at % 3) };
  return own('split', {
    name: `Who is it, ${at + 1}`,
    branches: [
      { id: 'high', name: 'High intent', rule: high },
      { id: 'loyal', name: 'Loyal', rule: loyal },
    ],
  });
}

function experiment(name: string, arms: number): Step {
  const weight = Math.floor(100 / arms);
  return own('experiment', {
    name,
    arms: Array.from({ length: arms }, (_, at) => ({
      id: `arm-${at}`,
      name: `Part ${at + 1}`,
      weight: at === 0 ? 100 - weight * (arms - 1) : weight,
    })),
  });
}

/** Steps, links and places as they come together. */
class Draft {
  readonly #steps: Record<StepId, Step> = {};
  readonly #links: Record<StepId, Record<ExitName, StepId>> = {};
  readonly #layout: Record<StepId, Position> = {};

  add(name: string, step: Step, at: Position): StepId {
    const id = stepId(name);
    this.#steps[id] = step;
    this.#layout[id] = at;
    return id;
  }

  place(id: StepId, at: Position): void {
    this.#layout[id] = at;
  }

  link(from: StepId, exit: ExitName, to: StepId): void {
    this.#links[from] = { ...this.#links[from], [exit]: to };
  }

  journey(name: string): Journey {
    const empty = createJourney({
      id: journeyId('bench'),
      luckId: 'bench',
      name,
      start: '2026-03-02T08:00:00Z',
    });
    return { ...empty, steps: this.#steps, links: this.#links, layout: this.#layout };
  }
}
