import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/audience/audience.ts';
import { fingerprintOf } from '../../../src/exchange/rehearsal/fingerprintOf.ts';
import { readRehearsal } from '../../../src/exchange/rehearsal/readRehearsal.ts';
import { writeRehearsal } from '../../../src/exchange/rehearsal/writeRehearsal.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { days, probability } from '../../../src/journey/units.ts';
import type { Rehearsal } from '../../../src/state/exchangePort.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

function rehearsalOf(name: string): Rehearsal {
  const request = {
    journey: openSample(name),
    audience: { kind: 'sample', rows: 4000 },
    contacts: 1000,
    seed: 7,
    calibration: { clicked: probability(0.031) },
    policies: {
      ...NO_POLICIES,
      caps: [
        {
          id: 'weekly',
          max: 3,
          window: { kind: 'rolling', minutes: days(7) },
          zone: 'contact',
          scope: 'all',
          onCap: { kind: 'skip' },
        },
      ],
    },
  } as const;
  const outcome = forecastHere(request);
  if (!outcome.ok) throw new Error('the run did not work');
  return { ...request, showFor: 4000, finishedAt: 1_800_000_000_000, report: outcome.report };
}

describe.each(SAMPLE_NAMES)('a rehearsal of %s', (name) => {
  const rehearsal = rehearsalOf(name);

  it('is read back as it was written', () => {
    expect(readRehearsal(writeRehearsal(rehearsal))).toEqual({ ok: true, rehearsal });
  });

  it('has what a customer is worth as it was told', () => {
    const worth = { ...rehearsal, customerWorth: { marginPerMonth: 12.5, retention: 0.93 } };
    expect(readRehearsal(writeRehearsal(worth))).toEqual({ ok: true, rehearsal: worth });
  });

  it('makes the same numbers where it is opened', () => {
    const read = readRehearsal(writeRehearsal(rehearsal));
    if (!read.ok) throw new Error('not read');
    const { report, finishedAt: _, audience, ...rest } = read.rehearsal;
    if (audience.kind !== 'sample') throw new Error('it was the sample');
    expect(forecastHere({ ...rest, audience })).toEqual({ ok: true, report });
  });
});

describe('a file that is no rehearsal', () => {
  const text = writeRehearsal(rehearsalOf('welcome'));
  const changed = (change: (document: Record<string, unknown>) => void) => {
    const document = JSON.parse(text) as Record<string, unknown>;
    change(document);
    return JSON.stringify(document);
  };
  const reasons = (source: string) => {
    const read = readRehearsal(source);
    if (read.ok) throw new Error('it was read');
    return read.problems.map(({ words }) => words);
  };

  it.each([
    ['{', 'not whole JSON: at line 1'],
    ['[]', 'This is no rehearsal'],
    [changed((document) => (document['version'] = 2)), 'newer version of the app'],
    [changed((document) => (document['version'] = 'one')), '“version” must be 1'],
    [changed((document) => (document['contacts'] = 0)), '“contacts” is 0; it must be at least 1'],
    [changed((document) => (document['journey'] = {})), 'In “journey”: This is not a journey'],
    [changed((document) => (document['policies'] = { caps: 3 })), 'In “policies”'],
    [changed((document) => (document['calibration'] = { opend: 1 })), 'In “calibration”: “opend” is no rate'],
    [
      changed((document) => (document['report'] = { ...(document['report'] as object), totals: {} })),
      '“report.totals',
    ],
    [
      changed(
        (document) =>
          (document['audience'] = { kind: 'imported', name: 'x', rows: 1, columns: [], fingerprint: 'no' }),
      ),
      '“audience.fingerprint”',
    ],
    ['['.repeat(200), 'levels deep'],
  ])('is refused with a sentence', (source, words) => {
    expect(reasons(source).join(' ')).toContain(words);
  });

  it('tells several faults at once, and no more than twenty', () => {
    const many = reasons(
      changed((document) => {
        document['seed'] = 'x';
        document['contacts'] = -1;
        document['journey'] = 3;
      }),
    );
    expect(many).toHaveLength(3);
  });
});

describe('a fingerprint', () => {
  const list = (values: readonly number[], roles: Audience['roles'] = {}): Audience => ({
    id: 'a',
    name: 'Customers',
    rows: values.length,
    columns: [
      { name: 'spend', data: { type: 'number', values: Float64Array.from(values) } },
      {
        name: 'plan',
        data: { type: 'category', codes: Uint32Array.from(values, () => 0), dictionary: ['free'] },
      },
    ],
    roles,
  });

  it('is the same for the same list under another name', () => {
    const other = { ...list([1, NaN, 3]), id: 'b', name: 'Kunder' };
    expect(fingerprintOf(other)).toBe(fingerprintOf(list([1, NaN, 3])));
    expect(fingerprintOf(other)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another when a value, an order, a role or a name changes', () => {
    const { columns, ...rest } = list([1, 2, 3]);
    const renamed = { ...rest, columns: columns.map((column) => ({ ...column, name: `${column.name}!` })) };
    const all = [
      list([1, 2, 3]),
      list([1, 2, 4]),
      list([2, 1, 3]),
      list([1, 2]),
      list([1, 2, 3], { spend: 'score' }),
      renamed,
    ];
    expect(new Set(all.map(fingerprintOf)).size).toBe(all.length);
  });
});
