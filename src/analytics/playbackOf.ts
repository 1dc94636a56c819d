import type { Program, ProgramJourney } from '../compile/program.ts';
import { unsentReasons, type Results, type Trace } from '../engine/results.ts';
import { approximate } from './buildReport.ts';
import { STORY_KINDS, WAY, type Playback, type Stories, type Visits } from './playback.ts';

/** The only journey of a run that is played. */
const PLACE = 0;

export interface PlaybackRequest {
  readonly program: Program;
  /** With the stories of all its contacts. */
  readonly results: Results;
  readonly audienceRows: number;
}

/** Turns the traces of all contacts of a run into columns. */
export function playbackOf({ program, results, audienceRows }: PlaybackRequest): Playback {
  const [journey] = program.journeys;
  if (journey === undefined || program.journeys.length > 1)
    throw new RangeError(`a run that is played has one journey, not ${program.journeys.length}`);
  if (results.stories.traces.length !== results.contacts)
    throw new RangeError(
      `${results.stories.traces.length} traces are not those of ${results.contacts} contacts`,
    );
  const traces = results.stories.traces.toSorted((a, b) => a.contact - b.contact);
  return {
    epoch: program.epoch,
    endMinute: journey.horizonMinute,
    people: Uint32Array.from(traces, ({ contact }) => contact),
    audienceRows,
    ...approximate(program, results.contacts < audienceRows),
    steps: journey.steps.map(({ id, exits, targets }) => ({ id, exits, targets })),
    minorDigits: program.minorDigits,
    entryMinutes: entriesOf(traces),
    visits: visitsOf(traces, journey),
    stories: storiesOf(traces, program, journey),
  };
}

function entriesOf(traces: readonly Trace[]): Int32Array {
  const minutes = traces.flatMap(({ events }) =>
    events.filter(({ kind }) => kind === 'enters').map(({ minute }) => minute),
  );
  return Int32Array.from(minutes).sort();
}

function visitsOf(traces: readonly Trace[], { steps, horizonMinute }: ProgramJourney): Visits {
  const count = traces.reduce((sum, trace) => sum + arrivals(trace), 0);
  const from = new Uint32Array(traces.length + 1);
  const contact = new Uint32Array(count);
  const step = new Uint16Array(count);
  const arrive = new Int32Array(count);
  const leave = new Int32Array(count).fill(horizonMinute);
  const exit = new Int16Array(count).fill(WAY.STAYS);
  let row = 0;
  traces.forEach(({ events }, place) => {
    for (const { kind, minute, subject } of events) {
      if (kind === 'arrives') {
        contact[row] = place;
        step[row] = subject;
        arrive[row++] = minute;
      } else if (kind === 'leaves') {
        leave[row - 1] = minute;
        exit[row - 1] = subject;
      }
    }
    from[place + 1] = row;
  });
  const moves = Uint32Array.from(contact.keys()).filter((at) => {
    const way = exit[at]!;
    return way >= 0 && steps[step[at]!]!.targets[way]! >= 0;
  });
  // Stable, so that what one contact does in one minute stays in order.
  moves.sort((a, b) => leave[a]! - leave[b]! || a - b);
  return { from, contact, step, arrive, leave, exit, moves };
}

function arrivals({ events }: Trace): number {
  return events.reduce((sum, { kind }) => sum + (kind === 'arrives' ? 1 : 0), 0);
}

function storiesOf(
  traces: readonly Trace[],
  program: Program,
  { sends, horizonMinute }: ProgramJourney,
): Stories {
  const count = traces.reduce((sum, { events }) => sum + events.length, 0);
  const from = new Uint32Array(traces.length + 1);
  const kind = new Uint8Array(count);
  const minute = new Int32Array(count);
  const subject = new Int32Array(count);
  const value = new Float64Array(count);
  let at = 0;
  traces.forEach(({ events }, place) => {
    for (const event of events) {
      if (event.minute > horizonMinute || event.journey > PLACE) continue;
      kind[at] = STORY_KINDS.indexOf(event.kind);
      minute[at] = event.minute;
      subject[at] = event.subject;
      value[at++] = event.value;
    }
    from[place + 1] = at;
  });
  return {
    from,
    kind: kind.slice(0, at),
    minute: minute.slice(0, at),
    subject: subject.slice(0, at),
    value: value.slice(0, at),
    sends: sends.map(({ step, channel }) => ({ step, channel: program.channels[channel]! })),
    reasons: unsentReasons(program),
  };
}
