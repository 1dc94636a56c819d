import { applyEdit } from '../../journey/applyEdit.ts';
import type { Calibration } from '../../journey/calibration.ts';
import type { Edit } from '../../journey/edits.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import type { HandoffStep } from '../../journey/steps/handoff.ts';
import type { Send } from '../../journey/steps/message.ts';
import { minutes, money, probability } from '../../journey/units.ts';
import type { Assumption, AssumptionPlace, Design } from './assumption.ts';
import { ratesOf, shiftOdds } from './rates.ts';

/** What an assumption's change changes. */
export type AssumptionChange =
  | { readonly kind: 'calibration'; readonly calibration: Calibration }
  | { readonly kind: 'policies'; readonly policies: Policies }
  | { readonly kind: 'edit'; readonly edit: Edit };

/** The change that gives the assumption another value; undefined: what there is without anybody's word. */
export function changeAssumption(
  { place }: Pick<Assumption, 'place'>,
  value: number | undefined,
  design: Design,
): AssumptionChange {
  switch (place.in) {
    case 'box':
    case 'channel':
    case 'common':
      return { kind: 'calibration', calibration: calibrated(place, value, design.calibration) };
    case 'cost':
    case 'economics':
      return { kind: 'policies', policies: paid(place, value, design.policies) };
    case 'send':
    case 'handoff':
      return { kind: 'edit', edit: edited(place, value, design.journey) };
  }
}

/** The design with that change. */
export function withAssumption(change: AssumptionChange, design: Design): Design {
  switch (change.kind) {
    case 'calibration':
      return { ...design, calibration: change.calibration };
    case 'policies':
      return { ...design, policies: change.policies };
    case 'edit':
      return { ...design, journey: applyEdit(design.journey, change.edit).journey };
  }
}

type PlaceIn<In extends AssumptionPlace['in']> = Extract<AssumptionPlace, { readonly in: In }>;

function calibrated(
  place: PlaceIn<'box' | 'channel' | 'common'>,
  value: number | undefined,
  calibration: Calibration,
): Calibration {
  switch (place.in) {
    case 'box':
      return withPart(calibration, place.name, value === undefined ? undefined : probability(value));
    case 'common':
      return withPart(calibration, 'common', orNone(withPart(calibration.common ?? {}, place.name, value)));
    case 'channel': {
      const own = calibration.channels?.[place.channel] ?? {};
      const given = value === undefined ? undefined : probability(asCampaign(place, value));
      const rates = orNone(withPart(own, place.name, given));
      const channels = withPart(calibration.channels ?? {}, place.channel, rates);
      return withPart(calibration, 'channels', orNone(channels));
    }
  }
}

/** A channel's own rate is that of its campaigns; that of answers to something is the same odds ratio away. */
function asCampaign({ channel, occasion, name }: PlaceIn<'channel'>, value: number): number {
  if (occasion === 'campaign') return value;
  const here = ratesOf({ channel, occasion }, {})[name].value;
  const campaign = ratesOf({ channel, occasion: 'campaign' }, {})[name].value;
  const isPlain = here === campaign || [0, 1].includes(here) || [0, 1].includes(campaign);
  return isPlain ? value : shiftOdds(campaign, here, value);
}

function paid(place: PlaceIn<'cost' | 'economics'>, value: number | undefined, policies: Policies): Policies {
  const before = policies.economics ?? {};
  const amount = value === undefined ? undefined : money(value);
  if (place.in === 'cost') {
    const costs = orNone(withPart(before.costs ?? {}, place.channel, amount));
    return withPart(policies, 'economics', orNone(withPart(before, 'costs', costs)));
  }
  const given =
    place.name === 'grossMargin' && value !== undefined
      ? { grossMargin: probability(value) }
      : { [place.name]: amount };
  return withPart(policies, 'economics', orNone(withParts(before, given)));
}

function edited(place: PlaceIn<'send' | 'handoff'>, value: number | undefined, journey: Journey): Edit {
  const step = journey.steps[place.step];
  if (place.in === 'handoff' && step?.kind === 'handoff')
    return { type: 'changeStep', id: place.step, step: handoffWith(step, place.name, value) };
  if (place.in === 'send' && step?.kind === 'message')
    return { type: 'changeStep', id: place.step, step: sendWith(step, place.name, value) };
  if (place.in === 'send' && step?.kind === 'escalate') {
    const rungs = step.rungs.map((rung, at) =>
      at === place.rung ? sendWith(rung, place.name, value) : rung,
    );
    return { type: 'changeStep', id: place.step, step: { ...step, rungs } };
  }
  throw new RangeError(`invalid place of an assumption: ${place.step}`);
}

function sendWith<S extends Omit<Send, 'channel'>>(
  send: S,
  name: PlaceIn<'send'>['name'],
  value: number | undefined,
): S {
  if (name === 'cost') return withParts(send, { cost: value === undefined ? undefined : money(value) });
  const given = value === undefined ? undefined : probability(value);
  const response = orNone(withPart(send.response ?? {}, name, given));
  return withParts(send, { response });
}

/** A hand-off always has a chance and a half-life; its value and cost may be left to the workspace. */
function handoffWith(
  step: HandoffStep,
  name: PlaceIn<'handoff'>['name'],
  value: number | undefined,
): HandoffStep {
  const { opportunity } = step;
  switch (name) {
    case 'winRate':
      return value === undefined
        ? step
        : { ...step, opportunity: { ...opportunity, winRate: probability(value) } };
    case 'halfLifeMinutes':
      return value === undefined
        ? step
        : { ...step, opportunity: { ...opportunity, halfLifeMinutes: minutes(Math.round(value)) } };
    case 'value':
      return {
        ...step,
        opportunity: withParts(opportunity, { value: value === undefined ? undefined : money(value) }),
      };
    case 'costPerHandoff':
      return withParts(step, { costPerHandoff: value === undefined ? undefined : money(value) });
  }
}

/** The same with one part given, or without it. */
function withPart<T extends object, K extends keyof T>(whole: T, name: K, part: T[K] | undefined): T {
  return withParts(whole, { [name]: part });
}

function withParts<T extends object>(whole: T, parts: Readonly<Record<string, unknown>>): T {
  const made: Record<string, unknown> = { ...whole, ...parts };
  for (const name of Object.keys(parts)) if (parts[name] === undefined) delete made[name];
  return made as T;
}

/** What says nothing is left out. */
function orNone<T extends object>(whole: T): T | undefined {
  return Object.keys(whole).length === 0 ? undefined : whole;
}
