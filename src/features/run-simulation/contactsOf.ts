import type { Workspace } from '../../state/workspace.ts';

/** How many contacts the chosen audience has. */
export function contactsOf({ audience, audiences, schema }: Workspace): number {
  if (audience.kind === 'sample') return audience.rows;
  return audiences.find(({ id }) => id === audience.id)?.rows ?? schema?.rows ?? 0;
}
