import { linksOf, stepOf } from '../journey/graph.ts';
import { freshStepId } from '../journey/ids.ts';
import type { Journey } from '../journey/journey.ts';
import { instantLoops } from '../journey/problems/loops.ts';
import { STEP_DEFINITIONS } from '../journey/steps/index.ts';
import type { Doubt } from './doubt.ts';

/** A file may go in circles in no time; a contact may not: a wait of a day is put where each such loop leads back. */
export function slowLoops(journey: Journey, warn: (doubt: Doubt) => void): Journey {
  let slowed = journey;
  for (let [loop] = instantLoops(slowed); loop; [loop] = instantLoops(slowed)) {
    const members = new Set(loop);
    const drawn = Object.keys(slowed.steps);
    const first = loop.reduce((a, b) => (drawn.indexOf(b) < drawn.indexOf(a) ? b : a));
    const back = linksOf(slowed).find(({ from, to }) => to === first && members.has(from));
    if (!back) return slowed;
    const id = freshStepId(slowed, 'wait');
    const { [id]: _, ...layout } = slowed.layout;
    slowed = {
      ...slowed,
      layout,
      steps: {
        ...slowed.steps,
        [id]: { ...STEP_DEFINITIONS.wait.defaults(), name: 'Wait before going round again' },
      },
      links: {
        ...slowed.links,
        [back.from]: { ...slowed.links[back.from], [back.exit]: id },
        [id]: { next: back.to },
      },
    };
    warn({
      code: 'loop-slowed',
      words: `No time passes in a loop back to “${stepOf(slowed, back.to)?.name ?? back.to}”. A wait of one day was put into it.`,
      step: id,
    });
  }
  return slowed;
}
