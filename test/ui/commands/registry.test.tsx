import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo } from 'react';
import { expect, it, vi } from 'vitest';
import type { Command } from '../../../src/ui/commands/command.ts';
import { CommandsContext, createCommands, useCommands } from '../../../src/ui/commands/registry.ts';

const command = (id: string, key: string, run: () => void, unavailable?: string): Command => ({
  id,
  label: id,
  group: 'Test',
  keys: [key],
  run,
  unavailable,
});

function Source({ commands, within }: { readonly commands: readonly Command[]; readonly within?: string }) {
  const source = useMemo(
    () => ({ commands, ...(within && { takesKeys: (target: Element) => target.closest(within) !== null }) }),
    [commands, within],
  );
  useCommands(source);
  return null;
}

function show(...sources: readonly (readonly Command[])[]) {
  return render(
    <CommandsContext value={createCommands()}>
      {sources.map((commands, at) => (
        <Source key={at} commands={commands} />
      ))}
      <input aria-label="Name" />
    </CommandsContext>,
  );
}

it('leaves undo and Delete to the text box that is typed in, but saves from there', async () => {
  const [undo, save, remove] = [vi.fn(), vi.fn(), vi.fn()];
  show([
    command('undo', 'Ctrl+Z', undo),
    command('save', 'Ctrl+S', save),
    command('remove', 'Delete', remove),
  ]);
  await userEvent.keyboard('{Control>}z{/Control}{Delete}');
  expect([undo, remove].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.keyboard('{Control>}z{/Control}{Delete}{Control>}s{/Control}');
  expect([undo, remove, save].map((call) => call.mock.calls.length)).toEqual([1, 1, 1]);
});

it('gives a key to the source that came last', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  show([command('first', 'D', first)], [command('second', 'D', second)]);
  await userEvent.keyboard('d');
  expect([first, second].map((call) => call.mock.calls.length)).toEqual([0, 1]);
});

it('does nothing for what cannot be done now', async () => {
  const run = vi.fn();
  show([command('one', 'Ctrl+D', run, 'Select a step first.')]);
  await userEvent.keyboard('{Control>}d{/Control}');
  expect(run).not.toHaveBeenCalled();
});

it('hears keys only where the source takes them', async () => {
  const run = vi.fn();
  const commands = [command('one', 'X', run)];
  render(
    <CommandsContext value={createCommands()}>
      <Source commands={commands} within=".part" />
      <button>Outside</button>
      <div className="part">
        <button>Inside</button>
      </div>
    </CommandsContext>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Outside' }));
  await userEvent.keyboard('x');
  expect(run).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Inside' }));
  await userEvent.keyboard('x');
  expect(run).toHaveBeenCalledOnce();
});

it('hears nothing once its source has gone, and nothing behind a menu', async () => {
  const run = vi.fn();
  const { rerender } = show([command('one', 'X', run)]);
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  menu.dataset['open'] = '';
  document.body.append(menu);
  await userEvent.keyboard('x');
  menu.remove();
  rerender(<p>gone</p>);
  await userEvent.keyboard('x');
  expect(run).not.toHaveBeenCalled();
});
