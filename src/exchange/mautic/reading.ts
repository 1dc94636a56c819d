import { type StepId, stepId } from '../../journey/ids.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft } from '../draft.ts';
import { type Anchor, doesNothing, JUMP, NEW } from './campaign.ts';
import { eventName } from './write.ts';
import { nameOfEvent } from './eventName.ts';
import { type Footnote, readFootnote } from './footnote.ts';
import { matched, type WayOut } from './match.ts';
import { readCheck } from './readCheck.ts';
import { readEvent } from './readEvent.ts';
import type { Campaign, CampaignEvent } from './readCampaign.ts';
import { readSource, type SourceRead } from './readSource.ts';
import { settle } from './settle.ts';
import type { Tree } from './tree.ts';
import { triggerOf } from './timing.ts';
import { wildly } from './wildly.ts';
import { withTexts } from './withTexts.ts';
import { blanksIn, ownProperties } from './wild.ts';
import { partsOf } from './partsOf.ts';

/** Thrown: jumps lead to themselves. */
export class EndlessCircle extends Error {
  override readonly name = 'EndlessCircle';
}

interface Added {
  readonly id: StepId;
  readonly outs: readonly WayOut[];
}

/** A campaign on its way to a journey. */
export class Reading {
  readonly #campaign: Campaign;
  readonly #tree: Tree;
  readonly #options: ImportOptions;
  readonly #draft: Draft;
  readonly #source: SourceRead;
  readonly #footnotes: ReadonlyMap<string, Footnote>;
  readonly #added: Added[] = [];
  /** The step that is come to at an event, after its time. */
  readonly #stepAt = new Map<string, StepId>();
  /** Events that belong to a step which begins at another. */
  readonly #inside = new Set<string>();
  /** Events whose time is the window of a check. */
  readonly #windows = new Set<string>();
  readonly #waits = new Map<string, StepId>();
  readonly #ends = new Map<string, StepId>();
  readonly #blanks = new Map<string, string>();

  constructor(campaign: Campaign, tree: Tree, options: ImportOptions) {
    this.#campaign = campaign;
    this.#tree = tree;
    this.#options = options;
    this.#draft = new Draft('mautic', campaign.name, options);
    this.#source = readSource(campaign);
    const nodes = campaign.nodes.map((node) => [String(node['id']), readFootnote(node)] as const);
    this.#footnotes = new Map(nodes.flatMap(([id, note]) => (note ? [[id, note]] : [])));
  }

  journey(): Imported {
    const { step, id, doubts, settings, exits } = this.#source;
    const entry = this.#draft.add(step, id === undefined ? {} : { id });
    for (const doubt of [...doubts, ...this.#tree.doubts]) this.#draft.warn(doubt);
    for (const [exit, { name, reason }] of exits)
      this.#ends.set(
        exit,
        this.#draft.add({ kind: 'exit', name, ...(reason !== undefined && { reason }) }, { id: exit }),
      );
    for (const event of this.#tree.order) this.#event(event);
    const first = this.#enter(this.#tree.root);
    if (first !== undefined) this.#draft.connect(entry, 'next', first);
    for (const { id: from, outs } of this.#added) this.#link(from, outs);
    this.#linkUntaken();
    settle(this.#draft, [entry, ...this.#added.map((one) => one.id)], settings);
    this.#draft.keep({
      ours: this.#source.ours,
      body: this.#campaign.body,
      blanks: Object.fromEntries(this.#blanks),
    });
    return this.#draft.finish();
  }

  #event(event: CampaignEvent): void {
    if (this.#inside.has(event.id) || event.raw.type === JUMP || this.#onlyWaits(event)) return;
    const note = this.#footnotes.get(event.id);
    if (note?.step && this.#carried(event, note, note.step)) return;
    const check = readCheck(event, this.#tree, (id) => this.#stepAt.get(id));
    if (check) {
      if (check.windowAt !== undefined) this.#windows.add(check.windowAt);
      this.#tell(event, check.doubts);
      this.#put(event, this.#named(check.step, event, note), check.exits);
      return;
    }
    const read = readEvent(
      { ...event.raw, properties: event.properties },
      nameOfEvent(event.raw),
      this.#options.schema,
    );
    this.#tell(event, read.doubts);
    this.#put(event, this.#named(read.step, event, note), read.exits);
  }

  /** An action that does nothing but takes time is a wait, or the end of a window. */
  #onlyWaits({ id, raw, properties }: CampaignEvent): boolean {
    const note = this.#footnotes.get(id);
    return (
      raw.eventType === 'action' &&
      doesNothing(raw.type, ownProperties(properties)) &&
      note?.step === undefined &&
      (this.#timeOf(id) !== undefined || note?.pause !== undefined)
    );
  }

  /** The step of a footnote, if its events are what it would be written as. */
  #carried(event: CampaignEvent, note: Footnote, step: Step): boolean {
    const id = this.#idOf(event, note);
    const found = matched(step, id as StepId, event.id, {
      tree: this.#tree,
      footnoteOf: (other) => this.#footnotes.get(other),
      settings: this.#source.settings,
    });
    const free = found?.events.every((one) => !this.#inside.has(one) && !this.#stepAt.has(one));
    const called = eventName({ name: step.name, id: event.id }) === nameOfEvent(event.raw);
    if (!found || free !== true) {
      this.#draft.warn({
        code: 'changed-in-mautic',
        words: `“${nameOfEvent(event.raw)}” was changed since it was exported, and is read as it stands.`,
        path: event.path,
      });
      return false;
    }
    for (const one of found.events) this.#inside.add(one);
    for (const one of found.timed) this.#windows.add(one);
    const named = called ? step : { ...step, name: nameOfEvent(event.raw) };
    this.#add(event, named, found.outs);
    return true;
  }

  #put(event: CampaignEvent, step: Step, exits: Readonly<Partial<Record<Anchor, string>>>): void {
    const outs = (Object.entries(exits) as [Anchor, string][]).map(([anchor, exit]) => ({
      id: event.id,
      anchor,
      exit,
    }));
    this.#add(event, step, outs);
  }

  #add(event: CampaignEvent, step: Step, outs: readonly WayOut[]): void {
    const wish = this.#idOf(event, this.#footnotes.get(event.id));
    const id = this.#draft.add(withTexts(step, this.#options.base, wish), { id: wish, raw: event.raw });
    this.#stepAt.set(event.id, id);
    this.#added.push({ id, outs });
    const wild = partsOf(step, wildly(id, this.#source.settings));
    blanksIn(wild?.parts[0].properties, ownProperties(event.properties), this.#blanks);
  }

  #idOf({ id }: CampaignEvent, note: Footnote | undefined): string {
    return note?.id ?? (id.startsWith(NEW) ? id.slice(NEW.length) : id.replace(/^new/, ''));
  }

  /** The whole name of a step, where its event has only the beginning of it. */
  #named(step: Step, event: CampaignEvent, note: Footnote | undefined): Step {
    const name = note?.name;
    const called = name !== undefined && eventName({ name, id: event.id }) === nameOfEvent(event.raw);
    return called ? { ...step, name } : step;
  }

  #tell({ raw, path }: CampaignEvent, doubts: readonly string[]): void {
    for (const doubt of doubts)
      this.#draft.warn({
        code: 'read-otherwise',
        words: `The event “${nameOfEvent(raw)}” ${doubt}.`,
        values: { type: raw.type },
        path,
      });
  }

  #link(from: StepId, outs: readonly WayOut[]): void {
    for (const { id, anchor, exit } of outs) {
      const to = this.#leave(id, anchor);
      if (to !== undefined) this.#draft.connect(from, exit, to);
    }
  }

  /** Exits that nobody takes in Mautic lead where they led, if that is still there. */
  #linkUntaken(): void {
    const known = new Set<string>([
      ...this.#added.map(({ id }) => id),
      ...this.#waits.values(),
      ...this.#ends.values(),
    ]);
    for (const [event, { untaken = {} }] of this.#footnotes) {
      const from = this.#stepAt.get(event);
      const step = from !== undefined && this.#draft.stepAt(from);
      if (from === undefined || !step) continue;
      for (const [exit, to] of Object.entries(untaken))
        if (known.has(to) && exitsOf(step).includes(exit)) this.#draft.connect(from, exit, stepId(to));
    }
  }

  /** The step that is come to first on the way to an event: its wait, or what the event is. */
  #enter(id: string, passed = 0): StepId | undefined {
    if (passed > 2 * this.#tree.events.size) throw new EndlessCircle();
    const until = this.#windows.has(id) ? undefined : this.#timeOf(id);
    return until ? this.#wait(id, until) : this.#within(id, passed + 1);
  }

  #within(id: string, passed: number): StepId | undefined {
    const target = this.#tree.targetOf(id);
    if (target !== undefined) return this.#enter(target, passed);
    return this.#stepAt.get(id) ?? this.#leave(id, 'bottom', passed);
  }

  #leave(id: string, anchor: Anchor, passed = 0): StepId | undefined {
    const child = this.#tree.below(id, anchor);
    if (child !== undefined) return this.#enter(child, passed);
    const end = this.#footnotes.get(id)?.ends?.[anchor];
    if (end !== undefined) return this.#ends.get(end);
    return this.#source.ours ? undefined : this.#end();
  }

  /** Paths of a campaign just end; contacts leave the journey there. */
  #end(): StepId {
    const known = this.#ends.get('');
    if (known !== undefined) return known;
    const end = this.#draft.add({ kind: 'exit', name: 'End of the campaign' }, { id: 'end' });
    this.#ends.set('', end);
    return end;
  }

  /** The time before an event, unless it is the end of a window that has been seen already. */
  #timeOf(id: string): WaitUntil | undefined {
    const until = this.#tree.untilOf(id);
    const { pause, wait } = this.#footnotes.get(id) ?? {};
    // No time at all is what a decision’s `no` needs, and no wait, unless there was one.
    const passed = pause ?? (wait ? undefined : 0);
    return passed !== undefined && sameJson(until, { type: 'duration', minutes: passed }) ? undefined : until;
  }

  /** One wait for all events that take the time of the same, and lead to the same. */
  #wait(id: string, read: WaitUntil): StepId {
    const note = this.#footnotes.get(id)?.wait;
    const event = this.#tree.events.get(id);
    const believed = note?.until && sameJson(triggerOf(note.until), triggerOf(read)) ? note.until : read;
    const key = note ? JSON.stringify([note.id, believed, this.#landing(id)]) : id;
    const known = this.#waits.get(key);
    if (known !== undefined) return known;
    const own = event !== undefined && (event.raw.type === JUMP || this.#onlyWaits(event));
    const name = own ? nameOfEvent(event.raw) : 'Wait';
    const called = note && (!own || eventName({ name: note.name, id }) === name) ? note.name : name;
    const step = this.#draft.add(
      { kind: 'wait', name: called, until: believed },
      {
        id: note?.id ?? (own ? this.#idOf(event, undefined) : ''),
        ...(own && { raw: event.raw }),
      },
    );
    this.#waits.set(key, step);
    const to = this.#within(id, 0);
    if (to !== undefined) this.#draft.connect(step, 'next', to);
    return step;
  }

  /** What is come to after the time of an event, as a word that is the same for the same. */
  #landing(id: string, passed = 0): string {
    if (passed > 2 * this.#tree.events.size) throw new EndlessCircle();
    const step = this.#stepAt.get(id);
    if (step !== undefined) return `step ${step}`;
    const target = this.#tree.targetOf(id);
    const next = target ?? this.#tree.below(id, 'bottom');
    if (next === undefined) return `end ${this.#footnotes.get(id)?.ends?.['bottom'] ?? ''}`;
    const timed = !this.#windows.has(next) && this.#timeOf(next) !== undefined;
    const note = this.#footnotes.get(next)?.wait;
    return timed ? `wait ${note?.id ?? next}` : this.#landing(next, passed + 1);
  }
}
