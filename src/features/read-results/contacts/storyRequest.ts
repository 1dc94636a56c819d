import type { SimulationRequest } from '../../../state/ports.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';

/** So many contacts are looked through for those worth reading about. */
const STORY_CONTACTS = 5_000;

/** The run's contacts, or where it has many a part of them. */
export function storyRequest(run: Pick<ShownRun, 'request' | 'report'>): SimulationRequest {
  const { showFor: _, ...request } = whatIf(run, {}, STORY_CONTACTS);
  return request;
}
