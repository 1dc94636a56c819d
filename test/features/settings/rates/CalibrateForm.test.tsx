import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ChannelsSection } from '../../../../src/features/settings/rates/ChannelsSection.tsx';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const user = userEvent.setup();
const box = (name: RegExp) => screen.getByRole('textbox', { name });
const row = (name: RegExp) => screen.getByRole('row', { name });

async function open() {
  const opened = await openWorkspace();
  renderIn(opened.workspace, <ChannelsSection />);
  return { ...opened, calibration: () => opened.workspace.getState().calibration };
}

describe('the three boxes', () => {
  it('show the benchmark, its range and source while they are empty', async () => {
    await open();
    expect(box(/^Your click rate/)).toHaveAttribute('placeholder', '1.6');
    expect(box(/^Your click rate/)).toHaveAccessibleName('Your click rate Benchmark');
    expect(box(/^Your click rate/)).toHaveAccessibleDescription(
      /Benchmark 1.6.% \(0.5.%–3.0.%\).*Source: Omnisend 2023/,
    );
  });

  it('recalibrate every channel, and say where each figure comes from', async () => {
    const { calibration, ports } = await open();
    await user.type(box(/^Your click rate/), '3.2');
    expect(calibration()).toEqual({ clicked: 0.032 });
    expect(ports.forecasts.at(-1)?.request.calibration).toEqual({ clicked: 0.032 });
    expect(box(/^Your click rate/)).toHaveAccessibleName('Your click rate Yours');
    expect(within(row(/^Email/)).getByText('Yours')).toBeVisible();
    expect(within(row(/^SMS/)).getByText('Calibrated')).toBeVisible();
  });

  it('tell people’s opens from machines’', async () => {
    await open();
    await user.type(box(/^Your open rate/), '42');
    expect(screen.getByText(/people open 30.1.% of delivered emails/)).toBeVisible();
    await user.clear(box(/^Your open rate/));
    await user.type(box(/^Your open rate/), '10');
    expect(
      screen.getByText(/people open 5.0.% of delivered emails, and machines open all mail of 5.3.%/),
    ).toBeVisible();
  });

  it('keep what is no percentage in the box and out of the forecast', async () => {
    const { calibration } = await open();
    await user.type(box(/^Your conversion rate/), '5');
    await user.type(box(/^Your conversion rate/), '00');
    expect(box(/^Your conversion rate/)).toHaveValue('500');
    expect(screen.getByRole('alert')).toHaveTextContent('Enter 100 or less.');
    expect(calibration()).toEqual({ converted: 0.5 });
  });

  it('go back to their benchmark, one or all', async () => {
    const { calibration } = await open();
    await user.type(box(/^Your open rate/), '40');
    await user.type(box(/^Your click rate/), '2');
    await user.click(screen.getByRole('button', { name: 'Use the benchmark for: Your open rate' }));
    expect(calibration()).toEqual({ clicked: 0.02 });
    expect(box(/^Your open rate/)).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Use the benchmarks for all three' }));
    expect(calibration()).toEqual({});
    expect(box(/^Your click rate/)).toHaveValue('');
  });
});
