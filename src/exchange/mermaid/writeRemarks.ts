import { stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { serializeJourney } from '../../journey/serializeJourney.ts';

/** Whoever finds the first comment and not the last has a file that was cut short. */
export const BEGIN = '%% rehearsal:begin';
export const END = '%% rehearsal:end';

/**
 * What a drawing cannot say, a comment to a line: `%% rehearsal:settings {…}` for the journey, `%% rehearsal:step BOX {…}` for each step,
 * as it stands in a journey's own file. `id` is in it where the box is not called by the step's id.
 */
export function writeRemarks(journey: Journey, boxes: ReadonlyMap<StepId, string>): readonly string[] {
  // Equal journeys give equal text, whatever the order in which they were put together.
  const { version, name, luckId, brief, settings, steps } = JSON.parse(serializeJourney(journey)) as Journey;
  return [
    `%% rehearsal:settings ${oneLine({ version, name, luckId, brief, settings })}`,
    ...stepEntries(journey).map(([id]) => {
      const box = boxes.get(id) ?? id;
      return `%% rehearsal:step ${box} ${oneLine(box === id ? steps[id] : { id, ...steps[id] })}`;
    }),
  ];
}

/** JSON without what Mermaid looks for in whole texts: `%%{` begins a directive, `<a …>` a tag. */
function oneLine(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]|%(?=[%{])/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
