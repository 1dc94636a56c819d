import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsRight,
  Home,
  Search,
  SquareDashedMousePointer,
  SquareX,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { reachableFrom, successorsOf } from '../../../journey/graph.ts';
import type { StepId } from '../../../journey/journey.ts';
import { needsSome, type CommandDefinition } from './scene.ts';
import { firstOf, neighbour, type Direction } from './walk.ts';

const walk = (direction: Direction, key: string, icon: LucideIcon): CommandDefinition => ({
  group: 'walk',
  icon,
  keys: [key],
  edits: false,
  obstacle: ({ journey, selection }) => {
    const from = selection.at(-1);
    if (!from) return undefined;
    return neighbour(journey, from, direction) ? undefined : 'nobodyThere';
  },
  run: ({ journey, selection }, hands) => {
    const from = selection.at(-1) ?? hands.focused();
    const to = from ? neighbour(journey, from, direction) : firstOf(journey);
    if (!to) return;
    hands.select([to]);
    hands.show(to);
  },
});

const extend = (direction: Direction, key: string, icon: LucideIcon): CommandDefinition => ({
  ...walk(direction, `Ctrl+Shift+${key}`, icon),
  group: 'select',
  run: ({ journey, selection }, hands) => {
    const from = selection.at(-1);
    const to = from ? neighbour(journey, from, direction) : firstOf(journey);
    if (to) hands.select([...selection.filter((id) => id !== to), to]);
  },
});

/** Choosing what commands are about, and walking along the journey. */
export const selectCommands = {
  selectAll: {
    group: 'select',
    icon: SquareDashedMousePointer,
    keys: ['Ctrl+A'],
    edits: false,
    run: ({ journey }, hands) =>
      hands.select(Object.keys(journey.steps) as StepId[], Object.keys(journey.notes ?? {})),
  },
  selectNone: {
    group: 'select',
    icon: SquareX,
    keys: ['Escape'],
    edits: false,
    run: (_, hands) => {
      hands.select([]);
      hands.selectLink(undefined);
    },
  },
  selectOnward: {
    group: 'select',
    icon: ChevronsRight,
    keys: ['Shift+A'],
    edits: false,
    obstacle: needsSome,
    run: ({ journey, selection }, hands) =>
      hands.select([...reachableFrom(selection, successorsOf(journey))]),
  },
  find: {
    group: 'select',
    icon: Search,
    keys: ['Ctrl+F', '/'],
    edits: false,
    run: (_, hands) => hands.panels.find(),
  },
  extendOn: extend('right', 'ArrowRight', ArrowRight),
  extendBack: extend('left', 'ArrowLeft', ArrowLeft),
  extendUp: extend('up', 'ArrowUp', ArrowUp),
  extendDown: extend('down', 'ArrowDown', ArrowDown),
  goToStart: {
    group: 'walk',
    icon: Home,
    keys: ['Home'],
    edits: false,
    run: ({ journey }, hands) => {
      const first = firstOf(journey);
      if (!first) return;
      hands.select([first]);
      hands.show(first);
    },
  },
  goOn: walk('right', 'ArrowRight', ArrowRight),
  goBack: walk('left', 'ArrowLeft', ArrowLeft),
  goUp: walk('up', 'ArrowUp', ArrowUp),
  goDown: walk('down', 'ArrowDown', ArrowDown),
} satisfies Record<string, CommandDefinition>;
