import type { GroupId, NoteId } from '../../../journey/annotations.ts';
import type { Journey } from '../../../journey/journey.ts';
import type { OutlineRow } from './outlineRows.ts';

/** A line of the outline's last section, for what stands on the canvas beside the steps. */
export type AnnotationRow = {
  readonly key: string;
  readonly level: 1;
  readonly parent: undefined;
} & ({ readonly kind: 'note'; readonly id: NoteId } | { readonly kind: 'group'; readonly id: GroupId });

/** Any line of the outline. */
export type OutlineEntry = OutlineRow | AnnotationRow;

/** Notes by their place, as one reads the canvas; then groups. */
export function annotationRows({ notes = {}, groups = {} }: Journey): readonly AnnotationRow[] {
  const placed = Object.entries(notes).toSorted(([, a], [, b]) => a.x - b.x || a.y - b.y);
  const base = { level: 1, parent: undefined } as const;
  return [
    ...placed.map(([id]) => ({ ...base, kind: 'note' as const, key: `note.${id}`, id })),
    ...Object.keys(groups).map((id) => ({ ...base, kind: 'group' as const, key: `group.${id}`, id })),
  ];
}

export function isAnnotation(row: OutlineEntry): row is AnnotationRow {
  return row.kind === 'note' || row.kind === 'group';
}
