import type { ForcedAnswer, Program, ProgramSend, ProgramStep } from '../../compile/program.ts';
import { draw, occasion, PURPOSE, second } from '../../engine/random.ts';
import { STORY_KINDS, type Playback } from '../playback.ts';
import { Pressure } from './pressure.ts';
import { traitsOf, type Traits } from './traits.ts';

/** It happens where what was drawn is below the chance; both 0–1. */
export interface Odds {
  readonly chance: number;
  readonly drawn: number;
}

/** What could have come of one message to one contact, and what luck said. */
export interface SendOdds {
  readonly delivered: Odds;
  /** Of what was delivered. */
  readonly opened: Odds;
  /** Had it been opened, when it was (or would have been). */
  readonly clicked: Odds;
  /** Had it been clicked. */
  readonly converted: Odds;
  readonly unsubscribed: Odds;
  /** Bin of the pressure under which it was sent, and of that without any of this run's messages. */
  readonly pressureBin: number;
  readonly restBin: number;
}

export interface OddsRequest {
  readonly program: Program;
  readonly seed: number;
  readonly playback: Playback;
  /** Place in the playback. */
  readonly place: number;
  /** What the audience says of machines that open her e-mail; undefined: nothing. */
  readonly machine?: boolean | undefined;
}

/** What chance made of a contact, and the odds of every message that went out to her, by its row among the stories. */
export interface ContactOdds {
  readonly traits: Traits;
  readonly sends: ReadonlyMap<number, SendOdds>;
}

const TWO_32 = 4_294_967_296;
/** Apart in the key of a delivery, as in the engine. */
const CHANNEL_SALT = 0x9e3779b9;

/** From the very tables and draws that the engine decides by; of a journey alone in its run. */
export function contactOdds({ program, seed, playback, place, machine }: OddsRequest): ContactOdds {
  const { stories } = playback;
  const journey = program.journeys[0]!;
  const contact = playback.people[place]!;
  const who: Drawing = { seed, contact, traits: traitsOf(program, seed, { contact, machine }) };
  const pressure = new Pressure(program.response);
  const sends = new Map<number, SendOdds>();
  let entry = -1;
  let arrivals = new Map<number, number>();
  for (let row = stories.from[place]!; row < stories.from[place + 1]!; row++) {
    const [kind, subject] = [STORY_KINDS[stories.kind[row]!], stories.subject[row]!];
    if (kind === 'enters') {
      entry++;
      arrivals = new Map();
    } else if (kind === 'arrives') arrivals.set(subject, (arrivals.get(subject) ?? 0) + 1);
    else if (kind === 'sent') {
      const send = journey.sends[subject]!;
      const step = journey.steps[send.step]!;
      const pass = step.counter < 0 ? 0 : arrivals.get(send.step)! - 1;
      const bin = pressure.send(stories.minute[row]!, send.pressure);
      const odds = oddsOf(who, { send, step, entry, pass, bin, restBin: pressure.restBin });
      const minute = stories.minute[row]!;
      const answer = program.forced?.find(
        (one) => one.contact === contact && one.send === subject && one.minute === minute,
      );
      sends.set(row, answer ? withAnswer(odds, answer) : odds);
    }
  }
  return { traits: who.traits, sends };
}

/** Where an answer was forced, other luck stands in the place of what was drawn. */
function withAnswer(odds: SendOdds, { does }: ForcedAnswer): SendOdds {
  const forced = (stage: Odds, happens: boolean): Odds => ({ ...stage, drawn: happens ? 0 : 1 });
  if (does === 'ignores') return { ...odds, opened: forced(odds.opened, false) };
  return {
    ...odds,
    delivered: forced(odds.delivered, true),
    opened: forced(odds.opened, true),
    ...(does === 'clicks' && { clicked: forced(odds.clicked, true) }),
  };
}

interface Drawing {
  readonly seed: number;
  readonly contact: number;
  readonly traits: Traits;
}

interface Sending {
  readonly send: ProgramSend;
  readonly step: ProgramStep;
  readonly entry: number;
  readonly pass: number;
  readonly bin: number;
  readonly restBin: number;
}

function oddsOf(
  { seed, contact, traits }: Drawing,
  { send, step, entry, pass, bin, restBin }: Sending,
): SendOdds {
  const { engagement, propensity, deadWord } = traits;
  const words = (purpose: number, salt = 0): readonly [number, number] => [
    draw(seed | 0, (step.key + salt) | 0, contact, occasion(entry, pass, purpose)),
    second(),
  ];
  const [delivery] = words(PURPOSE.DELIVERY, (send.channelKey + 1) * CHANNEL_SALT);
  const [opening, delay] = words(PURPOSE.OPENING);
  const [leaving, clicking] = words(PURPOSE.ANSWERING);
  const [converting] = words(PURPOSE.CONVERTING);
  const isDead = deadWord < send.hardBounceThreshold;
  return {
    delivered: threshold(isDead ? 0 : send.deliveredThreshold, delivery),
    opened: accepted(send.openOdds[engagement]! * send.openFatigue[bin]!, opening),
    clicked: accepted(
      send.clickOdds[engagement]! * send.clickFatigue[bin]! * (send.clickDelayFactor[delay >>> 25] ?? 1),
      clicking,
    ),
    converted: threshold(send.conversionThreshold[propensity]!, converting),
    unsubscribed: accepted(send.unsubscribeOdds[engagement]! * send.unsubscribeFatigue[bin]!, leaving),
    pressureBin: bin,
    restBin,
  };
}

function accepted(odds: number, word: number): Odds {
  return { chance: odds / (1 + odds), drawn: word / TWO_32 };
}

function threshold(below: number, word: number): Odds {
  return { chance: below / TWO_32, drawn: word / TWO_32 };
}
