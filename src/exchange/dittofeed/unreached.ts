import { reachableFrom } from '../../journey/graph.ts';
import type { Doubt } from '../doubt.ts';
import { type Found, targetsOf } from './reading.ts';

/** Nodes that no way from the entry leads to: Dittofeed has them and brings nobody there. */
export function unreached(found: ReadonlyMap<string, Found>, first: string): readonly Doubt[] {
  const links = [...found].map(([id, { node }]) => [id, targetsOf(node)] as const);
  const reached = reachableFrom([first], new Map(links));
  return [...found].flatMap(([id, { path }]) => {
    const words = `Nothing leads to the node “${id}”, so nobody comes to it. It is read, and left out when the journey is written for Dittofeed again.`;
    return reached.has(id) ? [] : [{ code: 'node-unreached', words, path }];
  });
}
