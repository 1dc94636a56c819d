import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  GitFork,
  Link,
  Plus,
  StickyNote,
} from 'lucide-react';
import { NOTE_SIZE } from '../../../journey/annotations.ts';
import { freshId } from '../../../journey/ids.ts';
import type { StepId } from '../../../journey/journey.ts';
import { exitsOf } from '../../../journey/steps/index.ts';
import { addAfter, addAt, freePlace, openExit, type ExitRef } from '../canvasEdits.ts';
import { makeStep, type NewStep } from '../newSteps.ts';
import { newWays } from './addWay.ts';
import { needsOne, onlyStep, stepAt, type CommandDefinition, type Hands, type Scene } from './scene.ts';
import { nearestOpen, upstream } from './walk.ts';

/** Adding steps, ways out and links, from wherever the keyboard is. */
export const addCommands = {
  addAfter: {
    group: 'add',
    icon: ArrowRightToLine,
    keys: ['Tab', 'Ctrl+ArrowRight'],
    edits: true,
    obstacle: (scene) => needsOne(scene) ?? (wayOnward(scene) ? undefined : 'noWayOut'),
    run: (scene, hands) => addVia(hands, wayOnward(scene), 'addAfter'),
  },
  addBefore: {
    group: 'add',
    icon: ArrowLeftToLine,
    keys: ['Ctrl+ArrowLeft'],
    edits: true,
    obstacle: (scene) => needsOne(scene) ?? (wayIn(scene) ? undefined : 'noWayIn'),
    run: (scene, hands) => addVia(hands, wayIn(scene), 'addBefore'),
  },
  addBelow: {
    group: 'add',
    icon: ArrowDownToLine,
    keys: ['Ctrl+ArrowDown', 'Ctrl+ArrowUp'],
    edits: true,
    obstacle: (scene) => needsOne(scene) ?? (wayBeside(scene) ? undefined : 'noneOpen'),
    run: (scene, hands) => addVia(hands, wayBeside(scene), 'addBeside'),
  },
  addLoose: {
    group: 'add',
    icon: Plus,
    keys: ['A'],
    edits: true,
    run: ({ selection }, hands) =>
      hands.ask.kind(selection[0], 'add', (choice) =>
        hands.add((now) => addAt(now, makeStep(choice), hands.view.middle())),
      ),
  },
  addWay: {
    group: 'add',
    icon: GitFork,
    keys: ['B'],
    edits: true,
    obstacle: (scene) => {
      const step = stepAt(scene, onlyStep(scene));
      return needsOne(scene) ?? (step && newWays(step, String).length > 0 ? undefined : 'noNewWay');
    },
    run: (scene, hands) => {
      const id = onlyStep(scene);
      if (id) hands.ask.way(id, (step) => hands.edit({ type: 'changeStep', id, step }));
    },
  },
  connect: {
    group: 'add',
    icon: Link,
    keys: ['C'],
    edits: true,
    obstacle: (scene) => {
      const step = stepAt(scene, onlyStep(scene));
      return needsOne(scene) ?? (step && exitsOf(step).length > 0 ? undefined : 'noWayOut');
    },
    run: (scene, hands) => {
      const id = onlyStep(scene);
      if (!id) return;
      const open = linkOf(scene, id)?.exit ?? openExit(scene.journey, id);
      if (open) connectFrom(scene, hands, { from: id, exit: open });
      else hands.ask.exit(id, 'exit', (exit) => connectFrom(scene, hands, { from: id, exit }));
    },
  },
  addNote: {
    group: 'add',
    icon: StickyNote,
    keys: ['N'],
    edits: true,
    run: ({ journey }, hands) => {
      const id = freshId(Object.keys(journey.notes ?? {}), 'note');
      const { x, y } = freePlace(journey, { ...hands.view.middle(), ...NOTE_SIZE });
      hands.edit({ type: 'putNote', id, note: { text: '', tint: 'amber', x, y, ...NOTE_SIZE } });
      hands.select([], [id]);
      hands.panels.editNote(id);
    },
  },
} satisfies Record<string, CommandDefinition>;

/** The selected link's exit, the first open exit, or the only one there is. */
function wayOn(scene: Scene): ExitRef | undefined {
  const from = onlyStep(scene);
  const step = stepAt(scene, from);
  if (!from || !step) return undefined;
  const exits = exitsOf(step);
  const exit = linkOf(scene, from)?.exit ?? openExit(scene.journey, from) ?? exits[0];
  return exit === undefined ? undefined : { from, exit };
}

/** Behind an exit nothing can follow: whoever goes on drawing there means the way out that is still open before it. */
function wayOnward(scene: Scene): ExitRef | undefined {
  const id = onlyStep(scene);
  return wayOn(scene) ?? (id && nearestOpen(scene.journey, id));
}

/** The first link that leads to the selected step. */
function wayIn(scene: Scene): ExitRef | undefined {
  const to = onlyStep(scene);
  if (!to) return undefined;
  for (const from of upstream(scene.journey, to)) {
    const found = Object.entries(scene.journey.links[from] ?? {}).find(([, target]) => target === to);
    if (found) return { from, exit: found[0] };
  }
  return undefined;
}

/** An open exit of the step before: what goes there stands beside the selected step. */
function wayBeside(scene: Scene): ExitRef | undefined {
  const id = onlyStep(scene);
  if (!id) return undefined;
  for (const from of upstream(scene.journey, id)) {
    const exit = openExit(scene.journey, from);
    if (exit) return { from, exit };
  }
  return nearestOpen(scene.journey, id);
}

function linkOf({ link }: Scene, from: StepId): ExitRef | undefined {
  return link?.from === from ? link : undefined;
}

function addVia(
  hands: Hands,
  exit: ExitRef | undefined,
  title: 'addAfter' | 'addBefore' | 'addBeside',
): void {
  if (!exit) return;
  const add = (choice: NewStep) => hands.add((now) => addAfter(now, makeStep(choice), exit));
  hands.ask.kind(exit.from, title, add, exit.exit);
}

function connectFrom({ journey }: Scene, hands: Hands, { from, exit }: ExitRef): void {
  const among = (Object.keys(journey.steps) as StepId[]).filter(
    (id) => id !== from && journey.steps[id]?.kind !== 'entry',
  );
  const connect = (to: StepId) => {
    hands.edit({ type: 'connect', from, exit, to });
    hands.show(from);
  };
  hands.ask.step(from, 'connect', among, connect, exit);
}
