import type { Change, UpdateStep } from '../../journey/steps/update.ts';
import type { CompileContext } from '../context.ts';
import type { UpdateOp } from '../program.ts';

export function lowerUpdate(step: UpdateStep, _index: number, context: CompileContext): UpdateOp {
  return { op: 'update', changes: step.changes.map((change) => lowerChange(change, context)) };
}

function lowerChange(change: Change, context: CompileContext): UpdateOp['changes'][number] {
  switch (change.type) {
    case 'set':
      return {
        type: 'set',
        column: context.rules.column(change.column),
        state: context.rules.state(change.column, change.value),
      };
    case 'addScore':
      return { type: 'score', points: change.points };
    case 'addTag':
    case 'removeTag':
      return { type: 'tag', tag: context.rules.tag(change.tag), on: change.type === 'addTag' };
    case 'suppress': {
      const all = (1 << context.channels.length) - 1;
      return {
        type: 'suppress',
        channels: change.channel === 'all' ? all : 1 << context.channel(change.channel),
      };
    }
  }
}
