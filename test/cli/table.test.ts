import { describe, expect, it } from 'vitest';
import { reportFooter, reportTable } from '../../cli/table.ts';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { smallProgram, smallResults } from '../analytics/smallRun.ts';

function table(name: string): string {
  const report = buildReport({
    program: smallProgram(),
    results: smallResults(),
    names: { hello: { name, kind: 'message' } },
    journeyName: 'Small',
    seed: 1,
    seconds: 0.5,
    target: { metric: 'conversions', atLeast: 60 },
  });
  return reportTable(report) + reportFooter(report);
}

describe('the table', () => {
  it('reads as a report', () => {
    expect(table('Say hello')).toMatchInlineSnapshot(`
      "                                 total  95 % from         to
      conversions                        128        108        151
      conversions, whole audience        192        181        204
      revenue                      12,881.28  12,872.98  12,889.59
      cost                              1.02       1.02       1.02
      profit                       12,880.26  12,871.95  12,888.56
      unsubscribed                         0          0          4

      target: 64 of 60 conversions, reached with a chance of 71 % if the assumptions hold

      step   kind     name       entered  in flight  left by
      bye    exit     bye          1,276          0  $end 1,276
      hello  message  Say hello    1,280          3  next 1,276, $exitRule 1
      in     pass     in           1,280          0  next 1,280

      message  channel   sent  delivered  opened  clicked  converted  unsubscribed  cost  not sent
      hello    email    1,024      1,000     512      256        128             2  1.02  consent 256
      hello    1. sms       0          0       0        0          0             0  0.00

      seed 1; 3,836 steps in 0.50 s, 7,672 a second
      "
    `);
  });

  it('lets no name from a file drive the terminal', () => {
    expect(table('a\u001B[31m\u202Eb')).toContain('a\uFFFD[31m\uFFFDb');
  });
});
