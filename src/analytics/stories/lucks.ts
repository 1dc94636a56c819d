import type { Playback } from '../playback.ts';
import { endingOf, type Ending } from './ending.ts';

/** One person with many lucks: what became of her, and three lucks worth looking at. */
export interface Lucks {
  readonly endings: readonly Ending[];
  /** Of all lucks. */
  readonly converted: number;
  readonly unsubscribed: number;
  readonly messages: number;
  /** Places. Lucky: buys most, else clicks or opens most; unlucky: the other end; typical: of those who go the commonest way the middle one. */
  readonly lucky: number;
  readonly unlucky: number;
  readonly typical: number;
}

/** Of a playback of one person, a luck a place; there is at least one. */
export function lucksOf(playback: Playback): Lucks {
  const endings = Array.from(playback.people.keys(), (place) => endingOf(playback, place));
  const ranked = endings.toSorted((a, b) => fortune(b) - fortune(a) || a.place - b.place);
  const typical = commonest(endings.map((ending) => ({ ending, way: wayOf(playback, ending.place) })));
  const share = (is: (ending: Ending) => number) =>
    endings.reduce((sum, ending) => sum + is(ending), 0) / endings.length;
  return {
    endings,
    converted: share(({ conversions }) => Number(conversions > 0)),
    unsubscribed: share((ending) => Number(ending.unsubscribed)),
    messages: share(({ sent }) => sent),
    lucky: ranked[0]!.place,
    unlucky: ranked.at(-1)!.place,
    typical,
  };
}

function fortune({ conversions, valueMinor, clicked, opened, unsubscribed }: Ending): number {
  return (
    Number(conversions > 0) * 1e12 + valueMinor * 1e3 + clicked * 100 + opened - Number(unsubscribed) * 1e14
  );
}

/** The steps that she comes to, in their order. */
function wayOf({ visits }: Playback, place: number): string {
  return visits.step.subarray(visits.from[place], visits.from[place + 1]).join();
}

function commonest(ways: readonly { readonly ending: Ending; readonly way: string }[]): number {
  const groups = new Map<string, Ending[]>();
  for (const { ending, way } of ways) groups.set(way, [...(groups.get(way) ?? []), ending]);
  const [largest = []] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const ranked = largest.toSorted((a, b) => fortune(a) - fortune(b));
  return ranked[Math.floor(ranked.length / 2)]!.place;
}
