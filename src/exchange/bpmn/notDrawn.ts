import { linksOf, stepEntries } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { DrawnSheet } from './drawSheet.ts';
import { openExits } from './passed.ts';
import { idOf, type Plain, textIn } from './plain.ts';
import { isFlow } from './sheet.ts';

export interface NotDrawn {
  readonly steps: Journey['steps'];
  readonly links: Journey['links'];
  readonly layout: Journey['layout'];
}

/** Steps that nobody comes to, and links that nobody takes: an engine would start them by themselves. */
export function notDrawn(journey: Journey, { drawn }: DrawnSheet): NotDrawn {
  const left = stepEntries(journey).filter(([id]) => !drawn.has(id));
  const links: Record<StepId, Record<string, StepId>> = {};
  for (const { from, exit, to } of linksOf(journey)) {
    const step = journey.steps[from];
    if (step && (!drawn.has(from) || !openExits(step).includes(exit))) (links[from] ??= {})[exit] = to;
  }
  return {
    steps: Object.fromEntries(left),
    links,
    layout: Object.fromEntries(
      left.flatMap(([id]) => {
        const at = journey.layout[id];
        return at ? [[id, at]] : [];
      }),
    ),
  };
}

export function isSomething({ steps, links }: NotDrawn): boolean {
  return Object.keys(steps).length > 0 || Object.keys(links).length > 0;
}

/** Of what is no step: not what hangs on a step that is gone, and no arrow that leads to one. */
export function stillWhole(others: readonly Plain[], { sheet }: DrawnSheet): readonly Plain[] {
  const nodes = new Set(sheet.elements().map(idOf));
  const hangs = (element: Plain) => {
    const host = textIn(element, 'attachedToRef');
    return host === undefined || nodes.has(host);
  };
  const held = others.filter((element) => !isFlow(element) && hangs(element));
  for (const element of held) nodes.add(idOf(element));
  const ends = (flow: Plain) => ['sourceRef', 'targetRef'].every((end) => nodes.has(textIn(flow, end) ?? ''));
  const flows = new Set(others.filter((element) => isFlow(element) && ends(element)));
  return others.filter((element) => flows.has(element) || held.includes(element));
}
