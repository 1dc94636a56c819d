import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useHeld } from '../../../src/features/edit-journey/useHeld.ts';

function Form({ words }: { readonly words: string }) {
  const [shown, onTake] = useHeld(words);
  return (
    <div onPointerDownCapture={onTake}>
      <p>{shown}</p>
      <input type="range" aria-label="Days" />
      <input type="text" aria-label="Name" />
    </div>
  );
}

it('keeps what was there while a slider is held, and follows when it is let go', () => {
  const { rerender } = render(<Form words="fine" />);
  fireEvent.pointerDown(screen.getByRole('slider'));
  rerender(<Form words="a warning" />);
  expect(screen.getByText('fine')).toBeVisible();
  fireEvent.pointerUp(window);
  expect(screen.getByText('a warning')).toBeVisible();
});

it('follows at once where something else is pressed', () => {
  const { rerender } = render(<Form words="fine" />);
  fireEvent.pointerDown(screen.getByRole('textbox'));
  rerender(<Form words="a warning" />);
  expect(screen.getByText('a warning')).toBeVisible();
});
