import type { Shape } from './flowchart.ts';
import type { Closing, Opening } from './tokens.ts';

interface Bracket {
  readonly closes: readonly Closing[];
  readonly shape: Shape;
}

/** What may close each opening bracket. */
export const BRACKETS: Readonly<Record<Opening, Bracket>> = {
  '[': { closes: [']'], shape: 'box' },
  '(': { closes: [')'], shape: 'round' },
  '{': { closes: ['}'], shape: 'diamond' },
  '(((': { closes: [')))'], shape: 'doubleCircle' },
  '(-': { closes: ['-)'], shape: 'ellipse' },
  '([': { closes: ['])'], shape: 'stadium' },
  '[[': { closes: [']]'], shape: 'subroutine' },
  '[|': { closes: [']'], shape: 'box' },
  '[(': { closes: [')]'], shape: 'cylinder' },
  '>': { closes: [']'], shape: 'flag' },
  '[/': { closes: ['/]', '\\]'], shape: 'slanted' },
  '[\\': { closes: ['\\]', '/]'], shape: 'slanted' },
};

/** The names that `@{ shape: … }` may give, by what is seen in them here. */
const NAMES: Readonly<Partial<Record<Shape, string>>> = {
  box: `rect proc process rectangle text notch-rect card notched-rectangle lin-rect lined-rectangle lined-process lin-proc
    shaded-process div-rect div-proc divided-rectangle divided-process win-pane internal-storage window-pane sl-rect manual-input
    sloped-rectangle st-rect procs processes stacked-rectangle bow-rect stored-data bow-tie-rectangle tag-rect tagged-rectangle
    tag-proc tagged-process doc document docs documents st-doc stacked-document tag-doc tagged-document lin-doc lined-document
    fork join brace comment brace-l brace-r braces bolt com-link lightning-bolt delay half-rounded-rectangle curv-trap
    curved-trapezoid display tri extract triangle notch-pent loop-limit notched-pentagon flip-tri manual-file flipped-triangle
    hourglass collate bang cloud folder directory bucket console browser person note composite icon anchor state`,
  round: 'rounded event',
  stadium: 'stadium terminal pill',
  subroutine: 'fr-rect subprocess subproc framed-rectangle subroutine',
  cylinder:
    'cyl db database cylinder datastore data-store h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder',
  circle:
    'circle circ sm-circ start small-circle fr-circ stop framed-circle f-circ junction filled-circle cross-circ summary crossed-circle',
  doubleCircle: 'dbl-circ double-circle doublecircle',
  diamond: 'diam decision diamond question choice',
  hexagon: 'hex hexagon prepare',
  slanted:
    'lean-r lean-right in-out lean-l lean-left out-in trap-b priority trapezoid-bottom trapezoid trap-t manual trapezoid-top inv-trapezoid',
  flag: 'odd flag paper-tape',
};

export const NAMED_SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries(NAMES).flatMap(([shape, names]) =>
    names.split(/\s+/).map((name) => [name, shape as Shape] as const),
  ),
);
