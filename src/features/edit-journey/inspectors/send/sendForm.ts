import type { Channel } from '../../../../journey/channels.ts';
import type { StepId } from '../../../../journey/ids.ts';
import type { Send } from '../../../../journey/steps/message.ts';

/** What a message step and a rung of a ladder have in common. */
export type SendDetails = Omit<Send, 'channel'>;

/** Where a send is in the open journey. */
export interface SendPlace {
  readonly step: StepId;
  /** As problems name it: `steps.welcome`, `steps.ladder.rungs.0`. */
  readonly path: string;
}

export interface SendFieldsProps<S extends SendDetails> {
  readonly place: SendPlace;
  readonly send: S;
  readonly channel: Channel | 'preferred';
  /** For preferred sends: the channel whose benchmarks are shown. */
  readonly shownChannel: Channel;
  readonly onChange: (send: S, field?: string) => void;
}
