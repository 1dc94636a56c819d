import {
  Clipboard,
  ClipboardPaste,
  Copy,
  Group,
  Palette,
  Pencil,
  Power,
  Replace,
  Scissors,
  Settings2,
  Trash2,
  Ungroup,
  Unlink,
} from 'lucide-react';
import type { Edit } from '../../../journey/edits.ts';
import { freshId } from '../../../journey/ids.ts';
import { cutOut, pasteClip } from '../../../journey/clip.ts';
import type { StepId } from '../../../journey/journey.ts';
import { replaceKind } from '../../../journey/replaceKind.ts';
import { snap } from '../canvasEdits.ts';
import { GAP_Y } from '../cardLayout.ts';
import { makeStep } from '../newSteps.ts';
import { bounds, boxesOf } from './arrange.ts';
import { groupOf, groupsWhole } from './groups.ts';
import { downstream, upstream } from './walk.ts';
import { needsOne, needsSome, onlyStep, stepAt, type CommandDefinition, type Scene } from './scene.ts';

const needsSomething = ({ selection, notes }: Scene) =>
  selection.length + notes.length === 0 ? 'nothing' : undefined;

/** Changing, copying and removing what is selected. */
export const changeCommands = {
  openForm: {
    group: 'change',
    icon: Pencil,
    keys: ['Enter', 'F2'],
    edits: false,
    obstacle: (scene) =>
      scene.notes.length === 1 || scene.selection.length === 0 ? undefined : needsOne(scene),
    run: ({ selection, notes }, hands) => {
      const [note] = notes;
      const focused = hands.focused();
      if (note !== undefined) hands.panels.editNote(note);
      else if (selection.length > 0 && (!focused || selection.includes(focused))) hands.panels.form();
      // A card that only has the keyboard is selected first.
      else if (focused) hands.select([focused]);
    },
  },
  openSettings: {
    group: 'change',
    icon: Settings2,
    keys: [','],
    edits: false,
    run: (_, hands) => hands.panels.settings(),
  },
  toggleDisabled: {
    group: 'change',
    icon: Power,
    keys: ['D'],
    edits: true,
    obstacle: (scene) => needsSome(scene) ?? (switchable(scene).length > 0 ? undefined : 'entryStaysOn'),
    run: (scene, hands) => hands.edit(toggled(scene.journey.steps, switchable(scene))),
  },
  replaceKind: {
    group: 'change',
    icon: Replace,
    keys: ['R'],
    edits: true,
    obstacle: (scene) =>
      needsOne(scene) ?? (stepAt(scene, onlyStep(scene))?.kind === 'entry' ? 'fixedKind' : undefined),
    run: (scene, hands) => {
      const id = onlyStep(scene);
      if (!id) return;
      hands.ask.kind(id, 'replace', (choice) => {
        if (choice.kind !== 'entry')
          hands.edit(replaceKind(scene.journey, id, makeStep(choice), hands.words.newSteps()));
        hands.show(id);
      });
    },
  },
  copy: {
    group: 'change',
    icon: Copy,
    keys: ['Ctrl+C'],
    native: true,
    edits: false,
    obstacle: needsSomething,
    run: (_, hands) => hands.clipboard.copy(false),
  },
  cut: {
    group: 'change',
    icon: Scissors,
    keys: ['Ctrl+X'],
    native: true,
    edits: true,
    obstacle: needsSomething,
    run: (_, hands) => hands.clipboard.copy(true),
  },
  paste: {
    group: 'change',
    icon: ClipboardPaste,
    keys: ['Ctrl+V'],
    native: true,
    edits: true,
    run: (_, hands) => hands.clipboard.paste(),
  },
  duplicate: {
    group: 'change',
    icon: Clipboard,
    keys: ['Ctrl+D'],
    edits: true,
    obstacle: needsSomething,
    run: ({ journey, selection, notes }, hands) => {
      const boxes = [
        ...boxesOf(journey, selection).map(({ box }) => box),
        ...notes.flatMap((id) => journey.notes?.[id] ?? []),
      ];
      const by = snap({ x: 0, y: bounds(boxes).height + GAP_Y });
      const outcome = pasteClip(journey, cutOut(journey, selection, notes), by);
      if (!outcome.ok) return hands.say(outcome.problem.words);
      hands.edit(outcome.paste.edit);
      hands.select(outcome.paste.steps, outcome.paste.notes);
    },
  },
  remove: {
    group: 'change',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    danger: true,
    edits: true,
    obstacle: (scene) => (scene.link ? undefined : needsSomething(scene)),
    run: ({ journey, selection, notes, link }, hands) => {
      // Who marked a link means the link, also where its step is selected with it.
      if (link) {
        hands.remove([], [], [link]);
        return;
      }
      const next = beside(journey, selection);
      if (hands.remove(selection, notes, []) && next) hands.show(next);
    },
  },
  disconnect: {
    group: 'change',
    icon: Unlink,
    keys: ['Shift+C'],
    edits: true,
    obstacle: (scene) => needsOne(scene) ?? (Object.keys(linksFrom(scene)).length > 0 ? undefined : 'noLink'),
    run: (scene, hands) => {
      const from = onlyStep(scene);
      if (!from) return;
      const exits = Object.keys(linksFrom(scene));
      const remove = (exit: string) => hands.remove([], [], [{ from, exit }]);
      const [only] = exits;
      const chosen = scene.link?.from === from ? scene.link.exit : exits.length === 1 ? only : undefined;
      if (chosen === undefined) hands.ask.exit(from, 'exit', remove);
      else remove(chosen);
    },
  },
  group: {
    group: 'change',
    icon: Group,
    keys: ['Ctrl+G'],
    edits: true,
    obstacle: needsSome,
    run: ({ journey, selection, notes }, hands) => {
      const id = freshId(Object.keys(journey.groups ?? {}), 'group');
      const tint = 'blue';
      hands.edit({ type: 'putGroup', id, group: { name: hands.words.newGroup(), tint, steps: selection } });
      hands.panels.renameGroup(id);
      if (notes.length > 0) hands.say(hands.words.notesOutside());
    },
  },
  ungroup: {
    group: 'change',
    icon: Ungroup,
    keys: ['Ctrl+Shift+G'],
    edits: true,
    obstacle: ({ journey, selection }) =>
      selection.some((id) => groupOf(journey, id)) ? undefined : 'noGroup',
    run: ({ journey, selection }, hands) => {
      const ids = [...new Set(selection.flatMap((id) => groupOf(journey, id) ?? []))];
      hands.edit({ type: 'removeGroups', ids });
    },
  },
  tint: {
    group: 'change',
    icon: Palette,
    keys: ['T'],
    edits: true,
    obstacle: ({ journey, selection, notes }) =>
      notes.length > 0 || groupsWhole(journey, selection).length > 0 ? undefined : 'noGroup',
    run: ({ journey, selection, notes }, hands) =>
      hands.ask.tint(selection[0], (tint) => {
        const edits: readonly Edit[] = [
          ...notes.flatMap((id): Edit[] => {
            const note = journey.notes?.[id];
            return note ? [{ type: 'putNote', id, note: { ...note, tint } }] : [];
          }),
          ...groupsWhole(journey, selection).flatMap((id): Edit[] => {
            const group = journey.groups?.[id];
            return group ? [{ type: 'putGroup', id, group: { ...group, tint } }] : [];
          }),
        ];
        hands.edit({ type: 'several', edits });
      }),
  },
} satisfies Record<string, CommandDefinition>;

function linksFrom(scene: Scene): Readonly<Record<string, StepId>> {
  const id = onlyStep(scene);
  return (id && scene.journey.links[id]) ?? {};
}

/** Without an entry nobody comes in, so it cannot be switched off. */
function switchable({ journey, selection }: Scene): readonly StepId[] {
  return selection.filter((id) => journey.steps[id]?.kind !== 'entry');
}

/** Where the keyboard goes on when these steps are gone: before them, else behind. */
function beside(journey: Scene['journey'], ids: readonly StepId[]): StepId | undefined {
  const near = [
    ...ids.flatMap((id) => upstream(journey, id)),
    ...ids.flatMap((id) => downstream(journey, id)),
  ];
  return near.find((id) => !ids.includes(id));
}

/** All off when any is on, else all on. */
function toggled(steps: Scene['journey']['steps'], ids: readonly StepId[]): Edit {
  const off = ids.some((id) => !steps[id]?.disabled);
  const edits = ids.flatMap((id): Edit[] => {
    const step = steps[id];
    if (!step) return [];
    const { disabled: _, ...rest } = step;
    return [{ type: 'changeStep', id, step: off ? { ...step, disabled: true } : rest }];
  });
  return { type: 'several', edits };
}
