import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import '../../src/i18n/i18n.ts';
import { Menu } from '../../src/ui/Menu.tsx';

it('opens on the first action and is walked with arrows and letters', async () => {
  const [open, paste] = [vi.fn(), vi.fn()];
  render(
    <Menu
      label="More"
      items={[
        { label: 'Open', onSelect: open },
        { label: 'Gone', disabled: true, onSelect: vi.fn() },
        { label: 'Paste', onSelect: paste },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'More' });
  await userEvent.click(button);
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByRole('menuitem', { name: 'Open' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Paste' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Open' })).toHaveFocus();
  await userEvent.keyboard('p{Enter}');
  expect(paste).toHaveBeenCalledOnce();
  expect(button).toHaveFocus();
});
