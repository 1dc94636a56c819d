import * as z from 'zod/mini';
import type { ExitName, StepId } from '../../journey/ids.ts';
import { clip } from '../../journey/schemaWords.ts';
import { text } from '../../journey/schema/values.ts';
import { type Step, STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft, refusal } from '../draft.ts';
import { slipOf } from './slip.ts';
import { rawExits } from './rawExits.ts';
import { readCheck, readEngagement } from './readChecks.ts';
import { readActivity } from './readSteps.ts';
import { countWays, type Doubted, nameOf, type Placed, type Reading, type ReadStep } from './reading.ts';
import { readEligible, readTrigger } from './readTrigger.ts';
import { type ShapedActivity, type ShapedInteraction, type ShapedOutcome, typeOf } from './shape.ts';
import { tellFile } from './tellFile.ts';
import { startOf } from './writeDocument.ts';
import { eventKeyOf } from './writeTrigger.ts';

/** Activities that are one step, with its id and, for a check, the message that it looks at. */
interface Made {
  readonly id: StepId;
  readonly step: Step;
  readonly activities: readonly Placed[];
  readonly looksAt?: string | undefined;
}

const exitSlip = z.object({ id: z.string(), name: text, reason: z.optional(text) });

/** Puts a journey together from a file whose keys all are right. */
export class Assembly {
  readonly #file: ShapedInteraction;
  readonly #draft: Draft;
  readonly #reading: Reading;
  readonly #places: ReadonlyMap<string, Placed>;
  readonly #ids = new Map<string, StepId>();
  readonly #exits = new Map<string, StepId>();
  readonly #made: Made[] = [];

  constructor(file: ShapedInteraction, options: ImportOptions) {
    const ways = countWays(file);
    this.#file = file;
    this.#draft = new Draft('sfmc', file.name, options);
    this.#places = new Map(file.activities.map((activity, index) => [activity.key, { activity, index }]));
    this.#reading = {
      event: eventKeyOf(file.triggers?.[0]) ?? '',
      activityAt: (key) => this.#places.get(key),
      waysInto: (key) => ways.get(key) ?? 0,
      transactional: file.definitionType === 'Transactional',
      base: options.base,
    };
  }

  finish(): Imported {
    const begun = this.#begin();
    const refused = this.#addAll(begun.taken);
    if (refused) return refused;
    for (const made of this.#made) this.#look(made);
    for (const made of this.#made) this.#connect(made);
    begun.connect();
    tellFile(this.#draft, this.#file);
    return this.#draft.finish();
  }

  /** Adds the entry. `taken`: the activity that is a part of it; `connect` links it, once all steps are there. */
  #begin(): { readonly taken: string | undefined; readonly connect: () => void } {
    const [trigger] = this.#file.triggers ?? [];
    const named = trigger && startOf(trigger);
    const start = named ?? this.#file.activities[0]?.key;
    if (!trigger) {
      const id = this.#draft.add({ ...STEP_DEFINITIONS.entry.defaults(), name: 'Entry' });
      const words = 'The file does not say who comes in. Everyone in the audience does, at the start.';
      this.#draft.warn({ code: 'entry-added', words, path: 'triggers', step: id });
      return { taken: undefined, connect: () => this.#lead(id, 'next', start) };
    }
    const { step, id: wished, doubts } = readTrigger(trigger, this.#reading);
    const first = start === undefined ? undefined : this.#places.get(start);
    const eligible = readEligible(first, this.#reading, named === undefined ? 0 : 1);
    const parts = eligible && first ? [trigger, first.activity] : [trigger];
    const entry = { ...step, ...(eligible && { eligible }) };
    const id = this.#draft.add(entry, { id: wished, raw: eligible ? parts : trigger });
    this.#doubt(doubts, 'triggers.0', id);
    const [ending] = (eligible ? first?.activity.outcomes : undefined) ?? [];
    const connect = () => {
      if (eligible) this.#leadBy(id, 'next', ending);
      else if (start !== undefined) this.#lead(id, 'next', start);
    };
    return { taken: eligible ? start : undefined, connect };
  }

  #addAll(taken: string | undefined): Imported | undefined {
    const done = new Set<string>(taken === undefined ? [] : [taken]);
    const checks = new Map(
      [...this.#places.values()].flatMap((placed) => {
        const check = done.has(placed.activity.key) ? undefined : readCheck(placed, this.#reading);
        for (const { activity } of check?.activities ?? []) done.add(activity.key);
        return check ? [[placed.activity.key, check] as const] : [];
      }),
    );
    for (const placed of this.#places.values()) {
      const { key } = placed.activity;
      const check = checks.get(key);
      if (check) this.#add(check.activities, { step: check.step, doubts: [] }, check.looksAt);
      else if (!done.has(key)) {
        const read = this.#readOne(placed.activity);
        if (!read.ok)
          return refusal('unreadable-activity', read.words, `activities.${placed.index}.${read.at}`);
        this.#add([placed], read, read.looksAt);
      }
    }
    return undefined;
  }

  #readOne(activity: ShapedActivity): ReadStep {
    return typeOf(activity) === 'ENGAGEMENTDECISION'
      ? readEngagement(activity)
      : readActivity(activity, this.#reading);
  }

  #add(
    activities: readonly Placed[],
    read: { readonly step: Step; readonly doubts: readonly Doubted[] },
    looksAt: string | undefined,
  ): void {
    const [first] = activities;
    if (!first) return;
    const raw = activities.length > 1 ? activities.map(({ activity }) => activity) : first.activity;
    const id = this.#draft.add(read.step, { id: first.activity.key, raw });
    this.#ids.set(first.activity.key, id);
    this.#made.push({ id, step: read.step, activities, ...(looksAt !== undefined && { looksAt }) });
    this.#doubt(read.doubts, `activities.${first.index}`, id);
  }

  /** Points a check at the message that it looks at, now that all have ids. */
  #look({ id, step, looksAt, activities }: Made): void {
    if (step.kind !== 'check' || looksAt === undefined || looksAt === '') return;
    const on = this.#ids.get(looksAt);
    if (on !== undefined && this.#draft.stepAt(on)?.kind === 'message')
      this.#draft.change(id, { ...step, on });
    else
      this.#draft.warn({
        code: 'check-on-other',
        words: `“${clip(step.name)}” looks at “${clip(looksAt)}”, which is no message here. It looks at the latest message instead.`,
        path: `activities.${activities.at(-1)?.index ?? 0}.configurationArguments.refActivityCustomerKey`,
        step: id,
      });
  }

  #connect({ id, step, activities }: Made): void {
    const exits = rawExits(
      activities.map(({ activity }) => activity),
      step,
    );
    const known = new Set<ExitName>();
    for (const [at, { activity, index }] of activities.entries())
      for (const [place, outcome] of (activity.outcomes ?? []).entries()) {
        const exit = exits[at]?.[place];
        const inside = at < activities.length - 1 && exit === undefined;
        if (inside) continue;
        if (exit !== undefined && (!known.has(exit) || step.kind === 'check')) {
          known.add(exit);
          this.#leadBy(id, exit, outcome);
        } else if (outcome.next)
          this.#draft.warn({
            code: 'way-left-out',
            words: `“${clip(nameOf(activity))}” has more ways out than it can have here: the one to “${clip(outcome.next)}” is left out.`,
            path: `activities.${index}.outcomes.${place}`,
            step: id,
          });
      }
  }

  #leadBy(from: StepId, exit: ExitName, outcome: ShapedOutcome | undefined): void {
    if (outcome?.next) this.#lead(from, exit, outcome.next);
    else this.#leave(from, exit, outcome);
  }

  #lead(from: StepId, exit: ExitName, key: string | undefined): void {
    const to = key === undefined ? undefined : this.#ids.get(key);
    if (to !== undefined) this.#draft.connect(from, exit, to);
  }

  /** By the exit step that the slip names at this end. */
  #leave(from: StepId, exit: ExitName, outcome: ShapedOutcome | undefined): void {
    const slipped = exitSlip.safeParse(slipOf(outcome?.metaData)['exit']);
    if (!slipped.success) return;
    const { id: wished, name, reason } = slipped.data;
    const known = this.#exits.get(wished);
    const id =
      known ??
      this.#draft.add({ kind: 'exit', name, ...(reason !== undefined && { reason }) }, { id: wished });
    this.#exits.set(wished, id);
    this.#draft.connect(from, exit, id);
  }

  #doubt(doubts: readonly Doubted[], path: string, step: StepId): void {
    for (const { code, words, at } of doubts)
      this.#draft.warn({ code, words, path: at === undefined ? path : `${path}.${at}`, step });
  }
}
