import type { LucideIcon } from 'lucide-react';
import type { GroupId, NoteId, Tint } from '../../../journey/annotations.ts';
import type { Edit } from '../../../journey/edits.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Step } from '../../../journey/steps/index.ts';
import type { Anchor } from '../../../ui/place.ts';
import type { Addition, ExitRef } from '../canvasEdits.ts';
import type { NewStep } from '../newSteps.ts';

/** What commands look at: the document and what of it is selected. */
export interface Scene {
  readonly journey: Journey;
  readonly selection: readonly StepId[];
  readonly notes: readonly NoteId[];
  readonly link: ExitRef | undefined;
}

/** What commands do things with. The canvas gives hands that move a view and open lists; tests may give others. */
export interface Hands {
  edit(edit: Edit, options?: { readonly merge?: string }): void;
  /** Adds a step to the journey as it is then, selects and shows it. */
  add(make: (journey: Journey) => Addition): void;
  /** Adds what was chosen without saying where: where it is most likely meant. */
  addChosen(choice: NewStep): void;
  select(ids: readonly StepId[], notes?: readonly NoteId[]): void;
  selectLink(link: ExitRef | undefined): void;
  /** Puts the keyboard where the step is shown and brings it into sight. */
  show(id: StepId): void;
  /** Selects the step and brings it to the middle. */
  reveal(id: StepId): void;
  /** Selects the note and brings it to the middle. */
  revealNote(id: NoteId): void;
  /** Shows all steps of the group, and selects them where the canvas is drawn on. */
  revealGroup(id: GroupId): void;
  /** The step that has the keyboard, selected or not. */
  focused(): StepId | undefined;
  /** Says a sentence. */
  say(words: string): void;
  remove(ids: readonly StepId[], notes: readonly NoteId[], links: readonly ExitRef[]): boolean;
  readonly ask: {
    /** Which kind of step goes behind the exit, beside what was pressed. */
    after(exit: ExitRef, anchor: Anchor): void;
    /** Which kind of step goes where the pointer is. */
    here(anchor: Anchor, then: (choice: NewStep) => void): void;
    /** Which kind of step; `beside` says where the list opens. */
    kind(beside: StepId | undefined, title: Title, then: (choice: NewStep) => void, exit?: string): void;
    step(
      beside: StepId | undefined,
      title: Title,
      among: readonly StepId[],
      then: (id: StepId) => void,
      exit?: string,
    ): void;
    exit(beside: StepId, title: Title, then: (exit: string) => void): void;
    way(beside: StepId, then: (step: Step) => void): void;
    tint(beside: StepId | undefined, then: (tint: Tint) => void): void;
  };
  readonly view: {
    fit(ids?: readonly StepId[]): void;
    zoom(way: 'in' | 'out' | 'full'): void;
    /** Whether dragging on the empty canvas selects or moves it. */
    toggleMarquee(): void;
    /** Whether cards count people or tell shares. */
    toggleNumbers(): void;
    centre(id: StepId): void;
    /** A free place in the middle of what is seen. */
    middle(): { readonly x: number; readonly y: number };
    /** Moves cards to their new places so that the eye can follow. */
    glide(before: Journey): void;
  };
  readonly words: {
    newGroup(): string;
    notesOutside(): string;
    alreadyTidy(): string;
    /** What steps are called when they are added. */
    newSteps(): readonly string[];
  };
  readonly clipboard: { copy(cut: boolean): void; paste(): void };
  readonly panels: {
    form(): void;
    settings(): void;
    find(): void;
    toggle(panel: 'outline' | 'problems' | 'player'): void;
    editNote(id: NoteId): void;
    renameGroup(id: GroupId): void;
  };
}

/** What a list asks for, by its key in the catalogue. */
export type Title = 'addAfter' | 'addBefore' | 'addBeside' | 'add' | 'replace' | 'connect' | 'goTo' | 'exit';

export type CommandGroup = 'add' | 'change' | 'select' | 'walk' | 'arrange' | 'view';

/** Why a command cannot be done now, by its key in the catalogue. */
export type Obstacle =
  | 'nothing'
  | 'oneStep'
  | 'aStep'
  | 'twoSteps'
  | 'threeSteps'
  | 'noWayOut'
  | 'noNewWay'
  | 'noLink'
  | 'noWayIn'
  | 'fixedKind'
  | 'entryStaysOn'
  | 'noneOpen'
  | 'noGroup'
  | 'nobodyThere'
  | 'onlyStep';

export interface CommandDefinition {
  readonly group: CommandGroup;
  readonly icon: LucideIcon;
  readonly keys?: readonly string[];
  /** The browser itself brings these keys, as events of the clipboard. */
  readonly native?: boolean;
  readonly danger?: boolean;
  /** Whether it changes the document: a read-only canvas does not offer it. */
  readonly edits: boolean;
  readonly obstacle?: (scene: Scene) => Obstacle | undefined;
  readonly run: (scene: Scene, hands: Hands) => void;
}

export function onlyStep({ selection }: Scene): StepId | undefined {
  return selection.length === 1 ? selection[0] : undefined;
}

export function stepAt({ journey }: Scene, id: StepId | undefined): Step | undefined {
  return id === undefined ? undefined : journey.steps[id];
}

export const needsOne = (scene: Scene): Obstacle | undefined =>
  onlyStep(scene) === undefined ? 'oneStep' : undefined;
export const needsSome = ({ selection }: Scene): Obstacle | undefined =>
  selection.length === 0 ? 'aStep' : undefined;
