import type { Program } from '../../src/compile/program.ts';
import { draw, occasion, PURPOSE } from '../../src/engine/random.ts';
import { quantile } from './answers.ts';
import { Clock, clockMinutesFor, DAY, startOfDay } from './clock.ts';

export interface Triggered {
  readonly seed: number;
  readonly contact: number;
  readonly zone: number;
  readonly input: (at: number) => number;
}

/** Every minute of the run at which a contact is asked in, ascending. */
export function triggerMinutes(program: Program, who: Triggered): number[] {
  const journey = program.journeys[0]!;
  const { key, op } = journey.steps[journey.entryStep]!;
  if (op.op !== 'entry') throw new Error('the entry step is none');
  const spread = (minute: number, event: number) => {
    const word = draw(who.seed, key, who.contact, occasion(0, event % 4096, PURPOSE.SPREAD));
    return minute + Math.floor((word / 2 ** 32) * op.spreadMinutes);
  };
  const minutes = minutesOf(program, who, { key, trigger: op.trigger });
  const spreads = op.trigger.type === 'once' || op.trigger.type === 'schedule';
  const due = spreads ? minutes.map(spread) : minutes;
  return due.filter((minute) => minute >= 0 && minute < journey.horizonMinute).sort((a, b) => a - b);
}

function minutesOf(
  program: Program,
  { seed, contact, zone, input }: Triggered,
  {
    key,
    trigger,
  }: { key: number; trigger: Extract<Program['journeys'][0]['steps'][0]['op'], { op: 'entry' }>['trigger'] },
): number[] {
  const { horizonMinute } = program.journeys[0]!;
  const clock = new Clock(program);
  switch (trigger.type) {
    case 'once':
      return [0];
    case 'schedule': {
      const minutes: number[] = [];
      let day = startOfDay(clock.local(0, 0));
      if (clock.reached(0, day + trigger.clock) < 0) day += DAY;
      for (; clock.reached(0, day + trigger.clock) < horizonMinute; day += trigger.everyDays * DAY) {
        minutes.push(clock.reached(0, day + trigger.clock));
      }
      return minutes;
    }
    case 'events': {
      const minutes: number[] = [];
      let virtual = 0;
      for (let event = 0; ; event++) {
        const word = draw(seed, key, contact, event * 256 + PURPOSE.EVENT_GAP);
        virtual += quantile(program.response.exponential, word) * trigger.meanGap;
        const minute = Math.floor(clockMinutesFor(virtual, clock.local(zone, 0), trigger.warp));
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
