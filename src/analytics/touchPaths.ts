import type { PathColumns } from '../engine/results.ts';

export {
  TOUCH,
  TOUCH_LEVELS,
  type AccountColumns,
  type PathCounts,
  type TouchLevel,
} from '../engine/results.ts';

/** Touches before each conversion of a run, and those that none followed; sends by their place in the detail's list. */
export type TouchPaths = PathColumns;
