import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Answers, type Question } from '../../../../src/features/edit-journey/answers/Answers.tsx';
import { useApplyCandidate } from '../../../../src/features/edit-journey/answers/useApplyCandidate.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { CANDIDATE_CODES } from '../../../../src/journey/candidates/candidate.ts';
import { NO_POLICIES, type Policies } from '../../../../src/journey/policies.ts';
import { useWorkspace } from '../../../../src/state/useWorkspace.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

function Asked({ question }: { readonly question: Question }) {
  const journey = useWorkspace((workspace) => workspace.journey);
  return journey ? (
    <Answers question={question} journey={journey} onShow={() => undefined} onClose={() => undefined} />
  ) : null;
}

async function open(question: Question) {
  const opened = await openWorkspace();
  const view = renderIn(opened.workspace, <Asked question={question} />);
  return { ...opened, view };
}

describe('what to change first', () => {
  it.each(CANDIDATE_CODES)('has words for a candidate of the kind %s', (code) => {
    expect(i18n.exists(`answers.candidate.${code}`)).toBe(true);
  });

  it('of a journey that cannot run says why', async () => {
    const { ports } = await open('first');
    const words = 'This check has no window.';
    await act(async () => {
      ports.comparisons[0]?.answer.resolve([
        { ok: false, problems: [{ code: 'x', severity: 'error', words, values: {} }] },
      ]);
      await ports.comparisons[0]?.answer.promise;
    });
    expect(
      await screen.findByText(/cannot run, so nothing can be tried: This check has no window/),
    ).toBeVisible();
  });

  it('is tried on the journey as it is and on every change, and stops when it is left', async () => {
    const { ports, view } = await open('first');
    expect(screen.getByRole('progressbar', { name: 'Trying changes' })).toBeVisible();
    const [first] = ports.comparisons;
    expect(first?.requests.length).toBeGreaterThan(10);
    expect(first?.cancelled).toBe(false);
    view.unmount();
    expect(first?.cancelled).toBe(true);
  });

  it('is stopped by a press, and asked again by another', async () => {
    const { ports } = await open('first');
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(ports.comparisons[0]?.cancelled).toBe(true);
    expect(screen.getByText('Stopped. Nothing was changed.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(ports.comparisons).toHaveLength(2);
  });
});

it('a change of the policies is taken back by the notice, and not over a later one', async () => {
  const { workspace } = await openWorkspace();
  const quiet: Policies = { ...NO_POLICIES, quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' } };
  const notices = createNotices();
  function Apply() {
    const apply = useApplyCandidate();
    const candidate = {
      code: 'quietOn',
      values: {},
      change: { kind: 'policies', policies: quiet },
    } as const;
    return <button onClick={() => apply(candidate, 'Hold messages')}>Apply</button>;
  }
  renderIn(
    workspace,
    <NoticesContext value={notices}>
      <Apply />
    </NoticesContext>,
  );
  await userEvent.click(screen.getByRole('button'));
  expect(workspace.getState().policies).toBe(quiet);
  act(() => notices.shown()[0]?.action?.run());
  expect(workspace.getState().policies).toBe(NO_POLICIES);

  await userEvent.click(screen.getByRole('button'));
  const later = { ...quiet, caps: [] };
  act(() => workspace.getState().changePolicies(later));
  act(() => notices.shown().at(-1)?.action?.run());
  expect(workspace.getState().policies).toBe(later);
});

describe('what moves a number', () => {
  it('changes a rate where it is kept, says at the field what is no rate, and gives it back', async () => {
    const { workspace } = await open('conversions');
    const clicks = screen.getByRole('textbox', { name: /^Email: clicks of delivered/ });
    await userEvent.clear(clicks);
    await userEvent.type(clicks, '8');
    expect(workspace.getState().calibration.channels?.email?.clicked).toBeCloseTo(0.08, 12);
    await userEvent.clear(clicks);
    await userEvent.type(clicks, '180');
    expect(screen.getByRole('alert')).toHaveTextContent('100');
    expect(workspace.getState().calibration.channels?.email?.clicked).toBeLessThanOrEqual(1);
    await userEvent.click(screen.getByRole('button', { name: /^Take your own figure back: Email: clicks/ }));
    expect(workspace.getState().calibration).toEqual({});
  });

  it('shows only what can move it', async () => {
    await open('cost');
    expect(screen.getByRole('textbox', { name: /^Email: cost of one send/ })).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /^Mean value of an order/ })).toBeNull();
  });
});
