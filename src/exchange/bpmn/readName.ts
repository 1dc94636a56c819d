import { idOf, type Plain, textIn } from './plain.ts';

/** What people call the kinds of elements, where an element has no name of its own. */
const KIND_WORDS: readonly (readonly [RegExp, string])[] = [
  [/:StartEvent$/, 'Start'],
  [/:EndEvent$/, 'End'],
  [/:SendTask$/, 'Send'],
  [/:ReceiveTask$/, 'Receive'],
  [/:EventBasedGateway$/, 'First event'],
  [/Gateway$/, 'Gateway'],
  [/Event$/, 'Event'],
  [/(?:SubProcess|Transaction)$/, 'Sub-process'],
  [/:CallActivity$/, 'Call activity'],
  [/Task$/, 'Task'],
];

/** What a step that is read from an element is called. */
export function nameOf(element: Plain): string {
  const name = textIn(element, 'name');
  if (name !== undefined && name.trim() !== '') return name.slice(0, 200);
  return KIND_WORDS.find(([pattern]) => pattern.test(element.$type))?.[1] ?? idOf(element);
}
