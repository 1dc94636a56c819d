import type { Channel } from '../../../../journey/channels.ts';
import type { Send } from '../../../../journey/steps/message.ts';

/** What a message step and a rung of a ladder have in common. */
export type SendDetails = Omit<Send, 'channel'>;

export interface SendFieldsProps<S extends SendDetails> {
  readonly send: S;
  readonly channel: Channel | 'preferred';
  /** For preferred sends: the channel whose benchmarks are shown. */
  readonly shownChannel: Channel;
  readonly onChange: (send: S, field?: string) => void;
}
