import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { Fitting } from '../../journey/portability.ts';
import { isObject, type Kept, keptOf } from '../kept.ts';
import type { Lowered } from '../lower/lowered.ts';
import { type Asked, Portability, type Told } from '../portability.ts';
import { Bundle, NO_RESOURCES } from './bundle.ts';
import { helperId, nodeId, uuidOf } from './ids.ts';
import { keptFile, type KeptDocument, objectAt, textAt } from './keptDocument.ts';
import { pathOf } from './paths.ts';
import { type Body, EXIT, type SegmentDefinition } from './types.ts';

const NO_WORKSPACE = '00000000-0000-4000-8000-000000000000';

/** One export while it is being made: where steps begin, what the account is asked for, what is said. */
export class Writing {
  /** In steps that Dittofeed has. */
  readonly journey: Journey;
  readonly report: Portability;
  readonly bundle: Bundle;
  readonly file: KeptDocument | undefined;
  readonly workspace: string;
  /** The journey's own UUID, from which those of its parts are derived. */
  readonly id: string;
  readonly entry: StepId | undefined;
  /** Whether contacts come in by an event: then no node may wait for answers. */
  readonly byEvent: boolean;
  /** The segment of those who are to leave; undefined: nothing takes contacts out. */
  leave: string | undefined;
  readonly #filled = new Map<string, string>();
  readonly #original: Journey;
  readonly #sourceOf: (id: StepId) => StepId;

  constructor(
    original: Journey,
    { journey, sourceOf }: Extract<Lowered, { ok: true }>,
    answers: Readonly<Record<string, string>> = {},
  ) {
    this.#original = original;
    this.#sourceOf = sourceOf;
    this.journey = journey;
    this.report = new Portability(original, answers);
    this.file = keptFile(original);
    this.bundle = new Bundle(this.file?.resources ?? NO_RESOURCES);
    this.id = textAt(this.file?.body, 'id') ?? uuidOf('journey', original.id);
    this.workspace = this.#workspace();
    const entries = stepEntries(journey).filter((one): one is [StepId, EntryStep] => one[1].kind === 'entry');
    this.entry = entries[0]?.[0];
    this.byEvent = entries[0]?.[1].trigger.type === 'events';
  }

  say(fit: Fitting, step: StepId | undefined, told: Told): void {
    this.report.say(fit, step === undefined ? undefined : this.#sourceOf(step), told);
  }

  /** One blank however often it is met: what is wrong with an answer is said once. */
  fill(asked: Asked): string {
    const value = this.#filled.get(asked.id) ?? this.report.fill(asked);
    this.#filled.set(asked.id, value);
    return value;
  }

  sourceOf(step: StepId): StepId {
    return this.#sourceOf(step);
  }

  /** What the file said of a step that is still what it was. */
  kept(step: StepId): Kept | undefined {
    const kept = keptOf(this.#original, 'dittofeed', step);
    return kept?.unchanged ? kept : undefined;
  }

  /** The node that a step came from, and what it was read as, whatever has become of it since. */
  came(step: StepId): { readonly raw: Body; readonly read: Body } | undefined {
    const origin = this.#original.origin?.steps[step];
    if (!origin || keptOf(this.#original, 'dittofeed', step) === undefined) return undefined;
    return isObject(origin.raw) && isObject(origin.read) ? { raw: origin.raw, read: origin.read } : undefined;
  }

  /** How many steps came with this template. */
  cameWith(templateId: string): number {
    return stepEntries(this.#original).filter(([id]) => templateIn(this.came(id)?.raw) === templateId).length;
  }

  uuid(...what: readonly string[]): string {
    return uuidOf(this.id, ...what);
  }

  /** The id of a step's node: the one that it came with, or the step's own. */
  node(step: StepId): string {
    return textAt(this.came(step)?.raw, 'id') ?? nodeId(step);
  }

  /** The id of another node that a step needs. */
  helper(step: StepId, part: string): string {
    return helperId(this.node(step), part);
  }

  /** The node at which contacts come to a step. */
  door(step: StepId | undefined): string {
    const content = step === undefined ? undefined : stepOf(this.journey, step);
    if (step === undefined || !content || content.kind === 'exit') return EXIT;
    if (this.passes(step, content)) return this.to(step, exitsOf(content)[0] ?? '');
    return this.leave !== undefined && acts(content) ? this.helper(step, 'guard') : this.node(step);
  }

  /** Whether contacts pass a step, as Dittofeed has no node for it and it came from none. */
  passes(id: StepId, step: Step): boolean {
    return isPassed(step) && this.kept(id) === undefined;
  }

  to(step: StepId, exit: ExitName): string {
    return this.door(this.journey.links[step]?.[exit]);
  }

  /** The name of an event that the account's own systems send. */
  event(id: string, what: string, placeholder: string): string {
    const asked = { id: `event:${id}`, kind: 'event', what, form: 'text', scope: 'workspace' } as const;
    return this.fill({ ...asked, placeholder });
  }

  /** The address that a webhook calls. */
  address(kind: string, what: string): string {
    return this.fill({
      id: `webhook:${kind}`,
      kind: 'address',
      what: `the address of your service that ${what}`,
      form: 'url',
      scope: 'workspace',
      placeholder: `https://example.com/hooks/${kind}`,
    });
  }

  /** The id of a segment that is written with the journey. */
  segment(key: readonly string[], name: readonly string[], definition: SegmentDefinition): string {
    const id = this.uuid('segment', ...key);
    this.bundle.put('segments', id, [this.journey.name, ...name], {
      workspaceId: this.workspace,
      definition,
    });
    return id;
  }

  /** A user property for what is known of a contact in a column. */
  property(column: string): string {
    const id = uuidOf(this.workspace, 'user-property', column);
    const definition = { type: 'Trait', path: pathOf(column) };
    this.bundle.put('userProperties', id, [column], { workspaceId: this.workspace, definition });
    return id;
  }

  /** A user property that is asked for by its id, which may be there already. */
  knownProperty(column: string, step: StepId): string {
    const placeholder = uuidOf(this.workspace, 'user-property', column);
    const value = this.fill({
      id: `property:${column}`,
      kind: 'user property',
      what: `the user property “${column}”, if there is one already; without an answer it is made`,
      form: 'uuid',
      scope: 'workspace',
      step: this.#sourceOf(step),
      kept: placeholder,
      placeholder,
    });
    if (value === placeholder) return this.property(column);
    this.say('emulated', step, {
      code: 'property-known',
      words: `Dittofeed’s own user property stands for the column “${column}”; the file does not say which column it is.`,
      values: { column },
      returns: false,
    });
    return value;
  }

  #workspace(): string {
    const kept = textAt(this.file?.body, 'workspaceId');
    return this.fill({
      id: 'workspace',
      kind: 'workspace',
      what: 'the id of the workspace, which Dittofeed shows beside the keys of its admin API',
      form: 'uuid',
      scope: 'workspace',
      kept: kept === NO_WORKSPACE ? undefined : kept,
      placeholder: NO_WORKSPACE,
    });
  }
}

/** The template of a message’s node. */
export function templateIn(raw: Body | undefined): string | undefined {
  return textAt(objectAt(raw, 'variant'), 'templateId');
}

/** Steps that Dittofeed has no node for and that do nothing there. */
function isPassed(step: Step): boolean {
  switch (step.kind) {
    case 'goal':
      return true;
    case 'split':
      return step.branches.length === 0;
    case 'check':
      return step.responses.length === 0 && step.windowMinutes === 0;
    case 'entry':
    case 'experiment':
    case 'message':
    case 'wait':
    case 'escalate':
    case 'update':
    case 'handoff':
    case 'exit':
      return false;
  }
}

/** Steps at which something is sent to a contact, or to people about it. */
export function acts({ kind }: Step): boolean {
  return kind === 'message' || kind === 'update' || kind === 'handoff';
}
