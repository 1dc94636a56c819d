import { memo, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeResizer, type NodeProps } from '@xyflow/react';
import { StickyNote } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCanvas } from './canvasContext.ts';
import { tintColour } from './commands/tints.ts';
import { noteIdOf, type NoteNode } from './flow.ts';
import styles from './NoteCard.module.css';

const SMALLEST = 40;

/** Words beside the steps. A double click or Enter writes into it; Escape or leaving it keeps what was written. */
export const NoteCard = memo(function NoteCard({ id, data, selected, draggable }: NodeProps<NoteNode>) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  const { note, editing } = data;
  const noteId = noteIdOf(id) ?? id;
  const style: CSSProperties & Record<'--tint', string> = { '--tint': tintColour(note.tint) };
  return (
    <div
      className={classes(styles.note, selected && styles.selected)}
      style={style}
      onDoubleClick={() => canvas.editNote(noteId)}
    >
      {draggable && (
        <NodeResizer
          isVisible={selected}
          minWidth={SMALLEST * 2}
          minHeight={SMALLEST}
          color="var(--accent)"
        />
      )}
      <span className={styles.icon}>
        <Icon of={StickyNote} size={14} />
      </span>
      {editing ? (
        <NoteText text={note.text} onDone={(text) => canvas.writeNote(noteId, text)} />
      ) : (
        <p dir="auto" className={classes(styles.text, !note.text && styles.none)}>
          {note.text || t('canvas.note.write')}
        </p>
      )}
    </div>
  );
});

function NoteText({ text, onDone }: { readonly text: string; readonly onDone: (text: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  return (
    <textarea
      autoFocus
      dir="auto"
      className={classes('nodrag', 'nowheel', styles.input)}
      aria-label={t('canvas.note.text')}
      placeholder={t('canvas.note.write')}
      maxLength={10_000}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onDone(typed)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          onDone(typed);
        }
      }}
    />
  );
}
