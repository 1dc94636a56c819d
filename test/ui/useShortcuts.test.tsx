import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
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

function Part({ all }: { readonly all: () => void }) {
  const part = useRef<HTMLDivElement>(null);
  useShortcuts({ 'Ctrl+A': all }, part);
  return (
    <>
      <button>Outside</button>
      <div ref={part}>
        <button>Inside</button>
        <input aria-label="Name" />
      </div>
    </>
  );
}

it('hears the keys of a part only while the focus is in it, and not while typing there', async () => {
  const all = vi.fn();
  render(<Part all={all} />);
  const times: number[] = [];
  for (const [role, name] of [
    ['button', 'Outside'],
    ['button', 'Inside'],
    ['textbox', 'Name'],
  ] as const) {
    await userEvent.click(screen.getByRole(role, { name }));
    await userEvent.keyboard('{Control>}a{/Control}');
    times.push(all.mock.calls.length);
  }
  expect(times).toEqual([0, 1, 1]);
});
