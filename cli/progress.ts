import { performance } from 'node:perf_hooks';

export interface Line {
  /** A terminal: the line may be written over. */
  readonly isTTY: boolean;
  write(text: string): void;
}

export interface Meter {
  show(share: number): void;
  clear(): void;
}

/** Nothing is said about runs that are over at once, unless somebody watches. */
const PATIENCE_SECONDS = 0.5;
const SECONDS_BETWEEN_LINES = 1;

/** How far a run is and how long it may still take; one line on a terminal, else a line a second. */
export function makeMeter(line: Line, now: () => number = () => performance.now() / 1000): Meter {
  const begin = now();
  let last = begin + PATIENCE_SECONDS - SECONDS_BETWEEN_LINES;
  let shown = false;
  return {
    show(share) {
      const at = now();
      if (!line.isTTY && at - last < SECONDS_BETWEEN_LINES) return;
      last = at;
      shown = true;
      const words = `Simulating … ${Math.floor(share * 100)} %${timeLeft(share, at - begin)}`;
      line.write(line.isTTY ? `\r${words}\u001B[K` : `${words}\n`);
    },
    clear() {
      if (line.isTTY && shown) line.write('\r\u001B[K');
    },
  };
}

function timeLeft(share: number, seconds: number): string {
  if (share <= 0 || share >= 1) return '';
  const left = (seconds * (1 - share)) / share;
  return left < 90 ? `, about ${Math.ceil(left)} s left` : `, about ${Math.ceil(left / 60)} min left`;
}
