import * as Comlink from 'comlink';
import { buffersOf } from '../src/audience/buffers.ts';
import { importCsv } from '../src/audience/csv/importCsv.ts';
import type { ImportWorker } from '../src/audience/csv/protocol.ts';
import type { CsvSource } from '../src/audience/csv/source.ts';

const PIECE_BYTES = 1 << 20;

const worker: ImportWorker<Blob> = {
  async importCsv(file, identity, onShare) {
    const outcome = await importCsv(sourceOf(file), { ...identity, onShare });
    return Comlink.transfer(outcome, outcome.ok ? buffersOf(outcome.audience) : []);
  },
};

function sourceOf(file: Blob): CsvSource {
  return {
    sizeBytes: file.size,
    decoder: (encoding, fatal) => new TextDecoder(encoding, { fatal }),
    async *open() {
      for (let from = 0; from < file.size; from += PIECE_BYTES) {
        yield new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
      }
    },
  };
}

Comlink.expose(worker);
