import { type StepId, stepId } from '../../journey/ids.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft } from '../draft.ts';
import { type Anchor, JUMP } from './campaign.ts';
import { eventName, nameOfEvent } from './eventName.ts';
import { type Slip, readSlip } from './slip.ts';
import { matched, type WayOut } from './match.ts';
import { readCheck } from './readCheck.ts';
import { readEvent } from './readEvent.ts';
import type { Campaign, CampaignEvent } from './campaignShape.ts';
import { readSource, type SourceRead } from './readSource.ts';
import { sentOnce } from './sentOnce.ts';
import { settleJourney } from './settleJourney.ts';
import type { Tree } from './treeShape.ts';
import { stepIdIn, Ways } from './ways.ts';
import { withAnyIds } from './withAnyIds.ts';
import { withTexts } from './withTexts.ts';
import { blanksIn, ownProperties } from './anyId.ts';
import { partsOf } from './partsOf.ts';

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
  readonly #slips: ReadonlyMap<string, Slip>;
  readonly #added: Added[] = [];
  readonly #ways: Ways;
  /** Events that belong to a step which begins at another. */
  readonly #inside = new Set<string>();
  readonly #blanks = new Map<string, string>();

  constructor(campaign: Campaign, tree: Tree, options: ImportOptions) {
    this.#campaign = campaign;
    this.#tree = tree;
    this.#options = options;
    this.#draft = new Draft('mautic', campaign.name, options);
    this.#source = readSource(campaign);
    const nodes = campaign.nodes.map((node) => [String(node['id']), readSlip(node)] as const);
    this.#slips = new Map(nodes.flatMap(([id, note]) => (note ? [[id, note]] : [])));
    const { ours } = this.#source;
    this.#ways = new Ways({ tree, draft: this.#draft, slips: this.#slips, ours });
  }

  journey(): Imported {
    const { step, id, doubts, settings, exits } = this.#source;
    const entry = this.#draft.add(step, id === undefined ? {} : { id });
    for (const doubt of [...doubts, ...this.#tree.doubts]) this.#draft.warn(doubt);
    for (const [exit, { name, reason }] of exits)
      this.#ways.ends.set(
        exit,
        this.#draft.add({ kind: 'exit', name, ...(reason !== undefined && { reason }) }, { id: exit }),
      );
    for (const event of this.#tree.order) this.#event(event);
    const first = this.#ways.enter(this.#tree.root);
    if (first !== undefined) this.#draft.connect(entry, 'next', first);
    for (const { id: from, outs } of this.#added)
      for (const { id: at, anchor, exit: taken } of outs) {
        const to = this.#ways.leave(at, anchor);
        if (to !== undefined) this.#draft.connect(from, taken, to);
      }
    this.#ways.finish();
    this.#linkUntaken();
    if (!this.#source.ours) for (const doubt of sentOnce(this.#tree)) this.#draft.warn(doubt);
    settleJourney(this.#draft, [entry, ...this.#added.map((one) => one.id)], settings);
    this.#draft.keep({
      ours: this.#source.ours,
      body: this.#campaign.body,
      blanks: Object.fromEntries(this.#blanks),
    });
    return this.#draft.finish();
  }

  #event(event: CampaignEvent): void {
    if (this.#inside.has(event.id) || event.raw.type === JUMP || this.#ways.onlyWaits(event)) return;
    const note = this.#slips.get(event.id);
    if (note?.step && this.#carried(event, note, note.step)) return;
    const check = readCheck(event, this.#tree, (id) => this.#ways.stepAt.get(id));
    if (check) {
      if (check.windowAt !== undefined) this.#ways.windows.add(check.windowAt);
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

  /** The step of a slip, if its events are what it would be written as. */
  #carried(event: CampaignEvent, note: Slip, step: Step): boolean {
    const id = this.#idOf(event, note);
    const found = matched(step, id as StepId, event.id, {
      tree: this.#tree,
      slipOf: (other) => this.#slips.get(other),
      settings: this.#source.settings,
    });
    const free = found?.events.every((one) => !this.#inside.has(one) && !this.#ways.stepAt.has(one));
    const called = eventName(step.name) === nameOfEvent(event.raw);
    if (!found || free !== true) {
      this.#draft.warn({
        code: 'changed-in-mautic',
        words: `“${nameOfEvent(event.raw)}” was changed since it was exported, and is read as it stands.`,
        path: event.path,
      });
      return false;
    }
    for (const one of found.events) this.#inside.add(one);
    for (const one of found.timed) this.#ways.windows.add(one);
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
    const wish = this.#idOf(event, this.#slips.get(event.id));
    const id = this.#draft.add(withTexts(step, this.#options.base, wish), { id: wish, raw: event.raw });
    this.#ways.stepAt.set(event.id, id);
    this.#added.push({ id, outs });
    const pattern = partsOf(step, withAnyIds(id, this.#source.settings));
    blanksIn(pattern?.parts[0].properties, ownProperties(event.properties), this.#blanks);
  }

  #idOf({ id }: CampaignEvent, note: Slip | undefined): string {
    return note?.id ?? stepIdIn(id);
  }

  /** The whole name of a step, where its event has only the beginning of it. */
  #named(step: Step, event: CampaignEvent, note: Slip | undefined): Step {
    const name = note?.name;
    const called = name !== undefined && eventName(name) === nameOfEvent(event.raw);
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

  /** Exits that nobody takes in Mautic lead where they led, if that is still there. */
  #linkUntaken(): void {
    const known = new Set<string>([
      ...this.#added.map(({ id }) => id),
      ...this.#ways.waits.values(),
      ...this.#ways.ends.values(),
    ]);
    for (const [event, { untaken = {} }] of this.#slips) {
      const from = this.#ways.stepAt.get(event);
      const step = from !== undefined && this.#draft.stepAt(from);
      if (from === undefined || !step) continue;
      for (const [exit, to] of Object.entries(untaken))
        if (known.has(to) && exitsOf(step).includes(exit)) this.#draft.connect(from, exit, stepId(to));
    }
  }
}
