import type { Problem } from '../../journey/problem.ts';
import type { JsonObject } from './campaign.ts';
import type { ApiEvent } from './shapes.ts';

/** An event of a campaign, whatever shape the file has. */
export interface CampaignEvent {
  readonly id: string;
  /** Where it is in the file. */
  readonly path: string;
  /** As it would be sent to Mautic. */
  readonly raw: JsonObject & Pick<ApiEvent, 'type' | 'eventType'>;
  readonly properties: JsonObject;
}

export interface Line {
  readonly from: string;
  readonly anchor: string;
  readonly to: string;
  readonly path: string;
}

export interface Campaign {
  readonly name: string;
  readonly events: readonly CampaignEvent[];
  /** Who hangs below whom, each by its own account; undefined parent: nobody. */
  readonly lines: readonly Line[];
  readonly nodes: readonly JsonObject[];
  /** As it would be sent to Mautic, with the events. */
  readonly body: JsonObject;
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Why a file is not read. */
export function failed(code: string, words: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', words, values: {} } };
}
