import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { Marks } from '../marks.ts';
import { OutlineLine } from './OutlineLine.tsx';
import { outlineRows, visibleRows, type OutlineRow } from './outlineRows.ts';
import styles from './Outline.module.css';

interface OutlineProps {
  readonly journey: Journey;
  readonly marks: Marks;
  readonly onMarks: (marks: Partial<Marks>) => void;
  /** Given where the outline is only read: pressing a line leads to its step, the keyboard comes to it, and nothing is folded. */
  readonly onOpen?: (id: StepId) => void;
}

/**
 * The journey as a tree for keyboards and screen readers. It selects what the canvas selects, so every command of the canvas works
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
  const rows = useMemo(() => visibleRows(all, closed), [all, closed]);
  const active = activeRow(rows, selection, marks) ?? rows[0];

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
    (row: OutlineRow | undefined, also = false) => {
      if (!row) return;
      const { selection: before, select } = store.getState();
      if (row.kind !== 'step') select([row.exit.from]);
      else if (also) select(toggled(before, row.id));
      else select([row.id]);
      onMarks({ link: row.kind === 'step' ? undefined : row.exit, notes: [] });
    },
    [store, onMarks],
  );
  const pick = useCallback(
    (row: OutlineRow, also: boolean) => {
      if (onOpen) onOpen(row.kind === 'way' ? row.exit.from : row.id);
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
      {rows.map((row) => (
        <OutlineLine
          key={row.key}
          row={row}
          journey={journey}
          selected={isSelected(row, selection, marks)}
          tabbable={row === active}
          expanded={hasChildren(row) && !isRead ? !closed.has(row.key) : undefined}
          people={row.kind === 'step' ? people.get(row.id) : undefined}
          worst={row.kind === 'step' ? worst.get(row.id) : undefined}
          onChoose={pick}
          onFold={foldOrOpen}
        />
      ))}
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

function toggled(selection: readonly StepId[], id: StepId): readonly StepId[] {
  const others = selection.filter((known) => known !== id);
  return others.length < selection.length ? others : [...others, id];
}

function withToggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function hasChildren(row: OutlineRow): boolean {
  return (row.kind === 'step' && row.hasWays) || (row.kind === 'way' && row.hasMore);
}

function isSelected(row: OutlineRow, selection: readonly StepId[], { link }: Marks): boolean {
  if (row.kind === 'step') return selection.includes(row.id) && link === undefined;
  return link?.from === row.exit.from && link.exit === row.exit.exit;
}

/** The line where the keyboard is: of the marked link, else of the step selected last. */
function activeRow(
  rows: readonly OutlineRow[],
  selection: readonly StepId[],
  marks: Marks,
): OutlineRow | undefined {
  const last = selection.at(-1);
  const { link } = marks;
  const ofLink = link && rows.find((row) => row.kind !== 'step' && isSelected(row, selection, marks));
  return ofLink ?? rows.find((row) => row.kind === 'step' && row.id === last);
}
