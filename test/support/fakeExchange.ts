import { fingerprintOf } from '../../src/exchange/rehearsal/fingerprintOf.ts';
import { readRehearsal } from '../../src/exchange/rehearsal/readRehearsal.ts';
import { writeRehearsal } from '../../src/exchange/rehearsal/writeRehearsal.ts';
import type { Exchange } from '../../src/state/ports.ts';

/** Mermaid says nothing; rehearsals are really written and read. A test may put other readers in. */
export function fakeExchange(): Exchange {
  return {
    writeMermaid: () => 'flowchart LR\n',
    readMermaid: () => ({ ok: false, problems: [] }),
    writeRehearsal,
    readRehearsal,
    fingerprintOf,
  };
}
