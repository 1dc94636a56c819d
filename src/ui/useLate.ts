import { useEffect, useState } from 'react';

/** True once something has been so for a while: what passes sooner than one sees would only flicker. */
export function useLate(is: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [is, milliseconds]);
  return is && late;
}
