/** Families of boxes, each with its colour token. */
export type FlowKind = 'entry' | 'logic' | 'message' | 'time' | 'profile' | 'goal' | 'exit';

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** How many came through. When its links bring or take fewer, part of its side stays bare. */
  readonly value: number;
  /** Where it stands from left to right, from 0; without, as far left as its links allow. */
  readonly column?: number | undefined;
  readonly kind: FlowKind;
}

/** Links never lead in a circle: whoever has loops unrolls them. */
export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  /** What the link is called: the exit. */
  readonly label: string;
}
