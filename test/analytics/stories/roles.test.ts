import { describe, expect, it } from 'vitest';
import { endingsOf } from '../../../src/analytics/stories/ending.ts';
import { forkOf } from '../../../src/analytics/stories/fork.ts';
import { lucksOf } from '../../../src/analytics/stories/lucks.ts';
import { playing, STORY_ROLES } from '../../../src/analytics/stories/roles.ts';
import { storyOf } from '../../../src/analytics/stories/storyOf.ts';
import { minutes } from '../../../src/journey/units.ts';
import { closeUpHere, formOfSample } from '../../support/closeUps.ts';
import { play } from '../../support/played.ts';
import { openSample } from '../../support/samples.ts';

const cap = {
  id: 'few',
  max: 1,
  window: { kind: 'rolling', minutes: minutes(14 * 1440) },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
} as const;
const policies = { caps: [cap], budgets: [], rateLimits: [] };
const { playback } = play(openSample('orchestration'), { rows: 5_000, contacts: 2_000, policies })!;
const endings = endingsOf(playback);

describe('parts that contacts play', () => {
  it('are played by somebody in a run with a tight cap', () => {
    for (const role of STORY_ROLES) expect(playing(endings, role).length, role).toBeGreaterThan(0);
  });

  it('are true of whoever plays them', () => {
    for (const { place } of playing(endings, 'unlucky')) {
      const story = storyOf(playback, place);
      const kinds = story.map(({ kind }) => kind);
      expect(kinds).toContain('unsent');
      expect(kinds).not.toContain('converts');
      const reasons = story.flatMap(({ kind, value }) =>
        kind === 'unsent' ? [playback.stories.reasons[value]] : [],
      );
      expect(reasons).toContain('cap:few');
    }
    for (const { place } of playing(endings, 'angry'))
      expect(storyOf(playback, place).some(({ kind }) => kind === 'unsubscribed')).toBe(true);
    const soonest = playing(endings, 'soonest').map((ending) => ending.soonest!);
    expect(soonest).toEqual(soonest.toSorted((a, b) => a - b));
    const messaged = playing(endings, 'messaged').map(({ sent }) => sent);
    expect(messaged).toEqual(messaged.toSorted((a, b) => b - a));
  });
});

describe('one person with many lucks', () => {
  const journey = openSample('orchestration');
  const form = formOfSample(1_000, 2);
  const closeUp = closeUpHere(
    journey,
    { rows: 1_000, contacts: 1_000 },
    { kind: 'madeUp', form, from: 0, to: 200 },
  );
  if (!closeUp) throw new Error('nobody made up');
  const lucks = lucksOf(closeUp.playback);

  it('does best where she is lucky and worst where she is not', () => {
    const [best, worst] = [lucks.endings[lucks.lucky]!, lucks.endings[lucks.unlucky]!];
    expect(lucks.endings).toHaveLength(200);
    const most = Math.max(
      ...lucks.endings.filter(({ unsubscribed }) => !unsubscribed).map(({ valueMinor }) => valueMinor),
    );
    expect(best.valueMinor).toBe(most);
    expect(worst.unsubscribed || worst.clicked === 0).toBe(true);
  });

  it('goes the commonest way where her luck is typical', () => {
    const { visits } = closeUp.playback;
    const way = (place: number) => visits.step.subarray(visits.from[place], visits.from[place + 1]).join();
    const counts = new Map<string, number>();
    lucks.endings.forEach(({ place }) => counts.set(way(place), (counts.get(way(place)) ?? 0) + 1));
    expect(counts.get(way(lucks.typical))).toBe(Math.max(...counts.values()));
  });
});

describe('two stories beside each other', () => {
  it('are alike up to the first difference, and lose nothing', () => {
    const before = storyOf(playback, playing(endings, 'nearly')[0]!.place);
    expect(forkOf(before, before)).toEqual({ alike: before, before: [], after: [] });
    const other = before.map((event, at) => (at === 3 ? { ...event, minute: event.minute + 1 } : event));
    const fork = forkOf(before, other);
    expect(fork.alike).toHaveLength(3);
    expect([...fork.alike, ...fork.after]).toEqual(other);
    expect(forkOf(before, before.slice(0, 2)).after).toEqual([]);
    expect(forkOf(before.slice(0, 2), before).after).toEqual(before.slice(2));
  });
});
