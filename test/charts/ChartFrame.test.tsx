import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ChartFilesContext } from '../../src/charts/chartFiles.ts';
import { ChartFrame } from '../../src/charts/ChartFrame.tsx';

const table = {
  caption: 'Orders by channel',
  columns: [
    { key: 'channel', header: 'Channel' },
    { key: 'orders', header: 'Orders', align: 'end' as const, print: (value: number) => `${value} orders` },
  ],
  rows: [
    { channel: 'Email', orders: 12 },
    { channel: '=SMS', orders: undefined },
  ],
};

const frame = (
  <ChartFrame title="Email brings most" note="Orders" fileName="channels" table={table}>
    <svg role="img" aria-label="drawn" />
  </ChartFrame>
);

async function choose(name: string | RegExp) {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Email brings most/ }));
  await user.click(screen.getByRole('menuitem', { name }));
}

it('is named by what was found', () => {
  render(frame);
  expect(screen.getByRole('figure', { name: 'Email brings most' })).toHaveTextContent('Orders');
});

it('shows the same as a table, and goes back', async () => {
  render(frame);
  await choose('Show as table');
  const rows = within(screen.getByRole('table', { name: 'Orders by channel' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['ChannelOrders', 'Email12 orders', '=SMS']);
  await choose('Show as picture');
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('saves unprinted figures as CSV', async () => {
  const save = vi.fn();
  render(<ChartFilesContext value={{ save, copyPicture: vi.fn() }}>{frame}</ChartFilesContext>);
  await choose(/CSV/);
  expect(save).toHaveBeenCalledWith(
    'channels.csv',
    'text/csv',
    `\uFEFFChannel,Orders\r\nEmail,12\r\n'=SMS,\r\n`,
  );
});

it('offers no files where there is no place for them', async () => {
  render(frame);
  await userEvent.setup().click(screen.getByRole('button', { name: /Email brings most/ }));
  expect(screen.getAllByRole('menuitem')).toHaveLength(1);
});
