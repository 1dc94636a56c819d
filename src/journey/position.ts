/** On the canvas, in pixels at zoom 1: the top left corner. */
export interface Position {
  readonly x: number;
  readonly y: number;
}
