import type { ExitName, Journey, JourneySettings, Position, StepId } from './journey.ts';
import type { Group, GroupId, Note, NoteId } from './annotations.ts';
import type { Step } from './steps/index.ts';

/**
 * A change to a journey, as data. Every edit applies whole or throws (a programmer's error: an unknown step); its inverse is
 * the Immer patches that `applyEdit` returns. Connecting an exit that has a link replaces the link.
 */
export type Edit =
  | { readonly type: 'addStep'; readonly id: StepId; readonly step: Step; readonly at: Position }
  /** Also removes the steps' links; with `heal`, all ways in go on where the only way on led. */
  | { readonly type: 'removeSteps'; readonly ids: readonly StepId[]; readonly heal?: boolean }
  /** Replaces the step; links of exits that it no longer has are removed. */
  | { readonly type: 'changeStep'; readonly id: StepId; readonly step: Step }
  | { readonly type: 'connect'; readonly from: StepId; readonly exit: ExitName; readonly to: StepId }
  | { readonly type: 'disconnect'; readonly from: StepId; readonly exit: ExitName }
  /** Puts a new step into the middle of a link: `from.exit → id`, and its first exit to where the link led. */
  | {
      readonly type: 'spliceStep';
      readonly id: StepId;
      readonly step: Step;
      readonly at: Position;
      readonly from: StepId;
      readonly exit: ExitName;
    }
  | { readonly type: 'moveSteps'; readonly to: Readonly<Record<StepId, Position>> }
  /** Adds the note or replaces it. */
  | { readonly type: 'putNote'; readonly id: NoteId; readonly note: Note }
  | { readonly type: 'removeNotes'; readonly ids: readonly NoteId[] }
  /** Adds the group or replaces it; its steps leave the groups they were in, and a group without steps goes. */
  | { readonly type: 'putGroup'; readonly id: GroupId; readonly group: Group }
  /** The frames go, their steps stay. */
  | { readonly type: 'removeGroups'; readonly ids: readonly GroupId[] }
  | { readonly type: 'changeSettings'; readonly settings: JourneySettings }
  | { readonly type: 'rename'; readonly name: string; readonly brief?: string }
  /** Several edits as one undo step. */
  | { readonly type: 'several'; readonly edits: readonly Edit[] }
  /** Replaces everything but the id: a restored version, an applied import. */
  | { readonly type: 'replace'; readonly journey: Journey };
