import type { Channel } from '../../journey/channels.ts';
import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step, StepOf } from '../../journey/steps/index.ts';
import type { Fitting } from '../../journey/portability.ts';
import { keptOf } from '../kept.ts';
import type { Portability, Told } from '../portability.ts';
import { happened, SINCE_START, Unsayable } from './conditions.ts';
import type { AllOf, Sayings } from './filter.ts';
import { writeName } from './ids.ts';
import { type Done, type Metric, metricOf, placeholderOf } from './metrics.ts';

/** What a flow is made of: the journey in steps that Klaviyo has, and where it is said what becomes of them. */
export class Writing implements Sayings {
  readonly journey: Journey;
  readonly report: Portability;
  readonly #before: Journey;
  readonly #sourceOf: (id: StepId) => StepId;

  /** `before`: the journey that the person sees; `journey`: what it was lowered to. */
  constructor(before: Journey, journey: Journey, sourceOf: (id: StepId) => StepId, report: Portability) {
    this.#before = before;
    this.journey = journey;
    this.#sourceOf = sourceOf;
    this.report = report;
  }

  /** Of the journey before, which fits and blanks are about. */
  sourceOf(id: StepId): StepId {
    return this.#sourceOf(id);
  }

  /** Whether lowering made a step of another kind of it. */
  isOtherKind(id: StepId): boolean {
    return stepOf(this.#before, this.#sourceOf(id))?.kind !== stepOf(this.journey, id)?.kind;
  }

  /** Whether an exit leads anywhere in the journey that the person sees. */
  led(id: StepId, exit: string): boolean {
    return this.#before.links[this.#sourceOf(id)]?.[exit] !== undefined;
  }

  say(fit: Fitting, step: StepId | undefined, told: Told): void {
    this.report.say(fit, step === undefined ? undefined : this.#sourceOf(step), told);
  }

  /** The id of an action. Copies of a step of the same kind say so: reading the flow makes one step of them again. */
  name(id: StepId, ...part: readonly string[]): string {
    const source = this.#sourceOf(id);
    const copied = source !== id && !this.isOtherKind(id);
    return writeName({ own: id, part, ...(copied && { copyOf: source }) });
  }

  /** What a file of Klaviyo's said of the step, unless this is one of several copies. */
  kept(id: StepId): { readonly raw: unknown; readonly unchanged: boolean } | undefined {
    return this.#sourceOf(id) === id ? keptOf(this.#before, 'klaviyo', id) : undefined;
  }

  /** Under what name Klaviyo lists a message. */
  messageName(id: StepId): string {
    const name = stepOf(this.journey, id)?.name.trim() ?? '';
    return (name === '' ? id : name).slice(0, LONGEST_NAME);
  }

  metric(metric: Metric): string {
    const placeholder = placeholderOf(metric);
    return this.report.fill({
      id: `metric:${placeholder.toLowerCase().replaceAll('_', '-')}`,
      kind: 'metric',
      what: `the id of the metric “${metric.name}” (Analytics, Metrics: six letters and digits)`,
      form: 'code',
      scope: 'workspace',
      placeholder,
    });
  }

  /** What contacts did since they came in, with a message or with any. */
  readonly behaviour: Sayings['behaviour'] = ({ did, step }, negated): AllOf => {
    const messages = step === undefined ? this.messages() : this.messages().filter(([id]) => id === step);
    if (did === 'converted')
      return [
        [happened({ metric: this.metric(metricOf(did, 'email')), some: !negated, timeframe: SINCE_START })],
      ];
    const asked = messages.map(([id, message]) =>
      this.#ask(did, message, step === undefined ? undefined : id),
    );
    const conditions = asked.map((said) => happened({ ...said, some: !negated, timeframe: SINCE_START }));
    return negated ? conditions.map((condition) => [condition]) : [conditions];
  };

  #ask(did: Done, message: StepOf<'message'>, id: StepId | undefined) {
    const channel = channelOf(message);
    const named = id !== undefined && channel === 'email';
    return {
      metric: this.metric(metricOf(did, channel)),
      ...(named && { message: this.messageName(id) }),
    };
  }

  messages(): readonly (readonly [StepId, StepOf<'message'>])[] {
    return stepEntries(this.journey).flatMap(([id, step]) =>
      step.kind === 'message' ? [[id, step] as const] : [],
    );
  }

  /** What `say` gives, or `instead` where it cannot be said; the words tell why. */
  unlessUnsayable<T>(say: () => T, instead: (why: string) => T): T {
    try {
      return say();
    } catch (error) {
      if (error instanceof Unsayable) return instead(error.message);
      throw error;
    }
  }
}

/** No limit is published; longer names are cut, for a flow is refused as a whole. */
const LONGEST_NAME = 255;

/** Where a message goes out: Klaviyo knows no preferred channel. */
export function channelOf({ channel, fallback }: StepOf<'message'>): Channel {
  return channel === 'preferred' ? (fallback?.[0] ?? 'email') : channel;
}

/** Steps by kind, for writers. */
export interface Writable<K extends Step['kind']> {
  readonly id: StepId;
  readonly step: StepOf<K>;
}
