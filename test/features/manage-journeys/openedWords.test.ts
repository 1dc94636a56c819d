import { expect, it } from 'vitest';
import { openedWords } from '../../../src/features/manage-journeys/openedWords.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import type { Report } from '../../../src/analytics/report.ts';
import type { Rehearsal } from '../../../src/state/exchangePort.ts';
import { reportOf } from '../../support/fakePorts.ts';
import { EMAIL, smallJourney } from '../../support/smallJourney.ts';

const message = {
  step: EMAIL,
  channel: 'email',
  ...{ sent: 1000, delivered: 980, opened: 392, openedTrue: 250, clicked: 49, converted: 5 },
  ...{ unsubscribed: 2, cost: 0.4, unsent: {} },
};
const withCost = (report: Report, cost: number): Report => ({
  ...report,
  totals: { ...report.totals, cost: { value: cost, low: cost, high: cost } },
});
const there = withCost(reportOf(5412, { messages: [message] }), 1082.61);
const rehearsal: Rehearsal = {
  journey: smallJourney(),
  audience: { kind: 'sample', rows: 1000 },
  ...{ contacts: 1000, seed: 1, policies: NO_POLICIES, calibration: {}, finishedAt: 0, report: there },
};
const words = (here: Report) => openedWords({ kind: 'different', there, here }, rehearsal, i18n.t).words;

it('names the figure that differs, printed as the app prints, and not one that is the same', () => {
  const said = words(withCost(there, 999_082.61));
  expect(said).toContain('cost $1\u202f083 in the file, $999\u202f083 here');
  expect(said).not.toContain('conversions');
  expect(words(reportOf(15_412))).toContain('conversions 5\u202f412 in the file, 15\u202f412 here');
});

it('prints so many digits that the difference is seen', () => {
  expect(words(withCost(there, 1082.62))).toContain('cost 1\u202f082.61 in the file, 1\u202f082.62 here');
});

it('looks at the messages where the totals are the same', () => {
  const here = { ...there, messages: [{ ...message, opened: 390 }] };
  const name = rehearsal.journey.steps[EMAIL]!.name;
  expect(words(here)).toContain(`opened of “${name}” 392 in the file, 390 here`);
});
