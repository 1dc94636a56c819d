import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { contactsOf, partOf } from '../../src/engine/contacts.ts';
import { mergeResults } from '../../src/engine/merge.ts';
import type { ContactRange } from '../../src/engine/protocol.ts';
import type { Results } from '../../src/engine/results.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { days, hours } from '../../src/journey/units.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { draft, step } from '../support/draftJourney.ts';

const CONTACTS = 10_000_000;
const SEED = 11;

describe('ten million contacts', () => {
  it.each([1, 7, 64, 4096, undefined])('are each in one of %s parts', (shards) => {
    const parts = partition(CONTACTS, CONTACTS, shards);
    const seen = new Uint8Array(CONTACTS);
    for (const part of parts) {
      for (const contact of contactsOf(part, SEED)) seen[contact]!++;
    }
    // Exactly once: as many ones as there are contacts.
    let once = 0;
    for (const times of seen) if (times === 1) once++;
    expect(once).toBe(CONTACTS);
    const sizes = parts.map((part) => (part.kind === 'range' ? part.to - part.from : NaN));
    expect(sizes.reduce((least, size) => Math.max(least, size)) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('are sampled the same however the sample is divided', () => {
    const count = 20_000;
    const sample = (parts: number) => partition(count, CONTACTS, parts).map((part) => contactsOf(part, SEED));
    const [whole] = sample(1);
    expect(whole).toHaveLength(count);
    expect(whole!.every((contact, at) => contact < CONTACTS && (at === 0 || contact > whole![at - 1]!))).toBe(
      true,
    );
    // The far ends are as good as the middle: a tenth of the numbers holds a tenth of the sample, within 3.29 deviations.
    for (let tenth = 0; tenth < 10; tenth++) {
      const held = whole!.filter((contact) => Math.floor((contact / CONTACTS) * 10) === tenth).length;
      expect(Math.abs(held - count / 10) / Math.sqrt(count * 0.1 * 0.9)).toBeLessThan(3.29);
    }
    for (const parts of [2, 5]) {
      const pieces = sample(parts);
      expect(pieces).toHaveLength(parts);
      expect(pieces.flatMap((piece) => [...piece])).toEqual([...whole!]);
    }
  });

  it('have a last part that runs on its own and equals itself in two halves', () => {
    const journey = draft(
      {
        hello: step('message'),
        look: step('check', { responses: ['clicked'], windowMinutes: hours(24) }),
        again: step('message', { channel: 'sms' }),
      },
      ['entry-1.next > hello', 'hello.next > look', 'look.noResponse > again'],
      { horizonMinutes: days(14) },
    );
    const compiled = compile({
      journeys: [journey],
      schema: sampleSchema(CONTACTS),
      policies: NO_POLICIES,
      calibration: BENCHMARKS_ONLY,
      outputs: { outcomes: true, stories: 5 },
    });
    if (!compiled.ok) throw new Error('does not compile');
    const run = (contacts: ContactRange): Results => {
      // A worker of its own, which has seen nothing else of the run.
      const work = new ShardWork();
      work.open(sampleSource(CONTACTS));
      return work.run({ program: compiled.program, seed: SEED, contacts });
    };
    const last = partition(CONTACTS, CONTACTS).at(-1)!;
    if (last.kind !== 'range') throw new Error('a whole audience is no sample');
    expect(last).toMatchObject({ to: CONTACTS, of: CONTACTS });
    const whole = run(last);
    expect(whole.contacts).toBe(last.to - last.from);
    expect(whole.outcomes!.contact[0]).toBe(last.from);
    expect(whole.outcomes!.contact.at(-1)).toBe(CONTACTS - 1);
    expect(whole.journeys[0]!.entered[compiled.program.journeys[0]!.entryStep]).toBe(whole.contacts);
    const [, middle] = partOf(whole.contacts, 0, 2);
    const halves = [
      { ...last, to: last.from + middle },
      { ...last, from: last.from + middle },
    ].map(run);
    expect(mergeResults(halves[1]!, halves[0]!)).toEqual(whole);
  });
});
