import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StepsSection } from '../../../../src/features/read-results/steps/StepsSection.tsx';
import { renderIn } from '../../../support/renderApp.tsx';
import { STRICT_POLICIES } from '../../../support/strictPolicies.ts';
import { templateOf } from '../shownRuns.ts';
import { openLocal, shownRun } from '../wholeRuns.ts';

it('tells the cap that kept messages back by what it allows, not by its id', async () => {
  const journey = templateOf('orchestration');
  const run = shownRun(journey, STRICT_POLICIES);
  renderIn(await openLocal(journey), <StepsSection run={run} />);
  const messages = screen.getByRole('table', { name: 'Messages' });
  expect(within(messages).getAllByText(/^Frequency cap 1 \/ 7 days \d/).length).toBeGreaterThan(0);
  expect(within(messages).getAllByText(/^Quiet hours \d/).length).toBeGreaterThan(0);
  expect(messages).not.toHaveTextContent('weekly');
});
