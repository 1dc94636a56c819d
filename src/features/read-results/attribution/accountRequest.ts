import type { SimulationRequest } from '../../../state/ports.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';

/** Every touch of every contact is kept by account: more would not fit in a browser’s memory at ease. */
export const MOST_BY_ACCOUNT = 200_000;

/**
 * The run once more, with the accounts of its contacts. Colleagues belong together: a forecast is made of the whole audience where that is
 * small enough, and an audience that is repeated is repeated whole times.
 */
export function accountRequest(
  run: Pick<ShownRun, 'kind' | 'request' | 'report'>,
  column: string,
  rows: number,
): SimulationRequest {
  const asked = run.kind === 'forecast' ? Math.max(run.request.contacts, rows) : run.request.contacts;
  const most = Math.min(asked, MOST_BY_ACCOUNT);
  const contacts = rows > 0 && most > rows ? most - (most % rows) : most;
  return { ...whatIf(run), contacts, detailed: true, accounts: column };
}
