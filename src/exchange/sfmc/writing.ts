import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, Journey, StepId } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { BlankForm, Fitting } from '../../journey/portability.ts';
import { isObject, keptOf } from '../kept.ts';
import type { Asked, Portability, Told } from '../portability.ts';
import { firstNamed, rawActivities } from './raw.ts';
import type { Activity, Json, Outcome } from './types.ts';

/** Where an outcome leads before places are known: by an exit of the step, or on within it. */
export type Way = { readonly exit: ExitName } | { readonly to: string };

export interface OpenOutcome extends Omit<Outcome, 'next'> {
  readonly way: Way;
}

export interface OpenActivity extends Omit<Activity, 'outcomes'> {
  readonly outcomes: readonly OpenOutcome[];
}

/** The activities of one step, the first of which contacts come to. None: contacts pass the step by its first exit. */
export type Piece = readonly OpenActivity[];

/** The platform's own activities of a step that still is what they were read as. Copies have ids of their own, so nothing is kept of them. */
export function unchangedOf(whole: Journey, lowered: Journey, id: StepId): readonly unknown[] | undefined {
  const kept = keptOf(whole, 'sfmc', id);
  return kept?.unchanged && sameJson(stepOf(whole, id), stepOf(lowered, id))
    ? rawActivities(kept.raw)
    : undefined;
}

type AskedOfAccount = Omit<Asked, 'form' | 'scope'> & { readonly form?: BlankForm };

export interface ExitOf {
  readonly step: StepId;
  readonly exit: ExitName;
}

interface Given {
  /** The journey that the person sees. */
  readonly whole: Journey;
  readonly lowered: Pick<Writing, 'journey' | 'sourceOf'>;
  readonly cut: readonly ExitOf[];
  readonly report: Portability;
  readonly event: string;
}

/** What all writers of one file share. */
export class Writing {
  /** The journey in steps that the platform has. */
  readonly journey: Journey;
  readonly report: Portability;
  readonly sourceOf: (id: StepId) => StepId;
  /** Columns that updates write: they are asked as they are now. */
  readonly live: ReadonlySet<string>;
  /** Key of the event definition that lets contacts in. */
  readonly event: string;
  /** Checks of which all is said that becomes of them, by the ids of the journey that was exported. */
  readonly checksTold = new Set<StepId>();
  readonly #whole: Journey;
  readonly #cut: ReadonlySet<string>;
  readonly #keys = new Map<StepId, string>();
  readonly #taken: Set<string>;

  constructor({ whole, lowered, cut, report, event }: Given) {
    this.#whole = whole;
    this.#cut = new Set(cut.map(exitKey));
    this.event = event;
    this.journey = lowered.journey;
    this.sourceOf = lowered.sourceOf;
    this.report = report;
    this.live = new Set(stepEntries(this.journey).flatMap(([, step]) => columnsSetBy(step)));
    this.#taken = new Set(stepEntries(this.journey).map(([id]) => id));
    for (const [id] of stepEntries(this.journey)) this.#keys.set(id, this.#keptKey(id) ?? id);
    for (const key of this.#keys.values()) this.#taken.add(key);
  }

  /** Whether nobody leaves by an exit there that leads on here. */
  isCut(step: StepId, exit: ExitName): boolean {
    return this.#cut.has(exitKey({ step, exit }));
  }

  say(step: StepId, fit: Fitting, told: Told): void {
    this.report.say(fit, this.sourceOf(step), told);
  }

  /** What the activity of a step is called in the file. */
  keyOf(id: StepId): string {
    return this.#keys.get(id) ?? id;
  }

  /** A key for another activity of a step. */
  freshKey(wanted: string): string {
    let key = wanted;
    for (let n = 2; this.#taken.has(key); n += 1) key = `${wanted}-${n}`;
    this.#taken.add(key);
    return key;
  }

  /** An id of the account, the same for all journeys. */
  ask({ form = 'text', ...asked }: AskedOfAccount): string {
    return this.report.fill({ ...asked, form, scope: 'workspace' });
  }

  /** Which rung of a ladder a message stands for, from 1; undefined: it is a message of the journey. */
  rungOf(id: StepId): number | undefined {
    const source = stepOf(this.#whole, this.sourceOf(id));
    const step = stepOf(this.journey, id);
    if (source?.kind !== 'escalate' || step?.kind !== 'message') return undefined;
    const { channel, content } = step;
    return 1 + source.rungs.findIndex((rung) => rung.channel === channel && sameJson(rung.content, content));
  }

  /** Key of the data extension that updates write to, and that is asked for what changes on the way. */
  dataExtension(): string {
    return this.ask({
      kind: 'data extension',
      id: 'data-extension',
      what: 'the external key of the data extension with what changes on the way',
      placeholder: 'DATA-EXTENSION-KEY',
      kept: this.keptAnywhere('r__dataExtension_key'),
    });
  }

  /** The platform's own activities of a step that still is what they were read as. */
  unchanged(id: StepId): readonly unknown[] | undefined {
    return unchangedOf(this.#whole, this.journey, id);
  }

  /** The first of them, whether the step was changed or not. */
  kept(id: StepId): unknown {
    const kept = this.sourceOf(id) === id ? keptOf(this.#whole, 'sfmc', id) : undefined;
    return kept && rawActivities(kept.raw)[0];
  }

  /** The step that it was when it was read from a file of the platform. */
  wasRead(id: StepId): Step | undefined {
    const { origin } = this.#whole;
    if (origin?.platform !== 'sfmc' || this.sourceOf(id) !== id || !Object.hasOwn(origin.steps, id))
      return undefined;
    // Written by an importer; whoever wrote something else there compares with that.
    return origin.steps[id]?.read as Step | undefined;
  }

  /** What the activity of a step was set to in the file that the journey came from, if it was of that type. */
  keptArguments(id: StepId, type: string): Json {
    const raw = this.kept(id);
    if (!isObject(raw) || String(raw['type']).toUpperCase() !== type) return {};
    return isObject(raw['configurationArguments']) ? raw['configurationArguments'] : {};
  }

  /** The first text or number of that name in the file that the journey came from. */
  keptAnywhere(name: string): string | undefined {
    const steps = this.#whole.origin?.platform === 'sfmc' ? this.#whole.origin.steps : {};
    const ids = (Object.keys(steps) as StepId[]).sort();
    for (const id of ids) {
      const found = firstNamed(steps[id]?.raw, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #keptKey(id: StepId): string | undefined {
    const raw = this.kept(id);
    const key = isObject(raw) ? raw['key'] : undefined;
    return typeof key === 'string' && !this.#taken.has(key) ? key : undefined;
  }
}

function exitKey({ step, exit }: ExitOf): string {
  return `${step} ${exit}`;
}

function columnsSetBy(step: Step): readonly string[] {
  if (step.kind !== 'update') return [];
  return step.changes.flatMap((change) => (change.type === 'set' ? [change.column] : []));
}

/** A box of the platform with one way out. */
export function plainActivity(
  key: string,
  name: string,
  type: string,
  rest: Partial<Pick<OpenActivity, 'arguments' | 'configurationArguments' | 'metaData'>>,
  way: Way = { exit: 'next' },
): OpenActivity {
  return {
    key,
    name,
    description: '',
    type,
    outcomes: [{ key: `${key}-next`, way, arguments: {}, metaData: { invalid: false } }],
    arguments: {},
    configurationArguments: {},
    ...rest,
    metaData: { isConfigured: true, ...rest.metaData },
  };
}
