import { readPreference, usePreference, writePreference } from '../../ui/usePreference.ts';

const NUMBERS = 'numbers';

/** Whether cards count people instead of telling shares. */
export function useAbsoluteNumbers(): boolean {
  return usePreference(NUMBERS, 'shares')[0] === 'people';
}

export function toggleNumbers(): void {
  writePreference(NUMBERS, readPreference(NUMBERS) === 'people' ? 'shares' : 'people');
}
