import { expect, it } from 'vitest';
import { endingsOf } from '../../../src/analytics/stories/ending.ts';
import { storyOf } from '../../../src/analytics/stories/storyOf.ts';
import { SEND_FIELDS } from '../../../src/engine/results.ts';
import { play } from '../../support/played.ts';
import { openSample } from '../../support/samples.ts';

it('tell of every complaint that the run counts, right after the unsubscription that it comes with', () => {
  const run = play(openSample('lead-nurture'), { rows: 20_000, contacts: 20_000 });
  if (!run) throw new Error('the sample cannot run');
  const { playback, results } = run;
  const stories = [...playback.people.keys()].map((place) => storyOf(playback, place));
  const complaints = stories.flatMap((events) =>
    events.flatMap(({ kind, minute, subject }, at) =>
      kind === 'complained' ? [{ before: events[at - 1], minute, subject }] : [],
    ),
  );
  const field = SEND_FIELDS.indexOf('complained');
  const counted = results.journeys[0]!.sends.filter((_, at) => at % SEND_FIELDS.length === field);
  expect(complaints.length).toBeGreaterThan(0);
  expect(complaints).toHaveLength(counted.reduce((sum, count) => sum + count, 0));
  for (const { before, minute, subject } of complaints)
    expect(before).toMatchObject({ kind: 'unsubscribed', minute, subject });
  expect(endingsOf(playback).filter(({ complained }) => complained)).toHaveLength(complaints.length);
});
