import { describe, expect, it } from 'vitest';
import {
  causalShapley,
  type CausalRequest,
} from '../../../../src/analytics/attribution/shapley/causalShapley.ts';
import { shapley } from '../../../../src/analytics/attribution/shapley/shapley.ts';
import { makeLuck } from '../../luck.ts';

const GROUPS = 16;
const contacts = new Float64Array(GROUPS).fill(50);
const PEOPLE = 800;

/** A made-up simulation: channels add, pairs help each other, and groups of contacts differ. */
function made(channels: number, seed: number) {
  const luck = makeLuck(seed);
  const alone = Float64Array.from({ length: channels }, () => luck.uniform() * 10);
  const together = Float64Array.from({ length: channels * channels }, () => luck.normal());
  const groups = Float64Array.from({ length: GROUPS }, () => 0.5 + luck.uniform());
  const ran: number[] = [];
  const valueOf = (on: number): Promise<Float64Array> => {
    ran.push(on);
    let value = 100;
    for (let a = 0; a < channels; a++) {
      if ((on & (1 << a)) === 0) continue;
      value += alone[a]!;
      for (let b = 0; b < a; b++) if (on & (1 << b)) value += together[a * channels + b]!;
    }
    return Promise.resolve(groups.map((group) => group * value));
  };
  const request: CausalRequest = { channels, contacts, valueOf, moreSquares: 0, seed };
  return { request, ran };
}

const sumOf = (of: Float64Array) => of.reduce((total, value) => total + value, 0);

describe('causal Shapley values', () => {
  it('of up to eight channels run every set once and are exact', async () => {
    const { request, ran } = made(6, 1);
    const told: number[] = [];
    const { perContact, exact, runs } = await causalShapley({
      ...request,
      onProgress: (done, of) => told.push(done / of),
    });
    expect(exact).toBe(true);
    expect(runs).toBe(64);
    expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, set) => set));
    expect(told).toEqual(Array.from({ length: 64 }, (_, at) => (at + 1) / 64));
    const game = await Promise.all(ran.toSorted((a, b) => a - b).map((on) => request.valueOf(on)));
    const values = shapley(Float64Array.from(game, sumOf));
    perContact.forEach(({ value }, channel) => expect(value * PEOPLE).toBeCloseTo(values[channel]!, 9));
  });

  it('sum to what all channels bring together', async () => {
    for (const channels of [1, 5, 9]) {
      const { request } = made(channels, channels);
      const { perContact } = await causalShapley(request);
      const [none, all] = [await request.valueOf(0), await request.valueOf(2 ** channels - 1)];
      const sum = perContact.reduce((total, { value }) => total + value, 0);
      expect(sum * PEOPLE).toBeCloseTo(sumOf(all) - sumOf(none), 8);
    }
  });

  it('of more channels come from drawn orders, near the exact ones and with the spread of the draws', async () => {
    const { request, ran } = made(10, 2);
    const { perContact, exact, runs } = await causalShapley(request);
    expect(exact).toBe(false);
    expect(new Set(ran).size).toBe(ran.length);
    expect(runs).toBe(ran.length);
    const game = new Float64Array(1 << 10);
    for (let on = 0; on < game.length; on++) game[on] = sumOf(await request.valueOf(on));
    // Pairs only: an order and its reverse meet each pair once, so what is drawn is exact here.
    shapley(game).forEach((value, channel) =>
      expect(perContact[channel]!.value * PEOPLE).toBeCloseTo(value, 8),
    );
    for (const { low, value, high } of perContact)
      expect([low <= value, value <= high]).toEqual([true, true]);
  });

  it('hold the truth with the interval of drawn orders where three channels need each other', async () => {
    const valueOf = (on: number) =>
      Promise.resolve(
        contacts.map((count) => ((on & 7) === 7 ? count : 0) + ((on & 0x18) === 0x18 ? count : 0)),
      );
    const truth = [1 / 3, 1 / 3, 1 / 3, 1 / 2, 1 / 2, 0, 0, 0, 0];
    let held = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { perContact } = await causalShapley({ channels: 9, contacts, valueOf, moreSquares: 0, seed });
      for (const channel of [0, 1, 2]) {
        const { low, high } = perContact[channel]!;
        if (low <= truth[channel]! && truth[channel]! <= high) held++;
      }
      expect(perContact[8]!.value).toBe(0);
    }
    expect(held / 300).toBeGreaterThan(0.91);
    expect(held / 300).toBeLessThan(0.99);
  });

  it('fail as a run fails', async () => {
    const { request } = made(3, 1);
    const valueOf = (on: number) => (on === 5 ? Promise.reject(new Error('stopped')) : request.valueOf(on));
    await expect(causalShapley({ ...request, valueOf })).rejects.toThrow('stopped');
  });
});
