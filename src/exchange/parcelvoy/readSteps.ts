import * as z from 'zod/mini';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { JourneySettings, Position } from '../../journey/journey.ts';
import { settings as settingsSchema } from '../../journey/schema/settings.ts';
import { clip } from '../../journey/schemaWords.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import type { Doubt } from '../doubt.ts';
import type { Draft } from '../draft.ts';
import { isObject } from '../kept.ts';
import { uncarried, withSteps } from './carried.ts';
import type { Group, Groups } from './groups.ts';
import { childAt, type Slot } from './slip.ts';
import { type Plain, readPlain } from './readPlain.ts';
import { reEntryOf } from './sketchEntry.ts';
import { type Child, isStepType, type PlatformStep, type StepMap } from './stepMap.ts';
import { goesBy } from './write.ts';

interface Around {
  readonly groups: Groups;
  /** Undefined: all cards are placed anew. */
  readonly places: ReadonlyMap<string, Position> | undefined;
}

/** Where an exit leads, as the file says it. */
type Ways = readonly (readonly [ExitName, Slot | { readonly to: string }])[];

/** Steps of a file as steps of a draft. */
export class ReadSteps {
  readonly #map: StepMap;
  readonly #draft: Draft;
  readonly #around: Around;
  /** `external_id` → the step of ours. */
  readonly #ids = new Map<string, StepId>();
  readonly #links = new Map<StepId, StepId[]>();

  constructor(map: StepMap, draft: Draft, around: Around) {
    this.#map = map;
    this.#draft = draft;
    this.#around = around;
  }

  read(groups: readonly Group[], entrance: Group | undefined): void {
    // Steps name each other, so all must have their ids first.
    for (const group of groups) this.#add(group);
    const ways = groups.map((group) => [group, this.#say(group)] as const);
    for (const [{ id }, exits] of ways) this.#connect(id, exits, entrance?.id);
    for (const { id } of groups) this.#tellOfDangling(id);
    if (entrance) this.#settle(entrance);
  }

  /** Which steps lead to which, for finding loops. */
  successors(): ReadonlyMap<StepId, readonly StepId[]> {
    return new Map([...this.#ids.values()].map((id) => [id, this.#links.get(id) ?? []]));
  }

  #add({ id, slip }: Group): void {
    const node = this.#map[id];
    if (!node) return;
    const name = node.name ?? '';
    const told =
      slip?.step === undefined
        ? undefined
        : uncarried(
            withSteps(slip.step, () => undefined),
            name,
          );
    const step = told ?? this.#plain(id, node, () => undefined)?.step;
    if (!step) return;
    const at = this.#around.places?.get(id);
    const raw = { id, node, fromSlip: slip !== undefined };
    this.#ids.set(id, this.#draft.add(step, { id, raw, ...(at && { at }) }));
  }

  /** The step with all that it says of others, and where its exits lead. */
  #say({ id, slip, stale }: Group): Ways {
    const [own, node] = [this.#ids.get(id), this.#map[id]];
    if (own === undefined || !node) return [];
    if (stale) this.#warn(own, { code: 'changed-there', words: OUTDATED, path: clip(id) });
    if (slip?.step !== undefined) {
      const lost = new Set<string>();
      const other = (external: string) => {
        const found = this.#ids.get(external);
        if (found === undefined) lost.add(external);
        return found;
      };
      const step = uncarried(withSteps(slip.step, other), node.name ?? '');
      if (step) {
        this.#draft.change(own, step);
        if (lost.size > 0) this.#warn(own, { code: 'message-gone', words: GONE, path: clip(id) });
        const names = exitsOf(step);
        return Object.entries(slip.exits).filter(([exit]) => names.includes(exit));
      }
    }
    const plain = this.#plain(id, node, (doubt) => {
      // Of what has a slip, the file says all.
      if (!slip) this.#warn(own, { ...doubt, path: `${clip(id)}.${doubt.path ?? ''}` });
    });
    if (!plain) return [];
    this.#draft.change(own, plain.step);
    return plain.exits.map(({ exit, ...slot }) => [exit, { node: id, ...slot }]);
  }

  #plain(id: string, node: PlatformStep, warn: (doubt: Doubt) => void): Plain | undefined {
    if (!isStepType(node)) return undefined;
    return readPlain(node, {
      exists: (child) => this.#exists(id, child),
      messageOf: (campaign) => this.#messageOf(campaign),
      doubt: (code, words, path) => {
        warn({ code, words, path });
      },
    });
  }

  #exists(id: string, child: Child): boolean {
    const node = this.#map[id];
    return node !== undefined && goesBy(node, child, (other) => Object.hasOwn(this.#map, other));
  }

  #messageOf(campaign: number): StepId | undefined {
    const senders = Object.entries(this.#map).filter(
      ([, { type, data }]) => type === 'action' && data?.['campaign_id'] === campaign,
    );
    const [only] = senders;
    return only && senders.length === 1 ? this.#ids.get(only[0]) : undefined;
  }

  #connect(id: string, ways: Ways, entrance: string | undefined): void {
    const own = this.#ids.get(id);
    if (own === undefined) return;
    for (const [exit, way] of ways) {
      const target = this.#targetOf(way);
      if (target === undefined) continue;
      if (target === entrance) {
        this.#warn(own, { code: 'back-to-entrance', words: BACK, path: `${clip(id)}.children` });
        continue;
      }
      const to = this.#ids.get(target);
      if (to === undefined) continue;
      this.#draft.connect(own, exit, to);
      this.#links.set(own, [...(this.#links.get(own) ?? []), to]);
    }
  }

  #targetOf(way: Slot | { readonly to: string }): string | undefined {
    if ('to' in way) return way.to;
    const node = this.#map[way.node];
    const child = node && childAt(node, way);
    return child && this.#exists(way.node, child) ? this.#around.groups.past(child.external_id) : undefined;
  }

  #tellOfDangling(id: string): void {
    const step = this.#ids.get(id);
    const children = this.#map[id]?.children ?? [];
    children.forEach((child, place) => {
      if (this.#exists(id, child) || step === undefined) return;
      const isThere = Object.hasOwn(this.#map, child.external_id);
      this.#warn(step, {
        code: isThere ? 'child-twice' : 'child-dangling',
        words: isThere
          ? 'Two paths to the same step are one there, the last of them: the other leads nowhere.'
          : `There is no step “${clip(child.external_id)}”. The server passes over such a child, and so does this journey.`,
        path: `${clip(id)}.children.${place}`,
      });
    });
  }

  #warn(step: StepId, doubt: Doubt): void {
    this.#draft.warn({ ...doubt, step });
  }

  #settle({ id, slip }: Group): void {
    const data = this.#map[id]?.data ?? {};
    const told = isObject(slip?.journey) ? withSteps(slip.journey, (other) => this.#ids.get(other)) : {};
    const read = slipSettings.safeParse(told);
    this.#draft.settle({ reEntry: reEntryOf(data), ...(read.success ? read.data : {}) });
    const own = this.#ids.get(id);
    if (own !== undefined && data['concurrent'] === true && data['multiple'] === true)
      this.#warn(own, { code: 'entries-at-once', words: AT_ONCE, path: `${clip(id)}.data.concurrent` });
  }
}

const { reEntry, entryCap, exitRules, transactional } = settingsSchema.shape;
const slipSettings: z.ZodMiniType<Partial<JourneySettings>> = z.object({
  reEntry: z.exactOptional(reEntry),
  entryCap,
  exitRules: z.exactOptional(exitRules),
  transactional,
});

const OUTDATED =
  'This step was changed since Rehearsal wrote it: it is read as what it is now, and not as what it was made from.';
const GONE = 'A message that this step asks about is no more in the file: it asks about any message instead.';
const BACK =
  'This leads back to the entrance, where a journey ends for who was there before: it leads nowhere here.';
const AT_ONCE = 'Nobody is in a journey twice at the same time here: who is inside does not come in again.';
