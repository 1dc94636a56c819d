import { useId, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import type { Group, GroupId } from '../../journey/annotations.ts';
import type { Journey, Position, StepId } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { shortText } from '../../ui/complaints.ts';
import { boxesOf, bounds, moves } from './commands/arrange.ts';
import { tintColour } from './commands/tints.ts';
import { placeOf, snap } from './canvasEdits.ts';
import { frameAround } from './cardLayout.ts';
import type { Dragging } from './useFlow.ts';
import styles from './GroupFrames.module.css';

interface GroupFramesProps {
  readonly journey: Journey;
  readonly dragging: Dragging;
  readonly readOnly: boolean;
  readonly renaming: GroupId | undefined;
  readonly onRename: (id: GroupId | undefined) => void;
}

/** Coloured frames below the cards, each as large as its steps need. */
export function GroupFrames({ journey, ...rest }: GroupFramesProps) {
  const groups = Object.entries(journey.groups ?? {});
  if (groups.length === 0) return null;
  return (
    <ViewportPortal>
      {groups.map(([id, group]) => (
        <GroupFrame key={id} id={id} group={group} journey={journey} {...rest} />
      ))}
    </ViewportPortal>
  );
}

interface GroupFrameProps extends GroupFramesProps {
  readonly id: GroupId;
  readonly group: Group;
}

function GroupFrame({ id, group, journey, dragging, readOnly, renaming, onRename }: GroupFrameProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const drag = useGroupDrag(group.steps, dragging);
  const chosen = useWorkspace(({ selection }) => group.steps.every((step) => selection.includes(step)));
  const moved = { ...journey, layout: { ...journey.layout, ...dragging.places } };
  const box = frameAround(bounds(boxesOf(moved, group.steps).map((known) => known.box)));
  const style: CSSProperties & Record<'--tint', string> = {
    '--tint': tintColour(group.tint),
    transform: `translate(${box.x}px, ${box.y}px)`,
    width: box.width,
    height: box.height,
  };
  return (
    <div
      role="group"
      aria-label={t('canvas.groupFrame.label', { name: group.name })}
      className={styles.frame}
      data-chosen={chosen || undefined}
      style={style}
    >
      {renaming === id && !readOnly ? (
        <GroupName
          name={group.name}
          onDone={(name) => {
            onRename(undefined);
            if (name.trim() && name !== group.name)
              store.getState().edit({ type: 'putGroup', id, group: { ...group, name: name.trim() } });
          }}
        />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          dir="auto"
          className={`nopan ${styles.head}`}
          aria-label={t('canvas.groupFrame.select', { name: group.name })}
          onClick={() => store.getState().select(group.steps)}
          onDoubleClick={() => onRename(id)}
          onPointerDown={readOnly ? undefined : drag}
        >
          {group.name}
        </button>
      )}
    </div>
  );
}

function GroupName({ name, onDone }: { readonly name: string; readonly onDone: (name: string) => void }) {
  const { t } = useTranslation();
  const reason = useId();
  const [typed, setTyped] = useState(name);
  const complaint = shortText(t)(typed);
  // A name that cannot be taken over stays in its box until it is shortened or given up.
  const done = () => {
    if (!complaint) onDone(typed);
  };
  return (
    <>
      <input
        autoFocus
        dir="auto"
        className={`nopan ${styles.name}`}
        aria-label={t('canvas.groupFrame.rename')}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint && reason}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') done();
          if (event.key === 'Escape') onDone(name);
        }}
      />
      {complaint && (
        <span id={reason} role="alert" className={styles.complaint}>
          {complaint}
        </span>
      )}
    </>
  );
}

/** The head takes all steps of the group along; at the drop it is one edit. */
function useGroupDrag(steps: readonly StepId[], dragging: Dragging) {
  const store = useWorkspaceStore();
  const flow = useReactFlow();
  return (event: PointerEvent<HTMLElement>) => {
    const { journey } = store.getState();
    if (event.button !== 0 || !journey) return;
    const head = event.currentTarget;
    head.setPointerCapture(event.pointerId);
    const from = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    let by: Position = { x: 0, y: 0 };
    const shifted = () =>
      steps.map((id) => {
        const { x, y } = placeOf(journey, id);
        return [id, { x: x + by.x, y: y + by.y }] as const;
      });
    const move = (at: globalThis.PointerEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: at.clientX, y: at.clientY });
      by = snap({ x: x - from.x, y: y - from.y });
      dragging.move(Object.fromEntries(shifted()));
    };
    const stop = () => {
      head.removeEventListener('pointermove', move);
      const edit = moves(journey, shifted());
      if (edit) store.getState().edit(edit);
      dragging.stop();
    };
    head.addEventListener('pointermove', move);
    head.addEventListener('lostpointercapture', stop, { once: true });
  };
}
