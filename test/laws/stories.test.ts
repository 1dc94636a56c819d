import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyOf, type StoryEvent } from '../../src/analytics/stories/storyOf.ts';
import type { CloseUp } from '../../src/analytics/stories/closeUp.ts';
import type { ForcedAnswer } from '../../src/compile/program.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { busyJourney } from '../support/busyJourney.ts';
import { closeUpHere, formOfSample } from '../support/closeUps.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { play, type Played } from '../support/played.ts';
import { randomPolicies, sharedPolicies } from '../support/randomPolicies.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';

const WHO = [0, 7, 31] as const;
const journeys = fc.oneof(livelyJourney, busyJourney);

const told = (events: readonly StoryEvent[]) =>
  events.map(({ kind, minute, step, subject, value }) => ({ kind, minute, step, subject, value }));
const storyIn = ({ playback, contacts }: CloseUp, at = 0) => told(storyOf(playback, contacts[at]!.place));

function closely(journey: Journey, played: Played, number: number, forced: readonly ForcedAnswer[] = []) {
  const closeUp = closeUpHere(journey, played, { kind: 'contact', number }, forced);
  if (!closeUp) throw new Error(`no story of contact ${number}`);
  return closeUp;
}

describe('a story looked at closely', () => {
  const asInTheRun = (journey: Journey, played: Played) => {
    const run = play(journey, played);
    fc.pre(run !== undefined);
    const { playback } = run;
    for (const at of WHO) {
      const place = at % playback.people.length;
      const story = storyIn(closely(journey, played, playback.people[place]!));
      expect(story).toEqual(told(storyOf(playback, place)));
    }
  };

  it.each(SAMPLE_NAMES)('is the story that the run has of the contact, in the template %s', (name) => {
    asInTheRun(openSample(name), { rows: 5_000, contacts: 400 });
  });

  it('is that of the run in random journeys, whether or not contacts share anything', () => {
    const played = { rows: 1_000, contacts: 60 };
    fc.assert(
      fc.property(
        journeys,
        fc.oneof(randomPolicies, sharedPolicies),
        fc.nat(1e6),
        (journey, policies, seed) => asInTheRun(journey, { ...played, policies, seed }),
      ),
      { numRuns: 50, seed: 31 },
    );
  });
});

describe('somebody made up', () => {
  it('with the values of a contact and her number has her story', () => {
    const played = { rows: 1_000, contacts: 1_000 };
    fc.assert(
      fc.property(journeys, randomPolicies, fc.nat(999), fc.nat(1e6), (journey, policies, number, seed) => {
        fc.pre(journey.settings.entryCap === undefined);
        const all = { ...played, policies, seed };
        const form = formOfSample(played.rows, number);
        const twin = closeUpHere(journey, all, { kind: 'madeUp', form, from: number, to: number + 1 });
        fc.pre(twin !== undefined);
        const isShared = twin.playback.approximate !== undefined;
        fc.pre(!isShared);
        expect(storyIn(twin)).toEqual(storyIn(closely(journey, all, number)));
      }),
      { numRuns: 60, seed: 32 },
    );
  });

  it('has a story with each luck, and other luck can be another story', () => {
    const journey = openSample('orchestration');
    const form = formOfSample(1_000, 5);
    const closeUp = closeUpHere(
      journey,
      { rows: 1_000, contacts: 1_000 },
      { kind: 'madeUp', form, from: 0, to: 40 },
    );
    expect(closeUp?.contacts).toHaveLength(40);
    const stories = closeUp?.contacts.map((_, at) => JSON.stringify(storyIn(closeUp, at))) ?? [];
    expect(new Set(stories).size).toBeGreaterThan(10);
  });
});

describe('a fork', () => {
  const DOES = ['opens', 'clicks', 'ignores'] as const;

  /** Forks each message of some contacts each way. */
  function forks(journey: Journey, played: Played): number {
    const run = play(journey, played);
    if (!run) return 0;
    let forked = 0;
    for (const at of WHO) {
      const number = run.playback.people[at % run.playback.people.length]!;
      const before = closely(journey, played, number);
      const story = storyIn(before);
      const sent = story.findIndex(({ kind }) => kind === 'sent');
      if (sent < 0) continue;
      const { subject: send, minute } = story[sent]!;
      for (const does of DOES) {
        const after = storyIn(closely(journey, played, number, [{ contact: number, send, minute, does }]));
        expect(after.slice(0, sent + 1)).toEqual(story.slice(0, sent + 1));
        forked++;
      }
    }
    return forked;
  }

  it('leaves everything before its point as it was', () => {
    expect(forks(openSample('orchestration'), { rows: 2_000, contacts: 300 })).toBeGreaterThan(5);
    fc.assert(
      fc.property(
        livelyJourney,
        fc.oneof(randomPolicies, sharedPolicies),
        fc.nat(1e6),
        (journey, policies, seed) => void forks(journey, { rows: 500, contacts: 40, policies, seed }),
      ),
      { numRuns: 30, seed: 33 },
    );
  });

  it('has the contact ignore the message, unless everybody sees such a one', () => {
    const journey = openSample('orchestration');
    const played = { rows: 2_000, contacts: 300 };
    const { playback } = play(journey, played)!;
    let ignored = 0;
    for (let place = 0; place < 120; place++) {
      const contact = playback.people[place]!;
      const first = storyOf(playback, place).find(({ kind }) => kind === 'sent');
      if (!first) continue;
      const { subject: send, minute } = first;
      const closeUp = closely(journey, played, contact, [{ contact, send, minute, does: 'ignores' }]);
      const { odds } = closeUp.contacts[0]!;
      const [sendOdds] = odds.sends.values();
      const story = storyIn(closeUp).filter(({ subject }) => subject === send);
      if (sendOdds!.opened.chance > 0.999 || story.filter(({ kind }) => kind === 'sent').length > 1) continue;
      const kinds = story.map(({ kind }) => kind);
      expect(kinds).not.toContain('clicked');
      if (!odds.traits.machine) expect(kinds).not.toContain('opened');
      ignored++;
    }
    expect(ignored).toBeGreaterThan(30);
  });

  it('has the contact click the message where that can be', () => {
    const journey = openSample('orchestration');
    const played = { rows: 2_000, contacts: 300 };
    const { playback } = play(journey, played)!;
    let clicked = 0;
    for (let place = 0; place < 60; place++) {
      const contact = playback.people[place]!;
      const first = storyOf(playback, place).find(({ kind }) => kind === 'sent');
      if (!first) continue;
      const { subject: send, minute } = first;
      const closeUp = closely(journey, played, contact, [{ contact, send, minute, does: 'clicks' }]);
      const { odds } = closeUp.contacts[0]!;
      const [sendOdds] = odds.sends.values();
      const has = storyIn(closeUp).some((event) => event.kind === 'clicked' && event.subject === send);
      expect(has).toBe(sendOdds!.delivered.chance > 0);
      expect(sendOdds!.clicked.drawn).toBe(0);
      clicked++;
    }
    expect(clicked).toBeGreaterThan(30);
  });

  it('changes nothing about anybody else', () => {
    const journey = openSample('orchestration');
    const run = play(journey, { rows: 1_000, contacts: 50 })!;
    const { playback } = run;
    const first = storyOf(playback, 3).find(({ kind }) => kind === 'sent')!;
    const answer = {
      contact: playback.people[3]!,
      send: first.subject,
      minute: first.minute,
      does: 'clicks' as const,
    };
    for (const place of [1, 2, 9]) {
      const number = playback.people[place]!;
      expect(storyIn(closely(journey, { rows: 1_000, contacts: 50 }, number, [answer]))).toEqual(
        told(storyOf(playback, place)),
      );
    }
  });
});
