import { createJourney } from '../journey/createJourney.ts';
import { findErrors } from '../journey/errors.ts';
import { MAX_FILE_CHARACTERS, readJourney } from '../journey/format.ts';
import { linksOf, stepEntries, stepOf } from '../journey/graph.ts';
import { freshStepId, isId, type JourneyId, journeyId, stepId, type StepId } from '../journey/ids.ts';
import type { ExitName, Journey, JourneySettings, Position } from '../journey/journey.ts';
import { MAX_STEPS } from '../journey/limits.ts';
import type { KeptStep } from '../journey/origin.ts';
import type { Problem } from '../journey/problem.ts';
import { serializeJourney } from '../journey/serializeJourney.ts';
import { type Step, STEP_DEFINITIONS } from '../journey/steps/index.ts';
import type { Doubt } from './doubt.ts';
import { fewOfEach } from './fewOfEach.ts';
import { fitToAudience } from './fitToAudience.ts';
import type { Imported, ImportOptions } from './contract.ts';
import { place } from './place.ts';
import type { PlatformId } from './platformId.ts';
import { rejoin } from './rejoin.ts';
import { slowLoops } from './slowLoops.ts';

export interface Wish {
  /** What the platform calls the step; used where it can be an id here and is not taken. */
  readonly id?: string;
  /** The top left corner of the card; where any step has none, all are placed anew. */
  readonly at?: Position;
  /** The platform's own step, kept for the way back. */
  readonly raw?: unknown;
}

/** A journey that is being read from the file of a platform. What an importer says here becomes a document without errors, or a refusal. */
export class Draft {
  readonly #platform: PlatformId;
  readonly #options: ImportOptions;
  readonly #kept: Record<StepId, KeptStep> = {};
  readonly #warnings: Problem[] = [];
  #journey: Journey;
  #document: unknown;

  /** `name` is what the file calls the journey; the options' name goes before it. */
  constructor(platform: PlatformId, name: string, options: ImportOptions = {}) {
    const made = createJourney({
      id: options.base?.id ?? options.id ?? idOf(name),
      luckId: options.base?.luckId ?? options.luckId ?? idOf(name),
      name: options.name ?? (name.trim() === '' ? 'Imported journey' : name),
      start: options.start ?? '2026-03-02T08:00:00Z',
      ...(options.defaults && { defaults: options.defaults }),
    });
    this.#platform = platform;
    this.#options = options;
    this.#journey = { ...made, steps: {}, links: {}, layout: {} };
  }

  /** The id that the step got. */
  add(step: Step, { id = '', at, raw }: Wish = {}): StepId {
    const free = canBeStepId(id) && !Object.hasOwn(this.#journey.steps, id);
    const own = free ? stepId(id) : freshStepId(this.#journey, step.kind);
    this.#journey = {
      ...this.#journey,
      steps: { ...this.#journey.steps, [own]: step },
      layout: at ? { ...this.#journey.layout, [own]: at } : this.#journey.layout,
    };
    if (raw !== undefined) this.#kept[own] = { raw, read: step };
    return own;
  }

  stepAt(id: StepId): Step | undefined {
    return stepOf(this.#journey, id);
  }

  /** Another content for a step that was added: what is kept of it counts as read so. */
  change(id: StepId, step: Step): void {
    this.#journey = { ...this.#journey, steps: { ...this.#journey.steps, [id]: step } };
    const kept = this.#kept[id];
    if (kept) this.#kept[id] = { ...kept, read: step };
  }

  connect(from: StepId, exit: ExitName, to: StepId): void {
    const links = { ...this.#journey.links[from], [exit]: to };
    this.#journey = { ...this.#journey, links: { ...this.#journey.links, [from]: links } };
  }

  settle(settings: Partial<JourneySettings>): void {
    this.#journey = { ...this.#journey, settings: { ...this.#journey.settings, ...settings } };
  }

  /** What a person reads of it: what it is for, notes and groups on the canvas. */
  describe(parts: Pick<Journey, 'brief' | 'notes' | 'groups'>): void {
    this.#journey = { ...this.#journey, ...parts };
  }

  /** What of the file belongs to no step, for the way back. */
  keep(document: unknown): void {
    this.#document = document;
  }

  warn({ values = {}, ...doubt }: Doubt): void {
    this.#warnings.push({ severity: 'warning', values, ...doubt });
  }

  /** The journey with its warnings; whatever would be an error in it is a refusal instead. */
  finish(): Imported {
    if (Object.keys(this.#journey.steps).length > MAX_STEPS - 1) return refusal('too-many-steps', TOO_MANY);
    this.#begin();
    const warn = (doubt: Doubt) => this.warn(doubt);
    const joined = this.#options.base ? rejoin(this.#journey, this.#options.base) : this.#journey;
    const fitted = slowLoops(fitToAudience(joined, this.#options.schema, warn), warn);
    const placed = { ...fitted, layout: everyPlace(fitted) };
    const journey = this.#withOrigin(placed);
    if (!fitsFile(journey)) return refusal('journey-too-large', TOO_LARGE);
    const errors = findErrors(journey, { schema: this.#options.schema });
    if (errors.length > 0) return { ok: false, problems: errors };
    const read = readJourney(JSON.parse(JSON.stringify(journey)) as unknown);
    return read.ok ? { ok: true, journey: read.journey, warnings: fewOfEach(this.#warnings) } : read;
  }

  /** With what is kept for the way back, as far as a journey's own file can hold it. */
  #withOrigin(journey: Journey): Journey {
    const whole = { ...journey, origin: this.#origin(journey) };
    if (fitsFile(whole)) return whole;
    this.warn({
      code: 'origin-too-large',
      words:
        'The file is too large for its originals to be kept in the journey: taken back to the platform, everything is written anew.',
    });
    return journey;
  }

  /** What the steps became on the way counts as read so: only what a person changes afterwards is a change. */
  #origin(journey: Journey): Journey['origin'] & object {
    const steps = Object.fromEntries(
      Object.entries(this.#kept).map(([id, { raw }]) => [id, { raw, read: stepOf(journey, stepId(id)) }]),
    );
    return {
      platform: this.#platform,
      ...(this.#document !== undefined && { document: this.#document }),
      steps,
    };
  }

  /** Somebody must come in: where the file says nothing of it, everyone does, at the first step. */
  #begin(): void {
    const steps = stepEntries(this.#journey);
    if (steps.some(([, { kind }]) => kind === 'entry')) return;
    const reached = new Set(linksOf(this.#journey).map(({ to }) => to));
    const first = steps.find(([id]) => !reached.has(id)) ?? steps[0];
    const entry = this.add({ ...STEP_DEFINITIONS.entry.defaults(), name: 'Entry' });
    if (first) this.connect(entry, 'next', first[0]);
    this.warn({
      code: 'entry-added',
      words: 'The file does not say who comes in. Everyone in the audience does, at the start.',
      step: entry,
    });
  }
}

/** `latest` is what checks call the last message; `prototype` no file may have as a key. */
export function canBeStepId(id: string): boolean {
  return isId(id) && id !== 'latest' && id !== 'prototype';
}

/** Whether it can be opened again after it was saved. */
function fitsFile(journey: Journey): boolean {
  // Most are far from it, and the file's own text takes longer to make.
  if (JSON.stringify(journey).length < MAX_FILE_CHARACTERS / 20) return true;
  return serializeJourney(journey).length <= MAX_FILE_CHARACTERS;
}

const TOO_LARGE =
  'The journey in this file is larger than what a journey file can hold (10 MB). Import a part of it.';
const TOO_MANY = `This file has more steps than a journey can have (${MAX_STEPS}). Import a part of it.`;

function everyPlace(journey: Journey): Journey['layout'] {
  const known = stepEntries(journey).every(([id]) => Object.hasOwn(journey.layout, id));
  return known ? journey.layout : place(journey);
}

/** Why nothing was read. */
export function refusal(code: string, words: string, path?: string): Imported {
  return { ok: false, problems: [{ code, severity: 'error', words, values: {}, ...(path && { path }) }] };
}

/** The same name gives the same id, and with it the same luck. */
function idOf(name: string): JourneyId {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const id = words.slice(0, LONGEST_ID);
  return journeyId(isId(id) ? id : 'imported');
}

const LONGEST_ID = 60;
