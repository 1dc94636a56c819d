import {
  CirclePlay,
  ListTree,
  Maximize,
  MousePointer2,
  Percent,
  Scan,
  SquareDashed,
  TriangleAlert,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { needsSome, type CommandDefinition } from './scene.ts';

/** What is seen of the journey. */
export const viewCommands = {
  fit: {
    group: 'view',
    icon: Maximize,
    keys: ['Shift+1'],
    edits: false,
    run: (_, hands) => hands.view.fit(),
  },
  fitSelection: {
    group: 'view',
    icon: Scan,
    keys: ['Shift+2'],
    edits: false,
    obstacle: needsSome,
    run: ({ selection }, hands) => hands.view.fit(selection),
  },
  fullSize: {
    group: 'view',
    icon: SquareDashed,
    keys: ['Shift+0'],
    edits: false,
    run: (_, hands) => hands.view.zoom('full'),
  },
  zoomIn: {
    group: 'view',
    icon: ZoomIn,
    keys: ['+', '='],
    edits: false,
    run: (_, hands) => hands.view.zoom('in'),
  },
  zoomOut: {
    group: 'view',
    icon: ZoomOut,
    keys: ['-'],
    edits: false,
    run: (_, hands) => hands.view.zoom('out'),
  },
  toggleOutline: {
    group: 'view',
    icon: ListTree,
    keys: ['O'],
    edits: false,
    run: (_, hands) => hands.panels.toggle('outline'),
  },
  toggleNumbers: {
    group: 'view',
    icon: Percent,
    keys: ['%'],
    edits: false,
    run: (_, hands) => hands.view.toggleNumbers(),
  },
  toggleMarquee: {
    group: 'view',
    icon: MousePointer2,
    keys: ['V'],
    edits: false,
    run: (_, hands) => hands.view.toggleMarquee(),
  },
  toggleProblems: {
    group: 'view',
    icon: TriangleAlert,
    keys: ['P'],
    edits: false,
    run: (_, hands) => hands.panels.toggle('problems'),
  },
  playRun: {
    group: 'view',
    icon: CirclePlay,
    keys: ['Shift+P'],
    edits: false,
    run: (_, hands) => hands.panels.toggle('player'),
  },
} satisfies Record<string, CommandDefinition>;
