import type { ForcedAnswer } from '../compile/program.ts';
import type { ExitName, Journey, StepId } from '../journey/journey.ts';

/** One contact's way through the open journey, told already: the canvas lights it and says what it is given. */
export interface LitWay {
  /** As it was when she went. */
  readonly journey: Journey;
  /** Whose way it is. */
  readonly whose: string;
  /** In the order in which she comes to them; at least one. */
  readonly moments: readonly LitMoment[];
  readonly story: ToldStory;
}

/** One pass of the contact through a step. */
export interface LitMoment {
  readonly step: StepId;
  /** The link she took on; undefined: she took none. */
  readonly exit: ExitName | undefined;
  /** When she came, in few words. */
  readonly time: string;
  /** Why a message was not sent to her there. */
  readonly unsent: string | undefined;
  readonly lines: readonly ToldLine[];
}

/** Something that happened to her. */
export interface ToldLine {
  readonly time: string;
  readonly words: string;
  readonly why: string | undefined;
  /** How likely it was, what luck said, and whether it came to be. */
  readonly odds: readonly ToldOdds[];
}

export interface ToldOdds {
  readonly name: string;
  readonly chance: string;
  readonly luck: string;
  readonly happens: boolean;
}

/** The story that a way was lit from, so that one comes back to it as it was left. */
export interface ToldStory {
  /** Of the address: the contact's number, counted from 1. */
  readonly part: string | undefined;
  /** Somebody made up, by column. */
  readonly madeUp?: MadeUpScene;
  /** Another answer of hers that was looked at. */
  readonly forced?: ForcedAnswer | undefined;
}

export const LUCK_KINDS = ['typical', 'lucky', 'unlucky', 'own'] as const;
/** One of many lucks, chosen by what comes of it, or by number. */
export type Luck = (typeof LUCK_KINDS)[number];

export interface MadeUpScene {
  readonly form: Readonly<Record<string, string>>;
  readonly luck: Luck;
  readonly number: number;
}
