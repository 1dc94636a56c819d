import { memo, useCallback, useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeResizer, type NodeProps } from '@xyflow/react';
import { ChevronDown, StickyNote } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { LONGEST_TEXT, shortText } from '../../ui/complaints.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCanvas } from './canvasContext.ts';
import { tintColour } from './commands/tints.ts';
import { noteIdOf, type NoteNode } from './flow.ts';
import styles from './NoteCard.module.css';

const SMALLEST = 40;

/** Words beside the steps. A double click or Enter writes into it; Escape or leaving it keeps what was written. */
export const NoteCard = memo(function NoteCard({ id, data, selected, draggable }: NodeProps<NoteNode>) {
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
        <NoteWords text={note.text} />
      )}
    </div>
  );
});

type More = 'none' | 'below' | 'above';

/** Keys that scroll the text instead of walking on the canvas. */
const SCROLLS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

/** The text; where the note is too small for it, it says so and scrolls. */
function NoteWords({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const words = useRef<HTMLParagraphElement>(null);
  const [more, setMore] = useState<More>('none');
  const look = useCallback(() => setMore(moreOf(words.current)), []);
  useEffect(() => {
    const element = words.current;
    if (!element) return;
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [text, look]);
  const scrolls = more !== 'none';
  return (
    <>
      <p
        ref={words}
        dir="auto"
        className={classes(
          styles.text,
          !text && styles.none,
          scrolls && 'nowheel',
          more === 'below' && styles.cut,
        )}
        tabIndex={scrolls ? 0 : undefined}
        onScroll={look}
        onKeyDown={(event) => {
          if (scrolls && SCROLLS.includes(event.key)) event.stopPropagation();
        }}
      >
        {text || t('canvas.note.write')}
      </p>
      {more === 'below' && (
        <button
          type="button"
          // The text itself is what the keyboard scrolls.
          tabIndex={-1}
          className={classes('nodrag', 'nopan', styles.more)}
          aria-label={t('canvas.note.more')}
          onClick={(event) => {
            event.stopPropagation();
            words.current?.scrollBy({ top: words.current.clientHeight * 0.8, behavior: 'smooth' });
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Icon of={ChevronDown} size={14} />
        </button>
      )}
    </>
  );
}

function moreOf(element: HTMLElement | null): More {
  if (!element) return 'none';
  const hidden = element.scrollHeight - element.clientHeight;
  if (hidden <= 1) return 'none';
  return element.scrollTop < hidden - 1 ? 'below' : 'above';
}

function NoteText({ text, onDone }: { readonly text: string; readonly onDone: (text: string) => void }) {
  const { t } = useTranslation();
  const reason = useId();
  const [typed, setTyped] = useState(text);
  const complaint = shortText(t, LONGEST_TEXT)(typed);
  // Words that cannot be taken over stay in their box until they are shortened; Escape gives them up.
  const done = () => {
    if (!complaint) onDone(typed);
  };
  return (
    <>
      <textarea
        autoFocus
        dir="auto"
        className={classes('nodrag', 'nowheel', styles.input)}
        aria-label={t('canvas.note.text')}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint && reason}
        placeholder={t('canvas.note.write')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') {
            event.preventDefault();
            onDone(complaint ? text : typed);
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            done();
          }
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
