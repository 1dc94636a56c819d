import type { EntryOp, Program, ProgramJourney } from '../../src/compile/program.ts';
import { draw, occasion, PURPOSE } from '../../src/engine/random.ts';
import { quantile } from './answers.ts';
import { Clock, clockMinutesFor, DAY, startOfDay } from './clock.ts';

export interface Triggered {
  readonly seed: number;
  readonly contact: number;
  readonly zone: number;
  readonly input: (at: number) => number;
}

/** Every minute of the run at which a contact is asked into a journey, ascending. */
export function triggerMinutes(program: Program, journey: ProgramJourney, who: Triggered): number[] {
  const { key, op } = journey.steps[journey.entryStep]!;
  if (op.op !== 'entry') throw new Error('the entry step is none');
  const spread = (minute: number, event: number) => {
    const word = draw(who.seed, key, who.contact, occasion(0, event % 4096, PURPOSE.SPREAD));
    return minute + Math.floor((word / 2 ** 32) * op.spreadMinutes);
  };
  const minutes = minutesOf(program, journey, who, { key, trigger: op.trigger });
  const spreads = op.trigger.type === 'once' || op.trigger.type === 'schedule';
  const due = spreads ? minutes.map(spread) : minutes;
  return due
    .filter((minute) => minute >= journey.startMinute && minute < journey.horizonMinute)
    .sort((a, b) => a - b);
}

function minutesOf(
  program: Program,
  { startMinute, horizonMinute, zone: journeyZone }: ProgramJourney,
  { seed, contact, zone, input }: Triggered,
  { key, trigger }: { key: number; trigger: EntryOp['trigger'] },
): number[] {
  const clock = new Clock(program);
  switch (trigger.type) {
    case 'once':
      return [startMinute];
    case 'schedule': {
      const minutes: number[] = [];
      const due = (day: number) => clock.reached(journeyZone, day + trigger.clock);
      let day = startOfDay(clock.local(journeyZone, startMinute));
      if (due(day) < startMinute) day += DAY;
      for (; due(day) < horizonMinute; day += trigger.everyDays * DAY) minutes.push(due(day));
      return minutes;
    }
    case 'events': {
      const minutes: number[] = [];
      const start = clock.local(zone, startMinute);
      let virtual = 0;
      for (let event = 0; ; event++) {
        const word = draw(seed, key, contact, event * 256 + PURPOSE.EVENT_GAP);
        virtual += quantile(program.response.exponential, word) * trigger.meanGap;
        const minute = startMinute + Math.floor(clockMinutesFor(virtual, start, trigger.warp));
        if (minute >= horizonMinute) return minutes;
        minutes.push(minute);
      }
    }
    case 'date': {
      const date = input(trigger.input);
      if (Number.isNaN(date)) return [];
      const local = trigger.floating ? date : clock.local(zone, Math.floor(date) - program.epoch);
      return [clock.reached(zone, startOfDay(local) + trigger.offsetDays * DAY + trigger.clock)];
    }
  }
}
