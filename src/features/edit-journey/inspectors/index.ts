import { CheckInspector } from './CheckInspector.tsx';
import { EntryInspector } from './EntryInspector.tsx';
import { EscalateInspector } from './EscalateInspector.tsx';
import { ExitInspector } from './ExitInspector.tsx';
import { ExperimentInspector } from './ExperimentInspector.tsx';
import { GoalInspector } from './GoalInspector.tsx';
import { HandoffInspector } from './HandoffInspector.tsx';
import type { Inspectors } from './inspector.ts';
import { MessageInspector } from './MessageInspector.tsx';
import { SplitInspector } from './SplitInspector.tsx';
import { UpdateInspector } from './UpdateInspector.tsx';
import { WaitInspector } from './WaitInspector.tsx';

/** The form of each step kind. The compiler points here when a kind has none. */
export const INSPECTORS: Inspectors = {
  entry: EntryInspector,
  split: SplitInspector,
  experiment: ExperimentInspector,
  message: MessageInspector,
  wait: WaitInspector,
  check: CheckInspector,
  escalate: EscalateInspector,
  update: UpdateInspector,
  handoff: HandoffInspector,
  goal: GoalInspector,
  exit: ExitInspector,
};
