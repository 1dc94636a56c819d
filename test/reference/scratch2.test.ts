import { it } from 'vitest';
import * as fc from 'fast-check';
import { livelyJourney } from '../support/livelyJourney.ts';
import { writeFileSync } from 'node:fs';
import { runnableJourneyOf } from '../support/randomJourney.ts';
it('prints', () => {
  const out = (process.env['SEEDS'] ?? '').split(',').map((s) => { const j = fc.sample(livelyJourney, { seed: Number(s), numRuns: 1 })[0]!; return `${s}: ${JSON.stringify({ s: j.settings, steps: Object.fromEntries(Object.entries(j.steps).map(([k, v]) => [k, { ...v, name: undefined, note: undefined, content: undefined }])), l: j.links })}`; });
  writeFileSync('/tmp/journeys.txt', out.join('\n\n'));
});
