import type { ExitName, Journey, StepId } from '../../journey/journey.ts';

/**
 * Ids of the file. A step's element has the step's id; whatever else there is has a dot in its id, which no step's id has, so nothing
 * can meet. The last word says what it is.
 */
export const partId = (step: StepId, role: string) => `${step}.${role}`;
export const endId = (step: StepId, exit: ExitName) => `${step}.${exit}.end`;
/** The sequence flow by which contacts leave a step. */
export const leavingId = (step: StepId, exit: ExitName) => `${step}.${exit}.to`;
/** The sequence flow that leads from one element of a step to another. */
export const innerId = (element: string) => `${element}.in`;
export const messageId = (name: string) => `${name}.message`;
export const exitRuleId = (index: number, role: string) => `exitRule.${index}.${role}`;
export const noteId = (note: string) => `${note}.text.note`;
export const shapeId = (element: string) => `${element}.shape`;
export const edgeId = (flow: string) => `${flow}.edge`;
/** Of the diagram and its plane, and the definitions. */
export const fileId = (journey: string, what: string) => `${journey}.the.${what}`;
/** Engines start processes by their id, so it is the journey's where no step has that. */
export const processId = ({ id, steps }: Journey) => (Object.hasOwn(steps, id) ? `${id}.process` : id);
