import { bind } from '../../src/audience/bind.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { buildDetail } from '../../src/analytics/buildDetail.ts';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { compile } from '../../src/compile/compile.ts';
import { detailing } from '../../src/engine/detail.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import type { SimulationOutcome, SimulationRequest, Simulator } from '../../src/state/ports.ts';

/** The real engine over the sample audience, in this thread: what the app's workers answer, without workers. */
export const localSimulator: Pick<Simulator, 'compare'> = {
  compare(requests, onProgress) {
    const outcomes = requests.map((request, at) => {
      onProgress?.({ share: at / requests.length });
      return forecastHere(request);
    });
    return { done: Promise.resolve(outcomes), cancel: () => undefined };
  },
};

const audiences = new Map<number, ReturnType<typeof synthesise>>();

export function forecastHere(request: SimulationRequest): SimulationOutcome {
  const { journey, policies, calibration, seed, contacts, audience, muted = [], detailed = false } = request;
  if (audience.kind !== 'sample') throw new RangeError('only the sample audience is here');
  const { rows } = audience;
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(rows),
    policies,
    calibration,
    muted,
    outputs: { detail: detailed },
  });
  if (!compiled.ok) return { ok: false, problems: compiled.problems };
  const source = sampleSource(rows);
  if (source.kind !== 'synthetic') throw new RangeError('the sample is made up');
  const people = audiences.get(rows) ?? synthesise(rows, source.seed);
  audiences.set(rows, people);
  const { program } = compiled;
  const [part] = partition(contacts, rows, 1);
  if (!part) throw new RangeError('nobody to simulate');
  const results = runContacts(
    { program, seed, contacts: part },
    (numbers) => bind(program, people, numbers),
    {
      detailing,
    },
  );
  const report = buildReport({
    program,
    results,
    seed,
    seconds: 0,
    ...wordsOf(journey),
    economics: policies.economics,
    audienceRows: rows,
    scaleTo: request.showFor ?? rows,
  });
  if (!detailed) return { ok: true, report };
  return { ok: true, report, detail: buildDetail({ program, results, scaleTo: request.showFor ?? rows }) };
}
