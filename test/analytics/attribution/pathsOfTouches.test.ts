import { describe, expect, it } from 'vitest';
import { NO_GROUP, type CreditPaths } from '../../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit, perClaimant } from '../../../src/analytics/attribution/heuristicCredit.ts';
import { DEFAULT_SETTINGS } from '../../../src/analytics/attribution/heuristics.ts';
import { pathsOfTouches, type TouchReading } from '../../../src/analytics/attribution/pathsOfTouches.ts';
import { GROUPS, GROUP_FIELDS, TOUCH, TOUCH_LEVELS, type PathColumns } from '../../../src/engine/results.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import { readFileSync } from 'node:fs';
import { synthesise } from '../../../src/audience/synthesise.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { run, tryCompileAll } from '../../support/simulate.ts';

const DAY = 1440;
const sends = [
  { step: 'hello', channel: 'email', opensReported: true },
  { step: 'remind', channel: 'sms', opensReported: false },
  { step: 'ladder', channel: 'email', opensReported: true },
];
const none = { from: Uint32Array.of(0), send: new Uint16Array(0), times: new Float64Array(0) };
const seen = { from: Uint32Array.of(0, 1, 3), send: Uint16Array.of(0, 0, 1), times: Float64Array.of(40, 7) };

/** Contact 5 gets an e-mail on day 0, opens it on day 1, clicks on day 2, gets an SMS on day 6 and buys on day 9; contact 8 just buys. */
const touches: PathColumns = {
  contact: Uint32Array.of(5, 8),
  minute: Int32Array.of(9 * DAY, 3 * DAY),
  valueMinor: Float64Array.of(12_345, 500),
  from: Uint32Array.of(0, 4, 4),
  send: Uint16Array.of(0, 0, 0, 1),
  kind: Uint8Array.of(TOUCH.delivered, TOUCH.opened, TOUCH.clicked, TOUCH.delivered),
  touchMinute: Int32Array.of(0, DAY, 2 * DAY, 6 * DAY),
  without: { clicked: none, seen, delivered: none },
};
const reading: TouchReading = {
  credited: 'channel',
  level: 'seen',
  lookBackDays: undefined,
  ...{ seed: 1, minorPerUnit: 100 },
};
const read = (change: Partial<TouchReading> = {}): CreditPaths =>
  pathsOfTouches(touches, sends, { ...reading, ...change });
const rowOf = ({ from, claimant, claimants }: CreditPaths, row: number): readonly string[] =>
  [...claimant.subarray(from[row], from[row + 1])].map((at) => claimants[at]!);

describe('a run’s touches', () => {
  it('become a row for each conversion and one for each sequence that nothing followed', () => {
    const paths = read();
    expect(paths.claimants).toEqual(['email', 'sms']);
    expect([0, 1, 2, 3].map((row) => rowOf(paths, row))).toEqual([
      ['email', 'sms'],
      [],
      ['email'],
      ['email', 'sms'],
    ]);
    expect([...paths.conversions]).toEqual([1, 1, 0, 0]);
    expect([...paths.value]).toEqual([123.45, 5, 0, 0]);
    expect([...paths.nulls]).toEqual([0, 0, 40, 7]);
    expect([...paths.ageDays].slice(0, 2)).toEqual([8, 3]);
    expect([...paths.group].slice(2)).toEqual([NO_GROUP, NO_GROUP]);
  });

  it('count a message once, by the level of touch', () => {
    expect(rowOf(read({ level: 'delivered' }), 0)).toEqual(['email', 'sms']);
    expect(rowOf(read({ level: 'clicked' }), 0)).toEqual(['email']);
    expect([...read({ level: 'clicked' }).ageDays]).toEqual([7]);
    expect([...read({ level: 'delivered' }).ageDays]).toEqual([9, 3]);
  });

  it('are dropped when they are older than the look-back window, the last minute of which counts', () => {
    expect(rowOf(read({ lookBackDays: 8 }), 0)).toEqual(['email', 'sms']);
    expect(rowOf(read({ lookBackDays: 7 }), 0)).toEqual(['sms']);
    const gone = read({ lookBackDays: 2 });
    expect(rowOf(gone, 0)).toEqual([]);
    expect([...perClaimant(heuristicCredit('last', gone, DEFAULT_SETTINGS).conversions)]).toEqual([0, 0, 2]);
  });

  it('may be credited to channels, steps or messages', () => {
    expect(read({ credited: 'step' }).claimants).toEqual(['hello', 'remind', 'ladder']);
    expect(read({ credited: 'message' }).claimants).toEqual(['0', '1', '2']);
    expect(rowOf(read({ credited: 'step' }), 3)).toEqual(['hello', 'remind']);
  });
});

describe('the touches of a real run', () => {
  const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
  if (!parsed.ok) throw new Error('the sample does not parse');
  const audience = synthesise(3_000, 1);
  const compiled = tryCompileAll([parsed.journey], audience, NO_POLICIES, { detail: true });
  if (!compiled.ok) throw new Error('the sample does not compile');
  const { program } = compiled;
  const [counted] = run(program, { contacts: 3_000, seed: 4, audience }).journeys;
  const runSends = program.journeys[0]!.sends.map(({ step, channel, opensReported }) => ({
    ...{ step: program.journeys[0]!.steps[step]!.id, channel: program.channels[channel]!, opensReported },
  }));

  it('stand in the groups that the run counted its conversions in', () => {
    for (const level of TOUCH_LEVELS) {
      const paths = pathsOfTouches(counted!.detail!.paths, runSends, { ...reading, level, seed: 4 });
      const byGroup = new Float64Array(GROUPS);
      paths.conversions.forEach((count, row) => {
        if (count > 0) byGroup[paths.group[row]!]! += count;
      });
      const at = GROUP_FIELDS.indexOf('conversions') * GROUPS;
      expect(byGroup).toEqual(counted!.groups.slice(at, at + GROUPS));
    }
  });
});
