import { PRESSURE_BINS, type ResponseTables } from '../../compile/program.ts';

/** The pressure that one contact is under, send by send, as the engine keeps it: everyone's own plus what is left of the run's. */
export class Pressure {
  readonly #tables: ResponseTables;
  #left = 0;
  #lastSend = 0;

  constructor(tables: ResponseTables) {
    this.#tables = tables;
  }

  /** Of somebody to whom this run has sent nothing. */
  get restBin(): number {
    return this.#tables.startPressure >> 8;
  }

  /** The bin of a send at this minute, which then adds its own. Minutes ascend. */
  send(minute: number, adds: number): number {
    const bin = (this.#tables.startPressure + this.#leftAt(minute)) >> 8;
    this.#left += adds;
    return Math.min(bin, PRESSURE_BINS - 1);
  }

  #leftAt(minute: number): number {
    const { pressureDecay } = this.#tables;
    const last = pressureDecay.length - 1;
    if (this.#left > 0) {
      let quarters = Math.floor((minute - this.#lastSend) / 15);
      for (; quarters > last; quarters -= last) this.#left *= pressureDecay[last]!;
      this.#left = Math.floor(this.#left * pressureDecay[quarters]!);
    }
    this.#lastSend = minute;
    return this.#left;
  }
}
