import type { CommandId } from '../../src/features/edit-journey/commands/index.ts';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { STEP_DEFINITIONS } from '../../src/journey/steps/index.ts';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from './smallJourney.ts';

const SPLIT = stepId('split-1');
const GOAL = stepId('goal-1');
const EXIT = stepId('exit-1');
const ADS = stepId('message-2');

/** Entry → email → wait → check, clicked → goal → exit, silent → split → ads; nothing lined up, two steps in a group, a note. */
export function commandJourney(): Journey {
  const { goal, exit, split, message } = STEP_DEFINITIONS;
  return applyEdit(smallJourney(), {
    type: 'several',
    edits: [
      { type: 'addStep', id: GOAL, step: goal.defaults(), at: { x: 1320, y: -40 } },
      { type: 'addStep', id: EXIT, step: exit.defaults(), at: { x: 1640, y: 24 } },
      { type: 'addStep', id: SPLIT, step: split.defaults(), at: { x: 1280, y: 160 } },
      { type: 'addStep', id: ADS, step: message.defaults(), at: { x: 1600, y: 320 } },
      { type: 'connect', from: CHECK, exit: 'clicked', to: GOAL },
      { type: 'connect', from: GOAL, exit: 'next', to: EXIT },
      { type: 'connect', from: CHECK, exit: 'noResponse', to: SPLIT },
      { type: 'connect', from: SPLIT, exit: 'branch-1', to: ADS },
      { type: 'putGroup', id: 'group-1', group: { name: 'First', tint: 'blue', steps: [EMAIL, WAIT] } },
      {
        type: 'putNote',
        id: 'note-1',
        note: { text: 'Read me', tint: 'amber', x: 0, y: 320, width: 240, height: 120 },
      },
    ],
  }).journey;
}

/** What a command is tried on. It must change something that can be observed. */
interface Scenario {
  /** The last one has the keyboard. */
  readonly selection: readonly StepId[];
  /** Typed into the list that asks, which takes the first it finds. */
  readonly answer?: string;
}

/** One for every command: the compiler asks for those of new ones. */
export const SCENARIOS: Readonly<Record<CommandId, Scenario>> = {
  addAfter: { selection: [EMAIL], answer: 'sms' },
  addBefore: { selection: [EMAIL], answer: 'wait' },
  addBelow: { selection: [ADS], answer: 'goal' },
  addLoose: { selection: [EMAIL], answer: 'exit' },
  addWay: { selection: [SPLIT] },
  connect: { selection: [ADS], answer: 'goal' },
  addNote: { selection: [EMAIL] },
  openForm: { selection: [WAIT] },
  openSettings: { selection: [EMAIL] },
  toggleDisabled: { selection: [EMAIL, WAIT] },
  replaceKind: { selection: [EMAIL], answer: 'escalation' },
  copy: { selection: [EMAIL, WAIT] },
  cut: { selection: [WAIT] },
  paste: { selection: [EMAIL] },
  duplicate: { selection: [EMAIL, WAIT] },
  remove: { selection: [WAIT] },
  disconnect: { selection: [CHECK], answer: 'no response' },
  group: { selection: [GOAL, EXIT] },
  ungroup: { selection: [WAIT] },
  tint: { selection: [EMAIL, WAIT], answer: 'rose' },
  selectAll: { selection: [EMAIL] },
  selectNone: { selection: [EMAIL] },
  selectOnward: { selection: [CHECK] },
  find: { selection: [ENTRY], answer: 'goal' },
  goToStart: { selection: [GOAL] },
  goOn: { selection: [EMAIL] },
  goBack: { selection: [EMAIL] },
  goUp: { selection: [SPLIT] },
  goDown: { selection: [GOAL] },
  extendOn: { selection: [EMAIL] },
  extendBack: { selection: [EMAIL] },
  extendUp: { selection: [SPLIT] },
  extendDown: { selection: [GOAL] },
  tidy: { selection: [CHECK] },
  alignLeft: { selection: [SPLIT, GOAL] },
  alignCentre: { selection: [SPLIT, GOAL] },
  alignRight: { selection: [SPLIT, GOAL] },
  alignTop: { selection: [SPLIT, GOAL] },
  alignMiddle: { selection: [SPLIT, GOAL] },
  alignBottom: { selection: [SPLIT, GOAL] },
  distributeAcross: { selection: [CHECK, GOAL, EXIT] },
  distributeDown: { selection: [GOAL, SPLIT, ADS] },
  nudgeLeft: { selection: [EMAIL, WAIT] },
  nudgeRight: { selection: [EMAIL, WAIT] },
  nudgeUp: { selection: [EMAIL, WAIT] },
  nudgeDown: { selection: [EMAIL, WAIT] },
  fit: { selection: [EMAIL] },
  fitSelection: { selection: [EMAIL] },
  fullSize: { selection: [EMAIL] },
  zoomIn: { selection: [EMAIL] },
  zoomOut: { selection: [EMAIL] },
  toggleOutline: { selection: [EMAIL] },
  toggleNumbers: { selection: [EMAIL] },
  toggleMarquee: { selection: [EMAIL] },
  toggleProblems: { selection: [EMAIL] },
  playRun: { selection: [EMAIL] },
};
