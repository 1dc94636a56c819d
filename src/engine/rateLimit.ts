/** Places in windows of `perMinutes` from minute 0. */
export class RateLimit {
  readonly #max: number;
  readonly #perMinutes: number;
  readonly #taken: Int32Array;
  /** A later window to look at instead of a full one; itself while it has room. Shortened as it is followed. */
  readonly #free: Int32Array;

  constructor({ max, perMinutes }: { readonly max: number; readonly perMinutes: number }, endMinute: number) {
    this.#max = max;
    this.#perMinutes = perMinutes;
    const windows = Math.floor(endMinute / perMinutes) + 2;
    this.#taken = new Int32Array(windows);
    this.#free = Int32Array.from({ length: windows }, (_, k) => k);
  }

  /** `t` when its window has room, else the first minute of the next window that has. Beyond the run's end there always is. */
  roomFrom(t: number): number {
    const own = Math.floor(t / this.#perMinutes);
    if (own >= this.#free.length - 1) return t;
    const window = this.#find(own);
    return window === own ? t : window * this.#perMinutes;
  }

  take(t: number): void {
    const window = Math.min(Math.floor(t / this.#perMinutes), this.#taken.length - 1);
    const taken = this.#taken[window]! + 1;
    this.#taken[window] = taken;
    if (taken >= this.#max && window + 1 < this.#free.length) this.#free[window] = window + 1;
  }

  #find(from: number): number {
    const free = this.#free;
    let window = from;
    while (free[window] !== window) {
      free[window] = free[free[window]!]!;
      window = free[window]!;
    }
    return window;
  }
}
