import { describe, expect, it } from 'vitest';
import { stepsOnCycles } from '../../src/compile/cycles.ts';
import { distinctKeys, hash32 } from '../../src/compile/hash.ts';
import { minorDigits, minorUnits } from '../../src/compile/money.ts';
import { localToUtc, zoneTables } from '../../src/compile/zones.ts';
import { offsetAt } from '../../src/journey/zoneOffset.ts';

describe('steps on cycles', () => {
  it.each([
    ['a line', [[1], [2], []], []],
    ['a loop and its way in and out', [[1], [2], [1, 3], []], [1, 2]],
    ['a step that leads to itself', [[0]], [0]],
    ['two loops that share a step', [[1, 2], [0], [0]], [0, 1, 2]],
    ['dangling exits', [[-1, 1], [-1]], []],
    ['steps that nothing leads to', [[], [2], [1]], [1, 2]],
  ])('%s', (_, targets, expected) => {
    expect(stepsOnCycles(targets).flatMap((cyclic, step) => (cyclic ? [step] : []))).toEqual(expected);
  });

  it('does not overflow on a thousand steps in a row', () => {
    const targets = Array.from({ length: 1_000 }, (_, step) => [(step + 1) % 1_000]);
    expect(stepsOnCycles(targets).every(Boolean)).toBe(true);
  });
});

describe('keys', () => {
  it('are all different, even where hashes collide', () => {
    const names = ['welcome', 'welcome', 'goodbye', 'welcome'];
    const keys = distinctKeys(names);
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe(hash32('welcome'));
  });

  it('spread near names over all 32 bits', () => {
    const high = new Set(Array.from({ length: 4_096 }, (_, i) => hash32(`step-${i}`) >>> 24));
    expect(high.size).toBe(256);
  });
});

describe('money', () => {
  it.each([
    ['USD', 12.5, 1250],
    ['JPY', 12.4, 12],
    ['KWD', 1.2345, 1235],
  ])('%s', (currency, amount, minor) => expect(minorUnits(amount, currency)).toBe(minor));
  it('knows how many digits a currency has', () =>
    expect(['USD', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3]));
});

describe('zone tables', () => {
  const epoch = Date.parse('2026-01-01T00:00:00Z') / 60_000;

  it.each([
    'Europe/Stockholm',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Africa/Casablanca',
    'Pacific/Chatham',
  ])('%s agrees with the platform at every hour of a year', (zone) => {
    const { offsets, firstQuarter } = zoneTables([zone], epoch, 365 * 1440);
    for (let hour = 0; hour < 365 * 24; hour++) {
      const minute = epoch + hour * 60;
      expect(offsets[minute / 15 - firstQuarter]).toBe(offsetAt(zone, minute));
    }
  });

  it('turns local clock times into instants', () => {
    expect(localToUtc('America/New_York', epoch + 1440)).toBe(epoch + 1440 + 300);
    expect(localToUtc('UTC', epoch)).toBe(epoch);
  });
});
