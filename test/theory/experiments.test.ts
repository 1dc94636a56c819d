import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/journey/steps/index.ts';
import { days } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 60_000;
const MOST = 4.5;

const arms = (a: number, b: number): Step =>
  step('experiment', {
    arms: [
      { id: 'a', name: 'A', weight: a },
      { id: 'b', name: 'B', weight: b },
    ],
  });

const tagged = (tag: string): Step =>
  step('split', { branches: [{ id: 'yes', name: 'Yes', rule: { kind: 'tag', tag } }] });

const tagging = (tag: string): Step => step('update', { changes: [{ type: 'addTag', tag }] });

describe('an experiment that contacts come to again and again', () => {
  const perDay = 0.5;
  const horizon = days(6);
  const share = 0.3;
  const program = programOf(
    draft(
      {
        'entry-1': step('entry', { trigger: { type: 'events', event: 'visit', perDay } }),
        test: arms(30, 70),
        knownToA: tagged('a'),
        knownToB: tagged('b'),
        newToA: tagged('b'),
        newToB: tagged('a'),
        tagA: tagging('a'),
        tagB: tagging('b'),
        crossed: step('exit'),
        done: step('exit'),
      },
      [
        'entry-1.next > test',
        'test.a > knownToA',
        'knownToA.else > newToA',
        'knownToA.yes > done',
        'newToA.yes > crossed',
        'newToA.else > tagA',
        'tagA.next > done',
        'test.b > knownToB',
        'knownToB.else > newToB',
        'knownToB.yes > done',
        'newToB.yes > crossed',
        'newToB.else > tagB',
        'tagB.next > done',
      ],
      { horizonMinutes: horizon, reEntry: { mode: 'afterExit' } },
    ),
  );
  const { entered, exit, total } = readResults(program, run(program, { contacts: CONTACTS, seed: 41 }));
  /** Events per contact, two in a minute counted once. */
  const lambda = horizon * (1 - Math.exp(-perDay / 1440));

  it('never lets a contact change its arm', () => {
    expect(entered('entry-1')).toBeGreaterThan(total('entered') * 2);
    expect(entered('crossed')).toBe(0);
  });

  it('gives an arm binomially many of the contacts: n p, variance n p (1 − p)', () => {
    expect(entered('tagA') + entered('tagB')).toBe(total('entered'));
    expect(Math.abs(binomialZ(entered('tagA'), total('entered'), share))).toBeLessThan(MOST);
  });

  it('gives it entries that come in bundles: variance n p (λ + λ² (1 − p)), not n p λ (1 − p)', () => {
    // Of all contacts, a share p brings N entries each to the arm: variance p E[N²] − p² E[N]².
    const deviation = Math.sqrt(CONTACTS * (share * (lambda + lambda ** 2) - share ** 2 * lambda ** 2));
    expect(Math.abs(exit('test', 'a') - CONTACTS * share * lambda) / deviation).toBeLessThan(MOST);
  });

  it('does not change how often they come: λ / (1 − e^−λ) per contact that came at all', () => {
    const mean = lambda / (1 - Math.exp(-lambda));
    const deviation = Math.sqrt(mean * (1 + lambda - mean));
    for (const [arm, tag] of [
      ['a', 'tagA'],
      ['b', 'tagB'],
    ] as const) {
      const contacts = entered(tag);
      expect(Math.abs(exit('test', arm) - contacts * mean) / (deviation * Math.sqrt(contacts))).toBeLessThan(
        MOST,
      );
    }
  });
});

describe('two experiments, one after the other', () => {
  it('divide independently: p q of the contacts in both first arms', () => {
    const program = programOf(
      draft(
        { one: arms(40, 60), two: arms(25, 75), other: arms(25, 75), done: step('exit') },
        [
          'entry-1.next > one',
          'one.a > two',
          'one.b > other',
          'two.a > done',
          'two.b > done',
          'other.a > done',
          'other.b > done',
        ],
        { horizonMinutes: days(1) },
      ),
    );
    const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed: 42 }));
    const zs = [
      binomialZ(exit('two', 'a'), CONTACTS, 0.4 * 0.25),
      binomialZ(exit('two', 'b'), CONTACTS, 0.4 * 0.75),
      binomialZ(exit('other', 'a'), CONTACTS, 0.6 * 0.25),
      binomialZ(exit('other', 'b'), CONTACTS, 0.6 * 0.75),
    ];
    expect(Math.max(...zs.map(Math.abs))).toBeLessThan(MOST);
  });

  it('divide alike in runs of neighbouring seeds as seldom as chance has it: the binomial varies from seed to seed', () => {
    const program = programOf(
      draft(
        { one: arms(40, 60), done: step('exit') },
        ['entry-1.next > one', 'one.a > done', 'one.b > done'],
        {
          horizonMinutes: days(1),
        },
      ),
    );
    const seeds = 60;
    let chiSquare = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const { exit } = readResults(program, run(program, { contacts: 2000, seed }));
      chiSquare += binomialZ(exit('one', 'a'), 2000, 0.4) ** 2;
    }
    // Mean and variance of a chi-square.
    expect(Math.abs(chiSquare - seeds) / Math.sqrt(2 * seeds)).toBeLessThan(MOST);
  });
});
