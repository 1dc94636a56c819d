import { parentPort } from 'node:worker_threads';
import type { AudienceSource } from '../src/audience/audience.ts';
import type { Program } from '../src/compile/program.ts';
import type { ContactRange } from '../src/engine/protocol.ts';
import type { Results } from '../src/engine/results.ts';
import { ShardWork } from '../src/simulation/shardWork.ts';

/** What a worker thread is told: first everything that stays the same, then one part of the contacts after the other. */
export type ShardMessage =
  | {
      readonly type: 'open';
      readonly source: AudienceSource;
      readonly program: Program;
      readonly seed: number;
    }
  | { readonly type: 'run'; readonly contacts: ContactRange };

/** What it says: how far a long part has come, and what came out. */
export type ShardAnswer =
  | { readonly type: 'share'; readonly share: number }
  | { readonly type: 'results'; readonly results: Results };

const work = new ShardWork();
let opened: Extract<ShardMessage, { type: 'open' }> | undefined;

parentPort?.on('message', (message: ShardMessage) => {
  if (message.type === 'open') {
    opened = message;
    work.open(message.source);
  } else if (opened) {
    const { program, seed } = opened;
    const tell = (answer: ShardAnswer): void => parentPort?.postMessage(answer);
    // Other parts are too short to be told about.
    const onProgress = program.chronological ? (share: number) => tell({ type: 'share', share }) : undefined;
    tell({ type: 'results', results: work.run({ program, seed, contacts: message.contacts }, onProgress) });
  }
});
