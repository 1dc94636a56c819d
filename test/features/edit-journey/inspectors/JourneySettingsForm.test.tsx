import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JourneySettingsForm } from '../../../../src/features/edit-journey/inspectors/JourneySettingsForm.tsx';
import { money } from '../../../../src/journey/units.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const user = userEvent.setup();
const box = (name: string) => screen.getByRole('textbox', { name });
const choose = (name: string, option: string) =>
  user.selectOptions(screen.getByRole('combobox', { name }), option);

async function type(name: string, text: string) {
  await user.clear(screen.getByLabelText(name));
  await user.type(screen.getByLabelText(name), text);
}

async function open() {
  const { workspace } = await openWorkspace();
  renderIn(workspace, <JourneySettingsForm />);
  return {
    workspace,
    journey: () => workspace.getState().journey!,
    settings: () => workspace.getState().journey!.settings,
  };
}

describe('the settings of a journey', () => {
  it('rename it, as one undo step', async () => {
    const { journey, workspace } = await open();
    await type('Name', 'Spring');
    expect(journey().name).toBe('Spring');
    act(() => workspace.getState().undo());
    expect(journey().name).toBe('Small');
  });

  it('keep the last name while the box is empty', async () => {
    const { journey } = await open();
    await user.clear(box('Name'));
    expect(screen.getByText('Give the journey a name.')).toBeVisible();
    expect(journey().name).not.toBe('');
  });

  it('set the start on the clock of the zone, and keep the clock when the zone changes', async () => {
    const { settings } = await open();
    fireEvent.change(screen.getByLabelText('Starts'), { target: { value: '2026-06-01T09:00' } });
    expect(settings().start).toBe('2026-06-01T09:00:00Z');
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'Europe/Stockholm' } });
    expect(settings()).toMatchObject({ zone: 'Europe/Stockholm', start: '2026-06-01T07:00:00Z' });
    fireEvent.change(screen.getByLabelText('Time zone'), { target: { value: 'Europe/Stock' } });
    expect(screen.getByText(/“Europe\/Stock” is not a time zone/)).toBeVisible();
    expect(settings().zone).toBe('Europe/Stockholm');
  });

  it('take currency codes and nothing else', async () => {
    const { settings } = await open();
    await type('Currency', 'sek');
    expect(settings().currency).toBe('SEK');
    await type('Currency', 'kr');
    expect(settings().currency).toBe('SEK');
    expect(screen.getByText(/three letters/)).toBeVisible();
  });

  it('have a target that can be doubted', async () => {
    const { settings } = await open();
    await user.click(screen.getByRole('switch', { name: 'This journey has a target' }));
    await choose('Reach', 'revenue');
    const [atLeast] = screen.getAllByRole('textbox', { name: 'At least' });
    await user.clear(atLeast!);
    await user.type(atLeast!, '12 500');
    fireEvent.change(screen.getByLabelText('By'), { target: { value: '2020-01-01' } });
    expect(settings().target).toEqual({ metric: 'revenue', atLeast: 12_500, by: '2020-01-01' });
    expect(screen.getByText('That is before the journey starts.')).toBeVisible();
  });

  it('list goals, the primary first, and never none', async () => {
    const { settings } = await open();
    expect(screen.getByRole('button', { name: 'A journey keeps at least one goal.' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Add a goal' }));
    await user.click(screen.getByRole('button', { name: 'Move goal Goal 2 up' }));
    expect(settings().goals.map((goal) => goal.name)).toEqual(['Goal 2', 'Conversion']);
    const [counts] = screen.getAllByRole('combobox', { name: 'Counts' });
    await user.selectOptions(counts!, 'arriving at a step');
    expect(settings().goals[0]?.on).toMatchObject({ kind: 'step' });
  });

  it('let people leave early and come back', async () => {
    const { settings } = await open();
    await user.click(screen.getByRole('button', { name: 'Add an exit rule' }));
    await choose('When', 'they unsubscribe');
    await choose('They leave', 'when their step ends');
    expect(settings().exitRules).toMatchObject([
      { when: { kind: 'unsubscribed', channel: 'any' }, mode: 'stepEnd' },
    ]);
    await choose('May a contact enter again?', 'Some time later');
    await choose('Counted from', 'entering');
    expect(settings().reEntry).toEqual({ mode: 'cooldown', minutes: 43_200, from: 'start' });
    await type('At most this many people enter', '500');
    expect(settings().entryCap).toBe(500);
    await user.clear(box('At most this many people enter'));
    expect(settings()).not.toHaveProperty('entryCap');
  });
});

describe('settings of all journeys', () => {
  it('are summed up, with the way there', async () => {
    const { workspace } = await open();
    expect(
      screen.getByText(/^No caps, quiet hours, budgets or rate limits, Email costs 0.001/),
    ).toBeVisible();
    act(() =>
      workspace.getState().changePolicies({
        caps: [],
        budgets: [{ channel: 'sms', amount: money(5) }],
        rateLimits: [],
        quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' },
        economics: { costs: { email: money(0.25) } },
      }),
    );
    expect(screen.getByText(/^quiet hours 21:00–08:00, 1 budget, Email costs 0.25 /)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open settings' })).toHaveAttribute('href', '/settings/policies');
  });

  it('do not reach a target after the simulated time', async () => {
    const { settings } = await open();
    await user.click(screen.getByRole('switch', { name: 'This journey has a target' }));
    const end = Date.parse(settings().start) + settings().horizonMinutes * 60_000;
    const day = (by: number) => new Date(end + by * 86_400_000).toISOString().slice(0, 10);
    fireEvent.change(screen.getByLabelText('By'), { target: { value: day(0) } });
    expect(screen.queryByText(/The simulated time ends/)).toBeNull();
    fireEvent.change(screen.getByLabelText('By'), { target: { value: day(2) } });
    expect(
      screen.getByText(`The simulated time ends ${day(0)}, before that day.`, { exact: false }),
    ).toBeVisible();
  });
});
