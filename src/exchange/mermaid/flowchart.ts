/** A Mermaid flowchart as a graph. Nothing is drawn and nothing in it is ever run: labels are text. */
export interface Flowchart {
  /** In order of first mention. */
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
  /** Statements that have no meaning here, in order. */
  readonly ignored: readonly Ignored[];
}

/** `plain`: mentioned by its id only. */
export type Shape =
  | 'box'
  | 'round'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'doubleCircle'
  | 'flag'
  | 'diamond'
  | 'hexagon'
  | 'slanted'
  | 'plain';

export interface Vertex {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
  readonly classes: readonly string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `~~~`: only there to push boxes apart. */
  readonly invisible: boolean;
}

export interface Ignored {
  readonly line: number;
  /** `style`, `subgraph`, `arrow at a subgraph`… */
  readonly what: string;
}

export interface Fault {
  readonly line: number;
  readonly column: number;
  /** What is wrong there, as the end of a sentence. */
  readonly what: string;
}

export type ParsedFlowchart =
  { readonly ok: true; readonly chart: Flowchart } | { readonly ok: false; readonly fault: Fault };
