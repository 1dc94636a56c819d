import { createStore, type StoreApi } from 'zustand';

/** Which moment of a way is looked at. Outside React, so that only the cards that it comes to and leaves are drawn again. */
export type Cursor = StoreApi<{ readonly at: number }>;

export function createCursor(): Cursor {
  return createStore(() => ({ at: 0 }));
}
