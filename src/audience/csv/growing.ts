import type { Budget } from './budget.ts';

const FIRST_LENGTH = 4096;

/** A typed array that grows. Each growth is paid from the budget before it happens. */
export class Growing<T extends Float64Array | Uint32Array> {
  length = 0;
  private values: T;
  private readonly make: (length: number) => T;
  private readonly budget: Budget;
  private readonly owner: string;

  /** `owner`: the column's name, for the refusal. */
  constructor(make: (length: number) => T, budget: Budget, owner: string) {
    this.make = make;
    this.budget = budget;
    this.owner = owner;
    this.values = make(0);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }

  get(index: number): number {
    return this.values[index]!;
  }

  /** The values so far, in a buffer of their own that fits exactly. The growing one is let go; it stays paid for. */
  finish(): T {
    const fitting = this.values.slice(0, this.length) as T;
    this.values = this.make(0);
    return fitting;
  }

  free(): void {
    this.budget.release(this.values.byteLength);
    this.values = this.make(0);
    this.length = 0;
  }

  private grow(): void {
    const length = Math.max(FIRST_LENGTH, this.values.length * 2);
    this.budget.reserve((length - this.values.length) * this.values.BYTES_PER_ELEMENT, this.owner);
    const larger = this.make(length);
    larger.set(this.values);
    this.values = larger;
  }
}
