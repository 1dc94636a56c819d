import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../journey/annotations.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { Marks } from '../marks.ts';
import { AnnotationLine } from './AnnotationLine.tsx';
import { annotationRows, isAnnotation, type OutlineEntry } from './annotationRows.ts';
import { OutlineLine } from './OutlineLine.tsx';
import { outlineRows, visibleRows } from './outlineRows.ts';
import { useComingBack } from './useComingBack.ts';
import { useRowInSight } from './useRowInSight.ts';
import styles from './Outline.module.css';

interface OutlineProps {
  readonly journey: Journey;
  readonly marks: Marks;
  readonly onMarks: (marks: Partial<Marks>) => void;
  /** Given where the outline is only read: pressing a line leads to what it stands for, the keyboard comes to it, and nothing is folded. */
  readonly onOpen?: (row: OutlineEntry) => void;
}

/**
 * The journey as a tree for keyboards and screen readers, with its notes and groups at the end. It selects what the canvas selects, so every command of the canvas works
 * from here: by its keys, from the menu of a line, in the command palette.
 */
export function Outline({ journey, marks, onMarks, onOpen }: OutlineProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const selection = useWorkspace((workspace) => workspace.selection);
  const tree = useRef<HTMLDivElement>(null);
  const { people, worst } = useLineFacts();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => outlineRows(journey), [journey]);
  const annotations = useMemo(() => annotationRows(journey), [journey]);
  const steps = useMemo(() => visibleRows(all, closed), [all, closed]);
  const rows = useMemo((): readonly OutlineEntry[] => [...steps, ...annotations], [steps, annotations]);
  // A group is selected by its steps, so only the line knows that the keyboard is on it.
  const [at, setAt] = useState<string>();
  const scene = { journey, selection, marks };
  const chosen = annotations.find((row) => row.key === at && isSelected(row, scene));
  const active = chosen ?? activeRow(rows, scene) ?? rows[0];
  useRowInSight(active, journey);
  useComingBack(tree, marks.editingNote);
  const latest = useRef({ journey, marks });
  useEffect(() => {
    latest.current = { journey, marks };
  });

  const isRead = onOpen !== undefined;
  useEffect(() => {
    if (isRead) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [isRead]);

  const had = useRef<number>(undefined);
  useEffect(() => {
    // The line with the keyboard is gone: the one in its place takes it.
    const isLost = had.current !== undefined && document.activeElement === document.body;
    if (isLost) tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[had.current ?? 0]?.focus();
  }, [rows]);
  useEffect(() => {
    if (!active || !tree.current?.contains(document.activeElement)) return;
    const line = tree.current.querySelector<HTMLElement>(`[data-row="${CSS.escape(active.key)}"]`);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = useCallback(
    (row: OutlineEntry | undefined, also = false) => {
      if (!row) return;
      const before = { selection: store.getState().selection, notes: latest.current.marks.notes };
      const next = chosenWith(row, latest.current.journey, also ? before : NOTHING);
      setAt(isAnnotation(row) ? row.key : undefined);
      store.getState().select(next.selection);
      onMarks({ link: row.kind === 'way' || row.kind === 'again' ? row.exit : undefined, notes: next.notes });
    },
    [store, onMarks],
  );
  const pick = useCallback(
    (row: OutlineEntry, also: boolean) => {
      if (onOpen) onOpen(row);
      else choose(row, also);
    },
    [onOpen, choose],
  );
  const foldOrOpen = useCallback((key: string) => setClosed((before) => withToggled(before, key)), []);
  const press = (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const at = rows.indexOf(active);
    const canFold = hasChildren(active) && !isRead;
    const isOpen = canFold && !closed.has(active.key);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(rows[at + 1]),
      ArrowUp: () => choose(rows[at - 1]),
      Home: () => choose(rows[0]),
      End: () => choose(rows.at(-1)),
      ArrowRight: () => {
        if (canFold && !isOpen) foldOrOpen(active.key);
        else if (hasChildren(active)) choose(rows[at + 1]);
      },
      ArrowLeft: () => {
        if (isOpen) foldOrOpen(active.key);
        else choose(rows.find(({ key }) => key === active.parent));
      },
      ' ': () => choose(active, true),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('canvas.outline.label')}
      aria-multiselectable="true"
      className={styles.tree}
      onFocus={({ target }) => {
        had.current = rows.findIndex(({ key }) => key === target.dataset['row']);
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) had.current = undefined;
      }}
      onKeyDown={press}
    >
      {steps.map((row) => (
        <OutlineLine
          key={row.key}
          row={row}
          journey={journey}
          selected={isSelected(row, scene)}
          tabbable={row === active}
          expanded={hasChildren(row) && !isRead ? !closed.has(row.key) : undefined}
          people={row.kind === 'step' ? people.get(row.id) : undefined}
          worst={row.kind === 'step' ? worst.get(row.id) : undefined}
          onChoose={pick}
          onFold={foldOrOpen}
        />
      ))}
      {annotations.length > 0 && (
        <div role="group" aria-label={t('canvas.outline.annotations')} className={styles.section}>
          <div aria-hidden="true" className={styles.heading}>
            {t('canvas.outline.annotations')}
          </div>
          {annotations.map((row) => (
            <AnnotationLine
              key={row.key}
              row={row}
              journey={journey}
              selected={isSelected(row, scene)}
              tabbable={row === active}
              onChoose={pick}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** What the forecast and the linter know, by step. */
function useLineFacts() {
  const report = useWorkspace(({ forecast }) => forecast.report);
  const problems = useWorkspace((workspace) => workspace.problems);
  const people = useMemo(() => new Map(report?.steps.map(({ id, entered }) => [id, entered])), [report]);
  const worst = useMemo(() => {
    const found = new Map<StepId, 'error' | 'warning'>();
    for (const { step, severity } of problems)
      if (step !== undefined && found.get(step) !== 'error') found.set(step, severity);
    return found;
  }, [problems]);
  return { people, worst };
}

interface Chosen {
  readonly selection: readonly StepId[];
  readonly notes: readonly NoteId[];
}

const NOTHING: Chosen = { selection: [], notes: [] };

/** What is selected once the line is chosen as well: what was selected of it before is so no longer. */
function chosenWith(row: OutlineEntry, { groups }: Journey, { selection, notes }: Chosen): Chosen {
  switch (row.kind) {
    case 'step':
      return { selection: toggled(selection, [row.id]), notes };
    case 'group':
      return { selection: toggled(selection, groups?.[row.id]?.steps ?? []), notes };
    case 'note':
      return { selection, notes: toggled(notes, [row.id]) };
    case 'way':
    case 'again':
      return { selection: [row.exit.from], notes: [] };
  }
}

function toggled<T>(selected: readonly T[], some: readonly T[]): readonly T[] {
  const others = selected.filter((known) => !some.includes(known));
  return some.every((one) => selected.includes(one)) ? others : [...others, ...some];
}

function withToggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function hasChildren(row: OutlineEntry): boolean {
  return (row.kind === 'step' && row.hasWays) || (row.kind === 'way' && row.hasMore);
}

interface Scene {
  readonly journey: Journey;
  readonly selection: readonly StepId[];
  readonly marks: Marks;
}

function isSelected(row: OutlineEntry, { journey, selection, marks: { link, notes } }: Scene): boolean {
  switch (row.kind) {
    case 'step':
      return selection.includes(row.id) && link === undefined;
    case 'note':
      return notes.includes(row.id);
    case 'group':
      return (
        link === undefined && (journey.groups?.[row.id]?.steps ?? []).every((id) => selection.includes(id))
      );
    case 'way':
    case 'again':
      return link?.from === row.exit.from && link.exit === row.exit.exit;
  }
}

/** The line where the keyboard is: of the marked link, else of the step selected last, else of the note. */
function activeRow(rows: readonly OutlineEntry[], scene: Scene): OutlineEntry | undefined {
  const last = scene.selection.at(-1);
  const { link, notes } = scene.marks;
  const isWay = ({ kind }: OutlineEntry) => kind === 'way' || kind === 'again';
  return (
    (link && rows.find((row) => isWay(row) && isSelected(row, scene))) ??
    rows.find((row) => row.kind === 'step' && row.id === last) ??
    rows.find((row) => row.kind === 'note' && row.id === notes.at(-1))
  );
}
