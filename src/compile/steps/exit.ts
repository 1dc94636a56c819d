import type { ExitOp } from '../program.ts';

export function lowerExit(): ExitOp {
  return { op: 'exit' };
}
