import { describe, expect, it } from 'vitest';
import { storyOf } from '../../../../src/analytics/stories/storyOf.ts';
import { eventAt, inOrder, peopleOf } from '../../../../src/features/edit-journey/play/people.ts';
import '../../../../src/i18n/playWords.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../../src/i18n/useFormat.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { storyLine } from '../../../../src/legend/storyLine.ts';
import { play } from '../../../support/played.ts';
import { openSample, SAMPLE_NAMES } from '../../../support/samples.ts';

function played(name: string) {
  const journey = openSample(name);
  const run = play(journey, { rows: 2_000, contacts: 400 });
  if (!run) throw new Error(`${name} cannot run`);
  return { journey, ...run };
}

const { journey, playback, results } = played('orchestration');

describe('people to follow', () => {
  const people = peopleOf(playback);

  it('are all who are played, with what happened to each', () => {
    expect(people).toHaveLength(400);
    const sent = people.reduce((sum, { messages }) => sum + messages, 0);
    const counted = results.stories.traces.flatMap(({ events }) =>
      events.filter(({ kind }) => kind === 'sent'),
    );
    expect(sent).toBe(counted.length);
    expect(people.map(({ number }) => number)).toEqual([...playback.people].map((contact) => contact + 1));
  });

  it('come in the order asked for', () => {
    const messages = inOrder(people, 'messaged').map((person) => person.messages);
    expect(messages).toEqual(messages.toSorted((a, b) => b - a));
    const inside = inOrder(people, 'long').map((person) => person.insideMinutes);
    expect(inside).toEqual(inside.toSorted((a, b) => b - a));
    const converted = inOrder(people, 'converted');
    expect(converted.length).toBeGreaterThan(0);
    expect(converted.every(({ conversions }) => conversions > 0)).toBe(true);
  });
});

describe('a story', () => {
  it('is told in sentences to the end, whoever is followed through whatever template', () => {
    for (const name of SAMPLE_NAMES) {
      const run = played(name);
      const telling = {
        t: i18n.t,
        format: formatsFor('en'),
        journey: run.journey,
        policies: NO_POLICIES,
        playback: run.playback,
      };
      for (let contact = 0; contact < run.playback.people.length; contact++) {
        const story = storyOf(run.playback, contact);
        for (const event of story) {
          const words = storyLine(event, telling);
          expect(words).toMatch(/^\p{L}.*[\p{L}\d”’%€$£ .]$/u);
          expect(words).not.toMatch(/play\.|\{\{|“”|undefined|NaN/);
        }
        const minutes = story.map(({ minute }) => minute);
        expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
        // Answers may still come after she has left.
        const moves = story.filter(({ kind }) => kind === 'leaves' || kind === 'stays');
        if (story.some(({ kind }) => kind === 'enters')) expect(moves).not.toEqual([]);
      }
    }
  });

  it('says why a message was not sent, and what an order was worth', () => {
    const telling = { t: i18n.t, format: formatsFor('en'), journey, policies: NO_POLICIES, playback };
    const lines = peopleOf(playback).flatMap(({ contact }) =>
      storyOf(playback, contact).map((event) => storyLine(event, telling)),
    );
    expect(lines.some((line) => /is not sent: (No consent|No address|On the suppression)/.test(line))).toBe(
      true,
    );
    expect(lines.some((line) => /^Converts after a click in “.+”, \$\d/.test(line))).toBe(true);
  });

  it('is at its last event that has happened', () => {
    const story = storyOf(playback, 0);
    const [first] = story;
    if (!first) throw new Error('nothing happens');
    expect(eventAt(story, first.minute - 1)).toBe(-1);
    story.forEach(({ minute }) => {
      const at = eventAt(story, minute);
      expect(story[at]!.minute).toBe(minute);
      expect((story[at + 1]?.minute ?? Infinity) > minute).toBe(true);
    });
    expect(eventAt(story, playback.endMinute)).toBe(story.length - 1);
  });
});
