import { useCallback, useEffect, useRef } from 'react';

/**
 * The same function all the time, which does what the newest one does. React Flow tells every card and link when one of its handlers
 * is another, so a handler that is made anew with each move of a drag costs more than the move.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
