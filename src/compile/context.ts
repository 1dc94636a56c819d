import type { AudienceSchema } from '../audience/audience.ts';
import { findChannel } from '../audience/channelWords.ts';
import { CHANNELS, type Channel } from '../journey/channels.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import type { Rule } from '../journey/rules.ts';
import type { Policies } from '../journey/policies.ts';
import type { Send } from '../journey/steps/message.ts';
import type { Step } from '../journey/steps/index.ts';
import type { Input, ProgramSend, Test } from './program.ts';
import { compileSend, type ResponseContext } from './response/sends.ts';
import { sendPolicies, type SendRules } from './policies.ts';
import { RuleCompiler, type RuleContext, type Slot } from './rules.ts';

/** What the journeys of one run build up together: the contact's side of the Program. */
export class RunContext implements RuleContext {
  readonly schema: AudienceSchema;
  readonly steps: readonly Step[];
  readonly channels: readonly Channel[];
  readonly zones: readonly string[];
  readonly inputs: Input[] = [];
  readonly policies: Policies;
  readonly response: ResponseContext;
  readonly rules: RuleCompiler;

  constructor(
    journeys: readonly Journey[],
    { schema, policies, response }: { schema: AudienceSchema; policies: Policies; response: ResponseContext },
  ) {
    this.schema = schema;
    this.policies = policies;
    this.response = response;
    this.steps = journeys.flatMap(({ steps }) =>
      Object.keys(steps)
        .sort(byText)
        .map((id) => steps[id as StepId]!),
    );
    const used = new Set(journeys.flatMap((journey) => channelsOf(journey, schema)));
    this.channels = CHANNELS.filter((channel) => used.has(channel));
    const utc = policies.caps.some(({ window, zone }) => window.kind === 'calendar' && zone === 'UTC');
    this.zones = [
      ...new Set([
        ...journeys.map(({ settings }) => settings.zone),
        ...(utc ? ['UTC'] : []),
        ...schema.zones,
      ]),
    ];
    this.rules = new RuleCompiler(this);
  }

  channel(channel: Channel): number {
    return this.channels.indexOf(channel);
  }

  input(wanted: Input): number {
    const key = JSON.stringify(wanted);
    const known = this.inputs.findIndex((input) => JSON.stringify(input) === key);
    return known >= 0 ? known : this.inputs.push(wanted) - 1;
  }
}

/** What compiling one journey builds up: indices for names, and the lists they point into. */
export class CompileContext {
  readonly ids: readonly StepId[];
  readonly sends: ProgramSend[] = [];
  readonly run: RunContext;
  readonly slotOf: ReadonlyMap<Slot, number>;
  ladders = 0;
  readonly journey: Journey;

  constructor(journey: Journey, run: RunContext) {
    this.journey = journey;
    this.run = run;
    this.ids = (Object.keys(journey.steps) as StepId[]).sort(byText);
    this.slotOf = slotsOf(journey, this.ids);
  }

  get schema(): AudienceSchema {
    return this.run.schema;
  }

  get rules(): RuleCompiler {
    return this.run.rules;
  }

  get channels(): readonly Channel[] {
    return this.run.channels;
  }

  step(id: StepId): Step {
    const step = this.journey.steps[id];
    if (step === undefined) throw new RangeError(`invalid step: ${id}`);
    return step;
  }

  index(id: StepId): number {
    return this.ids.indexOf(id);
  }

  channel(channel: Channel): number {
    return this.run.channel(channel);
  }

  test(rule: Rule): Test {
    return this.run.rules.compile(rule, this.slotOf);
  }

  input(wanted: Input): number {
    return this.run.input(wanted);
  }

  send(send: Send, place: { readonly step: number; readonly rung: number }, rules: SendRules): number {
    const channel = this.channel(send.channel);
    const compiled: ProgramSend = {
      ...compileSend(send, { ...place, channel }, this.run.response),
      ...sendPolicies(send.channel, rules, { run: this.run, journey: this.journey }),
    };
    return this.sends.push(compiled) - 1;
  }

  /** Whether a date column holds calendar dates (local midnight) and not instants. */
  isFloating(column: string): boolean {
    return this.schema.columns.find((known) => known.name === column)?.precision !== 'minute';
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every rule of the journey, wherever it stands. */
function rulesOf(journey: Journey): readonly Rule[] {
  const rules: Rule[] = [];
  for (const step of Object.values(journey.steps)) {
    if (step.kind === 'entry' && step.eligible !== undefined) rules.push(step.eligible);
    if (step.kind === 'split') rules.push(...step.branches.map((branch) => branch.rule));
  }
  for (const { when } of journey.settings.exitRules) if (when.kind === 'rule') rules.push(when.rule);
  for (const { on } of journey.settings.goals) if (on.kind === 'rule') rules.push(on.rule);
  return rules;
}

/** The comparisons of a rule, groups opened. */
function leavesOf(rule: Rule): readonly Rule[] {
  return 'rules' in rule ? rule.rules.flatMap(leavesOf) : [rule];
}

function channelsOf(journey: Journey, schema: AudienceSchema): Channel[] {
  const used = new Set<Channel>();
  for (const step of Object.values(journey.steps)) {
    if (step.kind === 'message') {
      if (step.channel !== 'preferred') used.add(step.channel);
      else for (const channel of preferredChannels(step.fallback, schema)) used.add(channel);
    }
    if (step.kind === 'escalate') for (const rung of step.rungs) used.add(rung.channel);
    if (step.kind === 'update') {
      for (const change of step.changes)
        if (change.type === 'suppress' && change.channel !== 'all') used.add(change.channel);
    }
  }
  for (const { when } of journey.settings.exitRules) {
    if (when.kind === 'unsubscribed' && when.channel !== 'any') used.add(when.channel);
  }
  for (const leaf of rulesOf(journey).flatMap(leavesOf)) if (leaf.kind === 'consent') used.add(leaf.channel);
  return CHANNELS.filter((channel) => used.has(channel));
}

/**
 * Where a preferred message can go: the channels that the audience's contacts prefer, and its fallbacks. Where nobody prefers anything
 * and there is no fallback it stays e-mail, so that the unsent have somewhere to be counted.
 */
export function preferredChannels(fallback: readonly Channel[] = [], schema: AudienceSchema): Channel[] {
  const name = Object.keys(schema.roles).find((column) => schema.roles[column] === 'preferredChannel');
  const words = schema.columns.find((column) => column.name === name)?.values ?? [];
  const wanted = new Set<Channel | undefined>([...words.map(findChannel), ...fallback]);
  const found = CHANNELS.filter((channel) => wanted.has(channel));
  return found.length > 0 ? found : ['email'];
}

/** Only what some check or rule asks about is remembered: the state of a contact stays small enough for the cache. */
function slotsOf(journey: Journey, ids: readonly StepId[]): Map<Slot, number> {
  const wanted = new Set<Slot>();
  for (const id of ids) {
    const step = journey.steps[id];
    if (step?.kind === 'check') wanted.add(step.on);
  }
  for (const leaf of rulesOf(journey).flatMap(leavesOf)) {
    if (leaf.kind === 'behaviour' && leaf.did !== 'converted')
      wanted.add(leaf.step === undefined ? 'ever' : `ever ${leaf.step}`);
  }
  const order = [...wanted].sort(byText);
  return new Map(order.map((key, slot) => [key, slot]));
}
