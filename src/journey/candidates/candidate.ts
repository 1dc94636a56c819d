import type { Channel } from '../channels.ts';
import type { Edit } from '../edits.ts';
import type { FactsSchema } from '../facts.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Policies } from '../policies.ts';

/** What kind of change it is, by its key in the catalogue. */
export const CANDIDATE_CODES = [
  'waitShorter',
  'waitLonger',
  'windowShorter',
  'windowLonger',
  'channel',
  'switchOff',
  'switchOn',
  'swapMessages',
  'swapRungs',
  'hourBefore',
  'hourOf',
  'armWeight',
  'holdoutSmaller',
  'reEntryAllowed',
  'reEntryForbidden',
  'cooldownShorter',
  'cooldownLonger',
  'entryCapOff',
  'exitOnConversion',
  'exitRuleOff',
  'capLooser',
  'capTighter',
  'capOff',
  'capAdded',
  'quietOn',
  'quietOff',
  'budgetMore',
] as const;
export type CandidateCode = (typeof CANDIDATE_CODES)[number];

/** A part of a candidate's words, with its unit: whoever shows it knows how to print it. */
export type CandidateValue =
  | { readonly minutes: number }
  /** From and to, in minutes. */
  | { readonly range: readonly [number, number] }
  | { readonly count: number }
  /** 0–1. */
  | { readonly share: number }
  | { readonly money: number }
  | { readonly channel: Channel | 'preferred' }
  /** A name, or a clock time. */
  | { readonly text: string };

/** Where a candidate makes its change: in the document, or in the rules of the workspace. */
export type CandidateChange =
  { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'policies'; readonly policies: Policies };

/** One change that may be worth making, as data: it can be applied, tried out and told in words. */
export interface Candidate {
  readonly code: CandidateCode;
  /** The step that it is about; absent: the journey or the workspace as a whole. */
  readonly step?: StepId;
  readonly values: Readonly<Record<string, CandidateValue>>;
  readonly change: CandidateChange;
}

/** What candidates are looked for in. */
export interface CandidateScope {
  readonly journey: Journey;
  readonly policies: Policies;
  readonly schema?: FactsSchema | undefined;
}
