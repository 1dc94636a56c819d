import { parentPort } from 'node:worker_threads';
import type { AudienceSource } from '../src/audience/audience.ts';
import type { Program } from '../src/compile/program.ts';
import type { ContactRange } from '../src/engine/protocol.ts';
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

const work = new ShardWork();
let opened: Extract<ShardMessage, { type: 'open' }> | undefined;

parentPort?.on('message', (message: ShardMessage) => {
  if (message.type === 'open') {
    opened = message;
    work.open(message.source);
  } else if (opened) {
    parentPort?.postMessage(
      work.run({ program: opened.program, seed: opened.seed, contacts: message.contacts }),
    );
  }
});
