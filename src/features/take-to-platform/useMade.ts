import { useEffect, useState } from 'react';
import { wordsOf } from '../../state/wordsOf.ts';

interface Making<T> {
  /** Stays what it was until the next is there. */
  readonly made: T | undefined;
  /** Why the last one could not be made, in words. */
  readonly failed: string | undefined;
}

/** What `make` gives, made anew whenever it is another function: callers keep it the same while nothing changed. */
export function useMade<T>(make: () => Promise<T>): Making<T> {
  const [making, setMaking] = useState<Making<T>>({ made: undefined, failed: undefined });
  useEffect(() => {
    let isOld = false;
    make().then(
      (made) => {
        if (!isOld) setMaking({ made, failed: undefined });
      },
      (error: unknown) => {
        if (!isOld) setMaking(({ made }) => ({ made, failed: wordsOf(error) }));
      },
    );
    return () => {
      isOld = true;
    };
  }, [make]);
  return making;
}
