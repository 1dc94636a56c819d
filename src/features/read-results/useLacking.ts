import { useWorkspace } from '../../state/useWorkspace.ts';
import type { ShownRun } from './shownRun.ts';

/** Why figures of a run cannot be worked out here, however long one waits. */
export type Lacking =
  /** Its contacts are a list that is not in this browser: nothing can be simulated. */
  | { readonly kind: 'list'; readonly name: string; readonly rows: number | undefined }
  /** It comes from a file and was not made again: what only a run knows is not known. */
  | { readonly kind: 'detail' };

export function useLacking({
  kind,
  request,
  detail,
  audienceName,
  audienceRows,
}: ShownRun): Lacking | undefined {
  const { audience } = request;
  const isHere = useWorkspace(
    ({ audiences }) => audience.kind === 'sample' || audiences.some(({ id }) => id === audience.id),
  );
  if (!isHere) return { kind: 'list', name: audienceName, rows: audienceRows };
  return kind === 'run' && !detail ? { kind: 'detail' } : undefined;
}
