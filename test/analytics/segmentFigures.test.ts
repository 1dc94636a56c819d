import { describe, expect, it } from 'vitest';
import { segmentFigures } from '../../src/analytics/segmentFigures.ts';
import { bind } from '../../src/audience/bind.ts';
import { partsOf } from '../../src/audience/parts.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { compile } from '../../src/compile/compile.ts';
import { runShard } from '../../src/engine/run.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { openSample } from '../support/samples.ts';

const CONTACTS = 4000;
const audience = synthesise(CONTACTS, 1);
const journey = openSample('orchestration');

function run(column: string) {
  const found = audience.columns.find(({ name }) => name === column);
  if (!found) throw new Error(`the sample has no column ${column}`);
  const segments = partsOf(found).map(({ rule }) => rule);
  const compiled = compile({
    journeys: [journey],
    schema: schemaOf(audience),
    policies: NO_POLICIES,
    calibration: {},
    outputs: { segments },
  });
  if (!compiled.ok) throw new Error('the journey does not compile');
  const { program } = compiled;
  const contacts = Uint32Array.from({ length: CONTACTS }, (_, at) => at);
  const results = runShard(program, bind(program, audience, contacts), 4);
  const report = buildReport({
    program,
    results,
    seed: 4,
    seconds: 0,
    names: {},
    journeyName: '',
    scaleTo: 40_000,
  });
  return { report, figures: segmentFigures({ program, results, scaleTo: 40_000, grossMargin: 0.6 }) };
}

const columns = audience.columns.filter((column) => partsOf(column).length > 1).map(({ name }) => name);

describe.each(columns)('the parts of %s', (column) => {
  const { report, figures } = run(column);
  const weighed = (of: (one: (typeof figures)[number]) => number) =>
    figures.reduce((sum, one) => sum + of(one) * one.contacts, 0);

  it('come to what the run came to', () => {
    expect(weighed(() => 1)).toBeCloseTo(40_000, 6);
    expect(weighed(({ perContact }) => perContact.conversions.value)).toBeCloseTo(
      report.totals.conversions.value,
      3,
    );
    expect(weighed(({ perContact }) => perContact.revenue.value)).toBeCloseTo(report.totals.revenue.value, 2);
    expect(weighed(({ perContact }) => perContact.cost.value)).toBeCloseTo(report.totals.cost.value, 2);
    expect(weighed(({ rates }) => rates.clicked.value)).toBeCloseTo(report.funnel[4]!.people.value, 3);
    expect(weighed(({ perContact }) => perContact.profit.value)).toBeCloseTo(
      0.6 * report.totals.revenue.value - report.totals.cost.value,
      2,
    );
  });

  it('have intervals around their figures', () => {
    for (const { rates, perContact } of figures)
      for (const { value, low, high } of [...Object.values(rates), ...Object.values(perContact)]) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
  });
});
