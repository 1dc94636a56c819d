import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { useShortcuts } from '../../src/ui/useShortcuts.ts';

function Page({
  undo,
  save,
  remove,
}: {
  readonly undo: () => void;
  readonly save: () => void;
  readonly remove: () => void;
}) {
  useShortcuts({ 'Ctrl+Z': undo, 'Ctrl+S': save, Delete: remove });
  return <input aria-label="Name" />;
}

it('leaves undo and Delete to the text box that is typed in, but saves from there', async () => {
  const [undo, save, remove] = [vi.fn(), vi.fn(), vi.fn()];
  render(<Page undo={undo} save={save} remove={remove} />);
  await userEvent.keyboard('{Control>}z{/Control}{Delete}');
  expect([undo, remove].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.keyboard('{Control>}z{/Control}{Delete}{Control>}s{/Control}');
  expect([undo, remove, save].map((call) => call.mock.calls.length)).toEqual([1, 1, 1]);
});
