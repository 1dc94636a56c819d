import { fingerprintOf } from '../../src/exchange/rehearsal/fingerprintOf.ts';
import { readRehearsal } from '../../src/exchange/rehearsal/readRehearsal.ts';
import { writeRehearsal } from '../../src/exchange/rehearsal/writeRehearsal.ts';
import type { Exchange } from '../../src/state/exchangePort.ts';

/** Platforms are none, Mermaid says nothing; rehearsals are really written and read. A test may put other readers in. */
export function fakeExchange(): Exchange {
  const absent = () => Promise.reject(new Error('This test has no platforms.'));
  return {
    platforms: [],
    writeFor: absent,
    sheetFor: absent,
    writeSheet: () => '',
    zipOf: absent,
    unzipOf: absent,
    readPlatformFiles: () =>
      Promise.resolve({
        ok: false,
        problems: [{ code: 'unknown-file', severity: 'error', words: 'This is no journey.', values: {} }],
      }),
    readMermaid: () => ({ ok: false, problems: [] }),
    writeRehearsal,
    readRehearsal,
    fingerprintOf,
  };
}
