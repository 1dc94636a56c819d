import type { Browser, Page } from '@playwright/test';

/** What an action cost the main thread of a page, from the browser's own trace. */
export interface Traced {
  /** All of the main thread's tasks, in milliseconds. */
  readonly taskMs: number;
  /** The processor time in them: less where the machine gave the thread no core. */
  readonly processorMs: number;
  /** From the first mark to the second. */
  readonly heldMs: number;
  readonly frames: number;
  /** Of the frames: those before which the main thread worked for no longer than a sixtieth of a second. */
  readonly within: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as all times here. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const CATEGORIES = [
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];
const [BEGIN, END] = ['bench:begin', 'bench:end'];
const FRAME_MS = 1000 / 60;

/** Runs the action and answers what it cost. Marks of the page say which thread is its main one and from when until when it counts. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Traced> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let buffer: Buffer;
  try {
    await page.evaluate(`performance.mark('${BEGIN}')`);
    await act();
    await page.evaluate(`performance.mark('${END}')`);
  } finally {
    buffer = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(buffer.toString('utf8')) as { readonly traceEvents: TraceEvent[] };
  return costOf(traceEvents);
}

function costOf(events: readonly TraceEvent[]): Traced {
  const begin = events.find(({ name }) => name === BEGIN);
  const end = events.find(({ name }) => name === END);
  if (!begin || !end) throw new Error('the trace has no marks');
  const isWithin = ({ ts }: TraceEvent) => ts >= begin.ts && ts < end.ts;
  const tasks = outermost(
    events.filter(
      (event) =>
        event.name === 'RunTask' &&
        event.ph === 'X' &&
        event.pid === begin.pid &&
        event.tid === begin.tid &&
        isWithin(event),
    ),
  );
  const drawn = events
    .filter((event) => event.name === 'DrawFrame' && event.pid === begin.pid && isWithin(event))
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  if (tasks.length === 0 || drawn.length === 0)
    throw new Error(`the trace has ${tasks.length} tasks and ${drawn.length} frames`);
  const total = (field: 'dur' | 'tdur') => tasks.reduce((sum, task) => sum + (task[field] ?? 0), 0) / 1000;
  return {
    taskMs: total('dur'),
    processorMs: total('tdur'),
    heldMs: (end.ts - begin.ts) / 1000,
    frames: drawn.length,
    within: drawn.length - lateFrames(tasks, drawn),
  };
}

/** Tasks that are not part of another, in their order. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let until = 0;
  return tasks
    .toSorted((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < until) return false;
      until = ts + dur;
      return true;
    });
}

/** How many frames had more work on the main thread since the frame before them than fits one sixtieth of a second. */
function lateFrames(tasks: readonly TraceEvent[], drawn: readonly number[]): number {
  let late = 0;
  let next = 0;
  for (const at of drawn) {
    let work = 0;
    for (; next < tasks.length && tasks[next]!.ts < at; next++) work += tasks[next]!.dur ?? 0;
    if (work / 1000 > FRAME_MS) late++;
  }
  return late;
}
