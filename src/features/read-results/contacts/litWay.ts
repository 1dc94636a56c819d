import { passesOf, type Pass } from '../../../analytics/stories/passes.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import type { StepId } from '../../../journey/journey.ts';
import { MINUTES_PER_DAY } from '../../../journey/units.ts';
import { storyLine } from '../../../legend/storyLine.ts';
import type { LitMoment, ToldLine } from '../../../state/litWay.ts';
import { reasonHeading } from '../../../legend/reasonWords.ts';
import { toldOdds } from './oddsWords.ts';
import { whyOf } from './storyWords.ts';
import type { Tale, Telling } from './telling.ts';

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** What is told of her way on the canvas, pass by pass; none where she comes to no step. */
export function litMoments(tale: Tale, telling: Telling): readonly LitMoment[] {
  const passes = passesOf(telling.playback, tale.place, tale.events);
  const [first, last] = [passes[0], passes.at(-1)];
  // Within a week its days say enough.
  const isLong = first && last && last.arrive - first.arrive >= MINUTES_PER_WEEK;
  const time = (minute: number) =>
    isLong ? telling.time.printDate(minute) : telling.time.printWeekday(minute);
  return passes.flatMap((pass) => momentOf(pass, { tale, telling, time }));
}

interface About {
  readonly tale: Tale;
  readonly telling: Telling;
  readonly time: (minute: number) => string;
}

function momentOf({ step, exit, arrive, events }: Pass, { tale, telling, time }: About): LitMoment[] {
  const played = telling.playback.steps[step];
  if (!played) return [];
  const leads = (played.targets[exit] ?? -1) >= 0;
  return [
    {
      step: played.id as StepId,
      exit: leads ? played.exits[exit] : undefined,
      time: time(arrive),
      unsent: unsentWords(events, telling),
      lines: events.map((event) => toldLine(event, tale, telling)),
    },
  ];
}

function unsentWords(events: readonly StoryEvent[], telling: Telling): string | undefined {
  const unsent = events.findLast(({ kind }) => kind === 'unsent');
  return unsent && reasonHeading(telling.playback.stories.reasons[unsent.value] ?? '', telling);
}

function toldLine(event: StoryEvent, tale: Tale, telling: Telling): ToldLine {
  const odds = event.kind === 'sent' ? tale.odds.sends.get(event.row) : undefined;
  return {
    time: telling.time.print(event.minute),
    words: storyLine(event, telling),
    why: whyOf(event, tale, telling),
    odds: odds ? toldOdds(odds, telling) : [],
  };
}
