import { Lines } from './lines.ts';

/** A Mermaid flowchart as a graph. Nothing is drawn and nothing in it is ever run: labels are text. */
export interface Flowchart {
  /** In order of first mention. */
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
  /** Subgraphs, in the order in which they end. */
  readonly frames: readonly Frame[];
  /** Statements that have no meaning here, in order. */
  readonly ignored: readonly Ignored[];
  /** Comments that Rehearsal wrote, in order. */
  readonly remarks: readonly Remark[];
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
  | 'ellipse'
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
  /** `<-->`: it has a head at both ends. */
  readonly bothWays: boolean;
}

export interface Frame {
  readonly id: string;
  /** Every vertex in it and in frames within it, in order of mention. */
  readonly members: ReadonlySet<string>;
}

export interface Ignored {
  readonly line: number;
  /** `style`, `subgraph`, `arrow at a subgraph`… */
  readonly what: string;
}

/** `%% rehearsal:step welcome {…}`: what stands after `rehearsal:`. */
export interface Remark {
  readonly line: number;
  readonly text: string;
}

export interface Fault {
  readonly line: number;
  readonly column: number;
  /** What is wrong there, as the end of a sentence. */
  readonly what: string;
}

export type ParsedFlowchart =
  { readonly ok: true; readonly chart: Flowchart } | { readonly ok: false; readonly fault: Fault };

/** Carries a fault from deep in the reading to `parseFlowchart`, which answers with it. */
export class FlowchartFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.what);
    this.fault = fault;
  }
}

/** Ends the reading at a place in the text. */
export function faultAt(text: string, at: number, what: string): FlowchartFault {
  const column = at - text.lastIndexOf('\n', at - 1);
  return new FlowchartFault({ line: new Lines(text).lineAt(at), column: at === 0 ? 1 : column, what });
}
