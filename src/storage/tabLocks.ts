/**
 * Locks that all tabs of the app see, so that one does not tidy away what another is still writing. Where the browser has
 * none (insecure origins), a tab behaves as if it were alone.
 */
function locks(): LockManager | undefined {
  // A browser on an insecure origin, and Node, lack what the types promise.
  return (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
}

/** Runs the task while holding the lock. */
export async function whileHolding<T>(name: string, task: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager === undefined ? task() : await manager.request(name, task);
}

/** Runs the task unless some tab holds the lock. */
export async function unlessHeld(name: string, task: () => Promise<void>): Promise<void> {
  const manager = locks();
  if (manager === undefined) return task();
  await manager.request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : task()));
}
