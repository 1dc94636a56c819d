import type { Playback } from '../../../analytics/playback.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Box } from '../cardLayout.ts';
import { FAMILY_OF, type Family } from '../../../legend/kindLook.ts';
import { polyline, type Polyline } from './polyline.ts';

/** A link as dots see it. */
export interface Track {
  readonly line: Polyline;
  /** Of its ribbon: dots keep within it. */
  readonly width: number;
  readonly family: Family;
}

/** Where everything is that a run is drawn on, in the order of the playback's steps. Fixed while the canvas is locked. */
export interface Picture {
  readonly boxes: readonly Box[];
  readonly families: readonly Family[];
  /** Place of a step's first exit among `tracks`. */
  readonly offsets: readonly number[];
  /** By exit; undefined: no link. */
  readonly tracks: readonly (Track | undefined)[];
}

/** The canvas as it is drawn. */
export interface Drawn {
  readonly boxOf: (step: string) => Box | undefined;
  /** The ribbon of the link that leaves a step by an exit: its path and how wide it is. */
  readonly ribbonOf: (
    step: string,
    exit: string,
  ) => { readonly path: string; readonly width: number } | undefined;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

export function pictureOf(journey: Journey, { steps }: Playback, drawn: Drawn): Picture {
  const families = steps.map(({ id }) => FAMILY_OF[journey.steps[id as StepId]?.kind ?? 'exit']);
  let next = 0;
  return {
    boxes: steps.map(({ id }) => drawn.boxOf(id) ?? NOWHERE),
    families,
    offsets: steps.map(({ exits }) => (next += exits.length) - exits.length),
    tracks: steps.flatMap(({ id, exits }, place) =>
      exits.map((exit): Track | undefined => {
        const ribbon = drawn.ribbonOf(id, exit);
        return ribbon && { line: polyline(ribbon.path), width: ribbon.width, family: families[place]! };
      }),
    ),
  };
}
