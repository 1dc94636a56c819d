import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, StickyNote } from 'lucide-react';
import type { Journey } from '../../../journey/journey.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { tintColour } from '../commands/tints.ts';
import { noteNodeId } from '../flow.ts';
import type { AnnotationRow, OutlineEntry } from './annotationRows.ts';
import styles from './Outline.module.css';

interface AnnotationLineProps {
  readonly row: AnnotationRow;
  readonly journey: Journey;
  readonly selected: boolean;
  readonly tabbable: boolean;
  /** The same function each time. */
  readonly onChoose: (row: OutlineEntry, also: boolean) => void;
}

/** A note with all its words, or a group by its name. */
export const AnnotationLine = memo(function AnnotationLine(props: AnnotationLineProps) {
  const { row, journey, selected, tabbable, onChoose } = props;
  const annotation = row.kind === 'note' ? journey.notes?.[row.id] : journey.groups?.[row.id];
  if (!annotation) return null;
  const style: CSSProperties & Record<'--level', number> = { '--level': 0 };
  const press = (event: MouseEvent) => onChoose(row, event.ctrlKey || event.metaKey || event.shiftKey);
  return (
    <div
      role="treeitem"
      aria-level={1}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.key}
      data-id={row.kind === 'note' ? noteNodeId(row.id) : undefined}
      data-group={row.kind === 'group' ? row.id : undefined}
      className={classes(styles.line, selected && styles.selected)}
      style={style}
      onClick={press}
    >
      <span className={styles.fold} data-fold aria-hidden="true" />
      <span style={{ color: tintColour(annotation.tint) }} className={styles.icon}>
        <Icon of={row.kind === 'note' ? StickyNote : Group} size={14} />
      </span>
      <span className={styles.words}>
        {'text' in annotation ? (
          <NoteWords text={annotation.text.trim()} />
        ) : (
          <GroupWords name={annotation.name} count={annotation.steps.length} />
        )}
      </span>
    </div>
  );
});

function NoteWords({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <>
      {text && <span className="visually-hidden">{t('canvas.note.label')} </span>}
      <span dir="auto" className={classes(styles.note, !text && styles.soft)}>
        {text || t('canvas.note.empty')}
      </span>
    </>
  );
}

function GroupWords({ name, count }: { readonly name: string; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span dir="auto" className={styles.name}>
        <span className="visually-hidden">{t('canvas.outline.group')} </span>
        {name}
      </span>
      <span className={styles.summary}>{t('canvas.steps', { count })}</span>
    </>
  );
}
