import { it } from 'vitest';
import * as fc from 'fast-check';
import { livelyJourney } from '../support/livelyJourney.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { writeFileSync } from 'node:fs';
import { bind } from '../../src/audience/bind.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { compile } from '../../src/compile/compile.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { GROUP_FIELDS, GROUPS, SEND_FIELDS, UNSENT_REASONS, type Results } from '../../src/engine/results.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { runnableJourneyOf } from '../support/randomJourney.ts';
import { simulateNaively } from './naive.ts';

const CONTACTS = 120;
const audience = synthesise(CONTACTS, 1);
const schema = schemaOf(audience);
it('surveys', () => {
  const lines: string[] = [];
  let ran = 0, bad = 0;
  for (let seed = 1; seed <= Number(process.env['SURVEY'] ?? 600); seed++) {
    const [journey] = fc.sample(livelyJourney, { seed, numRuns: 1 }) as [Journey];
    const outcome = compile({ journey, schema, policies: NO_POLICIES, calibration: BENCHMARKS_ONLY });
    if (!outcome.ok) { lines.push(`${seed} refused ${outcome.problems[0]!.code}`); continue; }
    ran++;
    const { program } = outcome;
    const all = Uint32Array.from({ length: CONTACTS }, (_, c) => c);
    const fast = runContacts({ program, seed, contacts: { kind: 'range', from: 0, to: CONTACTS, of: CONTACTS } }, (c) => bind(program, audience, c));
    const slow = simulateNaively(program, bind(program, audience, all), seed);
    const diffs = differences(program, fast, slow).filter((d) => !d.startsWith('droppedEntries'));
    const entry = journey.steps[Object.keys(journey.steps).find((k) => k.startsWith('entry'))! as never] as any;
    if (JSON.stringify(entry.eligible ?? '').includes('behaviour')) continue;
    if (diffs.length > 0) { bad++; lines.push(`${seed} ${JSON.stringify(journey.settings.reEntry)} goal=${journey.settings.goals[0]!.on.kind} exitRules=${journey.settings.exitRules.map((r)=>r.when.kind+'/'+r.mode)} ${diffs.join('; ')}`); }
  }
  lines.push(`ran ${ran} bad ${bad}`);
  writeFileSync('/tmp/survey.txt', lines.join('\n') + '\n');
}, 600000);
function differences(program: any, a: Results, b: Results): string[] {
  const out: string[] = [];
  const ja: any = a.journeys[0], jb: any = b.journeys[0];
  const j = program.journeys[0];
  for (const key of Object.keys(jb)) {
    if (typeof jb[key] === 'number') { if (ja[key] !== jb[key]) out.push(`${key} fast ${ja[key]} slow ${jb[key]}`); continue; }
    if (key === 'groups') {
      GROUP_FIELDS.forEach((f, i) => { let fa = 0, fb = 0, d = 0; for (let g = 0; g < GROUPS; g++) { fa += ja.groups[i * GROUPS + g]; fb += jb.groups[i * GROUPS + g]; if (ja.groups[i * GROUPS + g] !== jb.groups[i * GROUPS + g]) d++; } if (d) out.push(`group.${f} fast ${fa} slow ${fb}`); });
      continue;
    }
    for (let k = 0; k < jb[key].length; k++) if (ja[key][k] !== jb[key][k]) {
      const w = key === 'sends' ? SEND_FIELDS.length : key === 'unsent' ? UNSENT_REASONS.length : 0;
      const name = key === 'sends' ? `${j.steps[j.sends[Math.floor(k / w)].step].id}.${SEND_FIELDS[k % w]}` : key === 'unsent' ? `unsent ${j.steps[j.sends[Math.floor(k / w)].step].id}.${UNSENT_REASONS[k % w]}` : ['exits','goals'].includes(key) ? `${key}[${k}]` : `${key} ${j.steps[k].id}`;
      out.push(`${name} fast ${ja[key][k]} slow ${jb[key][k]}`);
    }
  }
  return out;
}
