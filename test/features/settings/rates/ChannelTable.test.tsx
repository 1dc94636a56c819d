import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ChannelTable } from '../../../../src/features/settings/rates/ChannelTable.tsx';
import { probability } from '../../../../src/journey/units.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const user = userEvent.setup();

async function open(channel: string) {
  const opened = await openWorkspace();
  renderIn(opened.workspace, <ChannelTable />);
  await user.click(screen.getByRole('button', { name: channel }));
  const editor = screen.getByRole('group', { name: `${channel}: your figures` });
  return {
    ...opened,
    editor,
    box: (name: RegExp) => within(editor).getByRole('textbox', { name }),
    state: () => opened.workspace.getState(),
  };
}

describe('the table of channels', () => {
  it('begins with a channel that the open journey uses', async () => {
    await open('SMS');
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('In the open journey');
    expect(screen.getAllByText('In the open journey')).toHaveLength(1);
  });

  it('shows benchmark, range and source beside a box, and the figure in force of every channel', async () => {
    const { box } = await open('SMS');
    expect(box(/^Clicked/)).toHaveAttribute('placeholder', '6.0');
    expect(box(/^Clicked/)).toHaveAccessibleDescription(/Of delivered.*Benchmark 6.0.%.*Source:/);
    expect(box(/^Cost per send/)).toHaveAccessibleDescription(/Benchmark 0.015 \(0.007–0.05\)/);
    expect(screen.getByRole('row', { name: /^Push/ })).toHaveTextContent('Does not apply');
  });

  it('says beside true opens of email what an email tool reports', async () => {
    const { workspace } = await open('SMS');
    const email = screen.getByRole('row', { name: /^Email/ });
    expect(email).toHaveTextContent(/21\.0.%.*true opens; your tool reports 34\.4.% with machine opens/);
    act(() => workspace.getState().calibrate({ opened: probability(0.5) }));
    expect(email).toHaveTextContent(/your tool reports 50\.0.% with machine opens/);
  });

  it('takes a rate of a channel’s campaigns, and says to what it moves answers to an action', async () => {
    const { box, state, ports, editor } = await open('Email');
    await user.type(box(/^Unsubscribed/), '0.5');
    expect(state().calibration).toEqual({ channels: { email: { unsubscribed: 0.005 } } });
    expect(ports.forecasts.at(-1)?.request.calibration).toEqual(state().calibration);
    expect(box(/^Unsubscribed/)).toHaveAccessibleName(/^Unsubscribed ?Yours$/);
    expect(editor).toHaveTextContent(/In answer to an action: 1.[12].%/);
  });

  it('takes a cost, and gives each and all back to their benchmarks', async () => {
    const { box, state, editor } = await open('SMS');
    await user.type(box(/^Cost per send/), '0,04');
    expect(state().policies.economics).toEqual({ costs: { sms: 0.04 } });
    expect(screen.getByRole('row', { name: /^SMS 0/ })).toHaveTextContent('0.04 USDYours');
    await user.click(within(editor).getByRole('button', { name: 'Use the benchmark for: Cost per send' }));
    expect(state().policies.economics).toBeUndefined();
    await user.type(box(/^Replied/), '3');
    await user.type(box(/^Cost per send/), '1');
    await user.click(screen.getByRole('button', { name: 'Use all benchmarks for all channels' }));
    expect(state().policies.economics).toBeUndefined();
    expect(state().calibration).toEqual({});
  });

  it.each([
    [/^Clicked/, '120', 'Enter 100 or less.'],
    [/^Delivered/, '-1', 'Enter 0 or more.'],
    [/^Cost per send/, 'cheap', /“cheap”/],
  ])('keeps what %s cannot be in its box: %s', async (name, typed, sentence) => {
    const { box, state, editor } = await open('SMS');
    await user.type(box(name), typed);
    expect(within(editor).getByRole('alert')).toHaveTextContent(sentence);
    expect(box(name)).toHaveValue(typed);
    expect(JSON.stringify(state().calibration) + JSON.stringify(state().policies)).not.toContain('120');
    expect(state().policies.economics).toBeUndefined();
  });

  it('has for email only what the three boxes do not say', async () => {
    const { editor } = await open('Email');
    expect(within(editor).getAllByRole('textbox')).toHaveLength(4);
    expect(editor).toHaveTextContent('Email’s opens, clicks and conversions are the three boxes above.');
  });
});
