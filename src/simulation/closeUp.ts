import { playbackOf } from '../analytics/playbackOf.ts';
import type { CloseUp, Who } from '../analytics/stories/closeUp.ts';
import { contactOdds } from '../analytics/stories/sendOdds.ts';
import type { ForcedAnswer, Program } from '../compile/program.ts';
import type { ContactRange } from '../engine/protocol.ts';
import type { Results } from '../engine/results.ts';
import { partition } from './partition.ts';

/** What to run to see somebody closely. */
export interface CloseUpPlan {
  readonly program: Program;
  readonly parts: readonly ContactRange[];
}

interface Among {
  /** So many of so many are simulated together where contacts depend on each other. */
  readonly contacts: number;
  readonly rows: number;
  readonly forced?: readonly ForcedAnswer[];
}

/** Contacts who share nothing have their stories alone; others only among all with whom they share. */
export function planCloseUp(program: Program, who: Who, { contacts, rows, forced = [] }: Among): CloseUpPlan {
  const telling = (stories: number, base: Program = program): Program => ({
    ...base,
    outputs: { ...base.outputs, stories },
    ...(forced.length > 0 && { forced }),
  });
  if (who.kind === 'madeUp')
    return { program: telling(who.to - who.from, openToAll(program)), parts: alone(program, who) };
  const { number } = who;
  if (isApart(program))
    return {
      program: telling(1),
      parts: [{ kind: 'range', from: number, to: number + 1, of: Math.max(rows, number + 1) }],
    };
  const together = Math.min(contacts, rows);
  return { program: telling(together), parts: partition(together, rows, 1) };
}

/** Whether a contact has the same story whoever else is there. */
function isApart({ chronological, journeys }: Program): boolean {
  return !chronological && journeys.every(({ entryCap }) => entryCap < 0);
}

/** Somebody made up takes nobody's place. */
function openToAll(program: Program): Program {
  return { ...program, journeys: program.journeys.map((journey) => ({ ...journey, entryCap: -1 })) };
}

/** Each luck alone: nobody takes an agent or a budget from herself. */
function alone(
  { chronological }: Program,
  { from, to }: { readonly from: number; readonly to: number },
): ContactRange[] {
  if (!chronological) return [{ kind: 'range', from, to, of: to }];
  return Array.from({ length: to - from }, (_, k) => ({
    kind: 'range',
    from: from + k,
    to: from + k + 1,
    of: to,
  }));
}

interface Told {
  readonly program: Program;
  readonly results: Results;
  readonly seed: number;
  readonly who: Who;
  readonly audienceRows: number;
  readonly machine: boolean | undefined;
}

/** Undefined: the contact is not among those who were simulated together. */
export function closeUpOf({ program, results, seed, who, audienceRows, machine }: Told): CloseUp | undefined {
  const playback = playbackOf({ program, results, audienceRows });
  const contacts = [...playback.people.entries()]
    .filter(([, number]) => who.kind === 'madeUp' || number === who.number)
    .map(([place, number]) => ({
      place,
      number,
      odds: contactOdds({ program, seed, playback, place, machine }),
    }));
  if (contacts.length === 0) return undefined;
  return { playback, contacts };
}
