import { describe, expect, it } from 'vitest';
import { passesOf } from '../../../src/analytics/stories/passes.ts';
import { storyOf } from '../../../src/analytics/stories/storyOf.ts';
import { play } from '../../support/played.ts';
import { openSample } from '../../support/samples.ts';

const run = play(openSample('orchestration'), { rows: 5_000, contacts: 600 });
if (!run) throw new Error('the sample cannot run');
const { playback } = run;
const { visits, stories } = playback;
const everybody = [...playback.people.keys()].map((place) => {
  const events = storyOf(playback, place);
  return { place, events, passes: passesOf(playback, place, events) };
});

describe('the passes of a contact', () => {
  it('are her visits in their order, and share out all of her story', () => {
    for (const { place, events, passes } of everybody) {
      const rows = visits.step.subarray(visits.from[place], visits.from[place + 1]);
      expect(passes.map(({ step }) => step)).toEqual([...rows]);
      if (passes.length === 0) continue;
      const told = passes.flatMap((pass) => pass.events);
      expect(new Set(told)).toEqual(new Set(events));
      expect(told).toHaveLength(events.length);
    }
  });

  it('tell of a message where it went out, wherever she stands when she answers', () => {
    let late = 0;
    for (const { passes } of everybody)
      for (const pass of passes)
        for (const event of pass.events.filter(({ kind }) => kind === 'opened' || kind === 'clicked')) {
          expect(pass.step).toBe(stories.sends[event.subject]?.step);
          expect(pass.events.some(({ kind, subject }) => kind === 'sent' && subject === event.subject)).toBe(
            true,
          );
          const after = passes[passes.indexOf(pass) + 1];
          if (after && after.arrive < event.minute) late++;
        }
    expect(late).toBeGreaterThan(10);
  });

  it('are two of a step that she comes to twice', () => {
    const looping = everybody.filter(
      ({ passes }) => new Set(passes.map(({ step }) => step)).size < passes.length,
    );
    expect(looping.length).toBeGreaterThan(10);
    for (const { passes } of looping)
      for (const pass of passes) expect(pass.events.filter(({ kind }) => kind === 'arrives')).toHaveLength(1);
  });

  it('begin with her entering', () => {
    for (const { passes } of everybody)
      if (passes[0]) expect(passes[0].events[0]?.kind).toMatch(/enters|converts/);
  });
});
