import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSteady } from '../../../src/features/edit-journey/useSteady.ts';

it('stays the same function and does what the newest one does', () => {
  const { result, rerender } = renderHook(({ by }) => useSteady((value: number) => value * by), {
    initialProps: { by: 2 },
  });
  const first = result.current;
  expect(first(10)).toBe(20);
  rerender({ by: 3 });
  expect(result.current).toBe(first);
  expect(first(10)).toBe(30);
});
