import { describe, expect, it } from 'vitest';
import { ACTIVITY_BY_HOUR } from '../../src/compile/response/commonBenchmarks.ts';
import { days, minutes, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ, logNormalBelow } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 100_000;
const MOST = 4.5;
const MACHINES = 0.17;

const mail = (opened: number) =>
  step('message', {
    channel: 'email',
    response: {
      delivered: probability(1),
      opened: probability(opened),
      clicked: probability(0),
      unsubscribed: probability(0),
    },
  });

const opensOf = (message: string, windowMinutes: number) =>
  step('check', { on: message as never, responses: ['opened'], windowMinutes: minutes(windowMinutes) });

describe('opens that are reported', () => {
  const opened = 0.4;
  /** Long enough for all but a few in a thousand of the log-normal opens. */
  const horizon = days(400);

  it('are 1 − (1 − machines) (1 − people) of the delivered', () => {
    const program = programOf(
      draft({ mail: mail(opened), done: step('exit') }, ['entry-1.next > mail', 'mail.next > done'], {
        horizonMinutes: horizon,
      }),
    );
    const { sends } = readResults(program, run(program, { contacts: CONTACTS, seed: 61 }));
    const inTime = logNormalBelow(400 * 24, 1.84, 2.3);
    const people = opened * inTime;
    expect(Math.abs(binomialZ(sends('mail', 'openedTrue'), CONTACTS, people))).toBeLessThan(MOST);
    const reported = 1 - (1 - MACHINES) * (1 - people);
    expect(Math.abs(binomialZ(sends('mail', 'opened'), CONTACTS, reported))).toBeLessThan(MOST);
  });

  it('come within m minutes from min(m, 60) / 60 of the machines, and from people by their own clock', () => {
    const total = ACTIVITY_BY_HOUR.reduce<number>((sum, weight) => sum + weight, 0);
    for (const [seed, window] of [5, 20, 45, 60, 180].entries()) {
      const program = programOf(
        draft(
          { mail: mail(opened), check: opensOf('mail', window), done: step('exit') },
          ['entry-1.next > mail', 'mail.next > check', 'check.opened > done', 'check.noResponse > done'],
          { horizonMinutes: horizon, heterogeneity: 'off' },
        ),
      );
      const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed: 62 + seed }));
      let active = 0;
      // The run starts at eight in the morning.
      for (let minute = 0; minute < window; minute++)
        active += (ACTIVITY_BY_HOUR[8 + Math.floor(minute / 60)]! * 24) / total / 60;
      const people = opened * logNormalBelow(active, 1.84, 2.3);
      const share = 1 - (1 - (MACHINES * Math.min(window, 60)) / 60) * (1 - people);
      expect(Math.abs(binomialZ(exit('check', 'opened'), CONTACTS, share))).toBeLessThan(MOST);
    }
  });
});

describe('machines that open', () => {
  const program = programOf(
    draft(
      {
        one: mail(0),
        first: opensOf('one', 120),
        two: mail(0),
        then: opensOf('two', 120),
        other: mail(0),
        never: opensOf('other', 120),
        done: step('exit'),
      },
      [
        'entry-1.next > one',
        'one.next > first',
        'first.opened > two',
        'two.next > then',
        'then.opened > done',
        'then.noResponse > done',
        'first.noResponse > other',
        'other.next > never',
        'never.opened > done',
        'never.noResponse > done',
      ],
      { horizonMinutes: days(2) },
    ),
  );

  it('are 17 % of the contacts, the same for every e-mail: 0.17 open both of two, not 0.17²', () => {
    const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed: 70 }));
    expect(Math.abs(binomialZ(exit('first', 'opened'), CONTACTS, MACHINES))).toBeLessThan(MOST);
    expect(exit('then', 'opened')).toBe(exit('first', 'opened'));
    expect(exit('never', 'opened')).toBe(0);
  });
});
