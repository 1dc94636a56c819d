import { expect, test } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import { Importer } from '../../src/runtime/importer.ts';
import type { Importer as ImporterPort, Progress } from '../../src/state/ports.ts';
import { writeCsv } from '../audience/csv/writeCsv.ts';

const importer = new Importer() satisfies ImporterPort;
const ignore = (): void => undefined;

function workerOf(code: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
}

test('a file is read in a worker into columns, with progress to the end', async () => {
  const sample = synthesise(30_000, 1);
  const progress: Progress[] = [];
  const file = new File([writeCsv(sample)], 'people.csv');
  const outcome = await importer.importCsv(file, file.name, (step) => progress.push(step)).done;
  if (!outcome.ok) throw new Error(outcome.problems[0]!.words);
  const { audience } = outcome;
  expect([audience.name, audience.rows, audience.roles]).toEqual(['people', 30_000, sample.roles]);
  expect(audience.columns.map(({ name, data }) => [name, data.type])).toEqual(
    sample.columns.map(({ name, data }) => [name, data.type]),
  );
  expect(audience.columns.find(({ name }) => name === 'lifetime_value')).toEqual(
    sample.columns.find(({ name }) => name === 'lifetime_value'),
  );
  const shares = progress.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.at(-1)).toBe(1);
});

test('each import has an id of its own', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const outcome = await importer.importCsv(new Blob(['a,b\n1,2\n']), 'x.csv', ignore).done;
      return outcome.ok ? outcome.audience.id : undefined;
    }),
  );
  expect(new Set(ids).size).toBe(2);
});

test('what is no CSV file is refused with a sentence', async () => {
  const outcome = await importer.importCsv(new Blob([Uint8Array.of(0x50, 0x4b, 3, 4)]), 'list.xlsx', ignore)
    .done;
  expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'csvWorkbook' }] });
});

test('cancelling ends it at once', async () => {
  const file = new Blob([writeCsv(synthesise(50_000, 1))]);
  const handle = importer.importCsv(file, 'x.csv', () => handle.cancel());
  await expect(handle.done).rejects.toMatchObject({ name: 'Cancelled' });
});

test('a worker that cannot start rejects', async () => {
  const broken = new Importer({
    start: () => new Worker(new URL('/no-such-worker.js', location.href), { type: 'module' }),
  });
  await expect(broken.importCsv(new Blob(['a,b\n1,2']), 'x.csv', ignore).done).rejects.toThrow(
    'The import stopped',
  );
});

test('a worker that throws outside a call rejects', async () => {
  const throwing = new Importer({
    start: () => workerOf('onmessage = () => setTimeout(() => { throw new Error("out of luck") })'),
  });
  await expect(throwing.importCsv(new Blob(['a,b\n1,2']), 'x.csv', ignore).done).rejects.toThrow(
    'out of luck',
  );
});

test('a worker that falls silent rejects within its limit', async () => {
  const silent = new Importer({ start: () => workerOf('onmessage = () => undefined'), silenceLimitMs: 200 });
  const startedAt = performance.now();
  await expect(silent.importCsv(new Blob(['a,b\n1,2']), 'x.csv', ignore).done).rejects.toThrow(
    'stopped answering',
  );
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('a file that vanished while it was read rejects', async () => {
  const vanished = { size: 10, slice: 'gone' } as unknown as Blob;
  await expect(importer.importCsv(vanished, 'x.csv', ignore).done).rejects.toThrow();
});
