import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Move,
  WandSparkles,
  type LucideIcon,
} from 'lucide-react';
import type { Position, StepId } from '../../../journey/journey.ts';
import { align, distribute, nudge, type Axis, type Edge } from './arrange.ts';
import { needsSome, type CommandDefinition, type Obstacle, type Scene } from './scene.ts';

const atLeast =
  (count: number, obstacle: Obstacle) =>
  ({ selection }: Scene): Obstacle | undefined =>
    selection.length < count ? obstacle : undefined;

const aligning = (edge: Edge, icon: LucideIcon): CommandDefinition => ({
  group: 'arrange',
  icon,
  edits: true,
  obstacle: atLeast(2, 'twoSteps'),
  run: ({ journey, selection }, hands) => {
    const edit = align(journey, selection, edge);
    if (edit) hands.edit(edit);
  },
});

const distributing = (axis: Axis, icon: LucideIcon): CommandDefinition => ({
  group: 'arrange',
  icon,
  edits: true,
  obstacle: atLeast(3, 'threeSteps'),
  run: ({ journey, selection }, hands) => {
    const edit = distribute(journey, selection, axis);
    if (edit) hands.edit(edit);
  },
});

/** Presses that follow each other are one undo step. */
const nudging = (by: Position, key: string): CommandDefinition => ({
  group: 'arrange',
  icon: Move,
  keys: [`Shift+${key}`],
  edits: true,
  obstacle: needsSome,
  run: ({ journey, selection }, hands) => {
    const edit = nudge(journey, selection, by);
    if (edit) hands.edit(edit, { merge: `move.${selection.join('.')}` });
  },
});

/** Where cards stand. */
export const arrangeCommands = {
  tidy: {
    group: 'arrange',
    icon: WandSparkles,
    keys: ['L'],
    edits: true,
    obstacle: ({ journey }) => (Object.keys(journey.steps).length < 2 ? 'onlyStep' : undefined),
    run: ({ journey, selection }, hands) => {
      const ids = selection.length > 1 ? selection : (Object.keys(journey.steps) as StepId[]);
      void import('./tidy.ts').then(({ tidy }) => {
        const edit = tidy(journey, ids);
        if (!edit) return hands.say(hands.words.alreadyTidy());
        hands.edit(edit);
        hands.view.glide(journey);
      });
    },
  },
  alignLeft: aligning('left', AlignStartVertical),
  alignCentre: aligning('centre', AlignCenterVertical),
  alignRight: aligning('right', AlignEndVertical),
  alignTop: aligning('top', AlignStartHorizontal),
  alignMiddle: aligning('middle', AlignCenterHorizontal),
  alignBottom: aligning('bottom', AlignEndHorizontal),
  distributeAcross: distributing('across', AlignHorizontalDistributeCenter),
  distributeDown: distributing('down', AlignVerticalDistributeCenter),
  nudgeLeft: nudging({ x: -1, y: 0 }, 'ArrowLeft'),
  nudgeRight: nudging({ x: 1, y: 0 }, 'ArrowRight'),
  nudgeUp: nudging({ x: 0, y: -1 }, 'ArrowUp'),
  nudgeDown: nudging({ x: 0, y: 1 }, 'ArrowDown'),
} satisfies Record<string, CommandDefinition>;
