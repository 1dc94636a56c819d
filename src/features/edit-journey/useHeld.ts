import { useEffect, useState, type PointerEvent } from 'react';

/** What was there when a slider was taken, for as long as it is held: nothing may shift under the hand. */
export function useHeld<T>(value: T): readonly [T, (event: PointerEvent) => void] {
  const [held, setHeld] = useState<{ readonly value: T }>();
  useEffect(() => {
    if (!held) return undefined;
    const release = () => setHeld(undefined);
    for (const end of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(end, release);
    return () => {
      for (const end of ['pointerup', 'pointercancel', 'blur']) window.removeEventListener(end, release);
    };
  }, [held]);
  const take = ({ target }: PointerEvent) => {
    if (target instanceof Element && target.matches('input[type="range"]')) setHeld({ value });
  };
  return [held ? held.value : value, take];
}
