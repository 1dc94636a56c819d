import { beforeAll, describe, expect, it } from 'vitest';
import { sweepables } from '../../../../src/compile/sweep/sweepables.ts';
import type { Design } from '../../../../src/compile/response/assumption.ts';
import { inTurn } from '../../../../src/features/compare-runs/work/inTurn.ts';
import {
  FRESH_SEEDS,
  isNow,
  LOOKS,
  runSweep,
  valuesAt,
  type SweepQuestion,
  type SweepResult,
  type SweptAxis,
} from '../../../../src/features/compare-runs/sweep/runSweep.ts';
import {
  adoptable,
  changesAt,
  readSweep,
  sweepFinding,
} from '../../../../src/features/compare-runs/sweep/sweepFinding.ts';
import {
  placeWords,
  sweepDoubts,
  sweepVerdict,
} from '../../../../src/features/compare-runs/sweep/sweepWords.ts';
import { sweepTable } from '../../../../src/features/compare-runs/sweep/sweepTable.ts';
import '../../../../src/i18n/compareWords.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../../src/i18n/useFormat.ts';
import type { Problem } from '../../../../src/journey/problem.ts';
import { BENCHMARKS_ONLY } from '../../../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import type { SimulationRequest, Simulator } from '../../../../src/state/ports.ts';
import { localSimulator } from '../../../support/localSimulator.ts';
import { smallJourney } from '../../../support/smallJourney.ts';

const design: Design = { journey: smallJourney(), policies: NO_POLICIES, calibration: BENCHMARKS_ONLY };
const audience = { kind: 'sample', rows: 20_000 } as const;
const figures = { t: i18n.t, format: formatsFor('en'), currency: 'EUR' };

function axis(id: string, ...values: readonly number[]): SweptAxis {
  const of = sweepables(design).find((one) => one.id === id);
  if (!of) throw new Error(`no ${id}`);
  return { of, values };
}

/** Conversions of clicks: the more, the better, so the best is planted at the top. */
const converted = axis('assumption.email.converted', 0.02, 0.06, 0.2);

const CANNOT_RUN: Problem = { code: 'x', severity: 'error', words: 'It cannot run.', values: {} };

interface Asked {
  readonly result: SweepResult;
  readonly looks: readonly SweepResult[];
  readonly requests: readonly (readonly SimulationRequest[])[];
}

/** `blocked`: the rate of conversions that no journey can run with. */
async function ask(
  axes: SweepQuestion['axes'],
  metric: SweepQuestion['metric'] = 'profit',
  blocked?: number | 'now',
): Promise<Asked> {
  const requests: (readonly SimulationRequest[])[] = [];
  const simulator: Pick<Simulator, 'compare'> = {
    compare(asked, onProgress) {
      requests.push(asked);
      const handle = localSimulator.compare(asked, onProgress);
      const answered = async () =>
        (await handle.done).map((outcome, at) => {
          const rate = asked[at]?.calibration.channels?.email?.converted ?? 'now';
          return rate === blocked ? ({ ok: false, problems: [CANNOT_RUN] } as const) : outcome;
        });
      return { done: answered(), cancel: () => handle.cancel() };
    },
  };
  const looks: SweepResult[] = [];
  const question = { design, audience, axes, metric };
  const { done } = inTurn(
    simulator,
    (comparer) => runSweep(question, comparer, (soFar) => looks.push(soFar)),
    () => undefined,
  );
  const result = await done;
  if ('problem' in result) throw new Error(result.problem);
  return { result, looks, requests };
}

describe('a sweep of one number', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await ask([converted]);
  });

  it('looks at few contacts first and then at more, with the same luck', () => {
    expect(asked.looks.map(({ now, final }) => [now.contacts, final])).toEqual([
      [LOOKS[0], false],
      [LOOKS[1], true],
    ]);
    expect(new Set(asked.requests.slice(0, 2).flatMap((all) => all.map(({ seed }) => seed)))).toEqual(
      new Set([1]),
    );
  });

  it('finds the optimum that was planted', () => {
    expect(readSweep(asked.result, 'profit').best).toEqual({ place: 2, alike: [2] });
  });

  it('tries the best again with luck that had no part in picking it, beside what it is now', () => {
    expect(asked.requests.slice(2).map((all) => all.map(({ seed }) => seed))).toEqual(
      FRESH_SEEDS.map((seed) => [seed, seed]),
    );
    expect(asked.result.retried?.place).toBe(2);
  });

  it('says what the best brings by that luck, and not to go by its own', () => {
    const reading = readSweep(asked.result, 'profit');
    expect(sweepVerdict(asked.result, reading, figures)).toMatch(
      /^Best tried: 20 %\. In 4 launches .* brings between €[\d\u202f]+ and €[\d\u202f]+ more profit than now \(6 %\)\.$/,
    );
    expect(sweepDoubts(asked.result, reading, figures)).toMatch(
      /looked like \+€.*the best of 3 values is picked with its luck/,
    );
  });

  it('offers the best, as a scenario would change it, once it was tried again', () => {
    const findings = [...asked.looks, asked.result].map((look) =>
      sweepFinding(look, readSweep(look, 'profit')),
    );
    expect(findings.map(({ kind }) => kind)).toEqual(['soFar', 'soFar', 'more']);
    expect(findings.map(adoptable)).toEqual([undefined, undefined, 2]);
    expect(changesAt(asked.result.asked, 2)).toEqual([
      { parameter: 'assumption.email.converted', value: 0.2 },
    ]);
    expect(changesAt(asked.result.asked, 1)).toEqual([]);
  });

  it('offers nothing where nothing tried is better', () => {
    expect(adoptable(sweepFinding(asked.result, readSweep(asked.result, 'cost')))).toBeUndefined();
  });

  it('judged by another figure does not claim to have tried that one again', () => {
    const reading = readSweep(asked.result, 'cost');
    expect(reading.points.every((point) => point?.same)).toBe(true);
    expect(sweepVerdict(asked.result, reading, figures)).toBe(
      'Nothing tried is better than what it is now: 6 %.',
    );
  });

  it('is read as a table with what is now and best', () => {
    const { rows } = sweepTable(asked.result, readSweep(asked.result, 'profit'), figures);
    expect(rows.map(({ value0, mark }) => [value0, mark])).toEqual([
      [0.02, ''],
      [0.06, 'now'],
      [0.2, 'best tried'],
    ]);
    expect(rows[1]).toMatchObject({ by: 0, low: 0, high: 0 });
  });
});

describe('a sweep whose best is what there is now', () => {
  it('is not tried again', async () => {
    const { result, requests } = await ask([axis('assumption.email.converted', 0.01, 0.06)]);
    expect(requests).toHaveLength(2);
    expect(result.retried).toBeUndefined();
  });
});

describe('a sweep of two numbers', () => {
  it('tries each of one with each of the other', async () => {
    const { result } = await ask([converted, axis('wait-1.wait', 60, 1440)]);
    expect(result.reports).toHaveLength(6);
    expect(valuesAt(result.asked, 3)).toEqual([0.06, 1440]);
    expect(isNow(result.asked, 3)).toBe(true);
    expect(placeWords(result.asked, 3, figures)).toBe('6 %, 1 day');
    expect(readSweep(result, 'profit').points[3]?.same).toBe(true);
    expect([4, 5]).toContain(readSweep(result, 'profit').best?.place);
  });
});

describe('a sweep over what cannot run', () => {
  it('leaves it out', async () => {
    const { result } = await ask([converted], 'profit', 0.2);
    const { best, points } = readSweep(result, 'profit');
    expect(points.map((point) => point?.same)).toEqual([false, true, undefined]);
    expect(best?.place).toBe(1);
    expect(sweepTable(result, readSweep(result, 'profit'), figures).rows[2]).toMatchObject({
      mark: 'cannot run',
    });
  });

  it('says why, where that is the journey as it is', async () => {
    await expect(ask([converted], 'profit', 'now')).rejects.toThrow('It cannot run.');
  });
});
