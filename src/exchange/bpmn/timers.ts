import { MAX_MINUTES } from '../../journey/schema/values.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { minutes, type Minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { plainIn, type Plain, plainsIn, textIn } from './plain.ts';

/** When a timer goes off: after a time or at a moment, in the words of ISO 8601 or an expression that answers with them. */
export interface Timer {
  readonly property: 'timeDuration' | 'timeDate' | 'timeCycle';
  readonly text: string;
}

/** `PT48H` is two days of 24 hours; days are written where it is a whole number of them. */
export function isoDuration(total: number): string {
  const days = Math.floor(total / MINUTES_PER_DAY);
  const hours = Math.floor((total % MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  const rest = total % MINUTES_PER_HOUR;
  const date = days > 0 ? `${days}D` : '';
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

const ISO =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?)?$/i;
/** Years, months, weeks, days, hours, minutes and seconds, in minutes. Years and months as planners count them. */
const SIZES = [
  365 * MINUTES_PER_DAY,
  30 * MINUTES_PER_DAY,
  7 * MINUTES_PER_DAY,
  MINUTES_PER_DAY,
  60,
  1,
  1 / 60,
];

/** Rounded to whole minutes, at most a century; undefined: no duration. */
export function durationOf(text: string): Minutes | undefined {
  const parts = ISO.exec(text.trim())?.slice(1);
  if (!parts) return undefined;
  const total = parts.reduce((sum, part, index) => sum + Number(part || 0) * (SIZES[index] ?? 0), 0);
  return minutes(Math.min(Math.round(total), MAX_MINUTES));
}

export function timerUntil(until: WaitUntil): Timer {
  switch (until.type) {
    case 'duration':
      return { property: 'timeDuration', text: isoDuration(until.minutes) };
    case 'daysAt':
      return moment('daysOn', until.days, until.at);
    case 'timeOfDay':
      return moment('timeOfDay', until.at);
    case 'weekday':
      return moment('weekday', until.weekday, ...(until.at === undefined ? [] : [until.at]));
    case 'date':
      return moment('dateIn', bare(until.column), until.offsetMinutes);
    case 'random':
      return {
        property: 'timeDuration',
        text: expression('between', isoDuration(until.from), isoDuration(until.to)),
      };
  }
}

function moment(service: string, ...values: readonly (string | number)[]): Timer {
  return { property: 'timeDate', text: expression(service, ...values) };
}

/** As `${environment.services.daysOn(1,"09:00")}`: engines ask when they come there. */
export function expression(service: string, ...values: readonly (string | number)[]): string {
  return `\${environment.services.${service}(${values.map((value) => JSON.stringify(value)).join(', ')})}`;
}

/** Expressions end at the first bracket, so names of columns are written as in addresses, with `%29` for `)`. */
export function bare(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function timerDefinition({ property, text }: Timer): Plain {
  return {
    $type: 'bpmn:TimerEventDefinition',
    [property]: { $type: 'bpmn:FormalExpression', body: text },
  };
}

/** The timer that an event waits for. */
export function timerIn(event: Plain): Timer | undefined {
  const definition = plainsIn(event, 'eventDefinitions').find(
    ({ $type }) => $type === 'bpmn:TimerEventDefinition',
  );
  for (const property of ['timeDuration', 'timeDate', 'timeCycle'] as const) {
    const text = textIn(plainIn(definition, property), 'body');
    if (text !== undefined) return { property, text };
  }
  return undefined;
}

export function sameTimer(a: Timer | undefined, b: Timer | undefined): boolean {
  return a?.property === b?.property && a?.text.trim() === b?.text.trim();
}
