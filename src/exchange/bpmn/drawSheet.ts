import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { place } from '../place.ts';
import { drawExitRules } from './exitRules.ts';
import { drawStep } from './drawStep.ts';
import { leavingId } from './ids.ts';
import { elementsKept, type KeptElements, othersKept } from './keptElements.ts';
import { comeTo } from './passed.ts';
import { COLUMN, documentation, MIDDLE, Pen, ROW } from './pen.ts';
import { idOf, type Plain, textIn } from './plain.ts';
import { documentationOf, LONGEST_NOTE } from './readStep.ts';
import { nameOf } from './readName.ts';
import { Sheet } from './sheet.ts';
import { attributeText } from './xmlText.ts';

export interface DrawnSheet {
  readonly sheet: Sheet;
  /** Steps that stand in the drawing. */
  readonly drawn: ReadonlySet<StepId>;
  /** Whether all of it is what a file said, nothing new and nothing changed. */
  readonly asKept: boolean;
}

const BELOW = 120;

/** All steps that contacts come to, and those that the file of another tool had without a way to them. */
export function drawSheet(unplaced: Journey): DrawnSheet {
  const journey = everywherePlaced(unplaced);
  const sheet = new Sheet();
  const elementOf = (id: StepId) => {
    const [first] = elementsKept(journey, id)?.nodes ?? [];
    return first ? idOf(first) : id;
  };
  const besides = new Set(othersKept(journey).map((flow) => textIn(flow, 'targetRef')));
  const reached = comeTo(
    journey,
    stepEntries(journey).flatMap(([id]) => (besides.has(elementOf(id)) ? [id] : [])),
  );
  const unreached = stepEntries(journey).flatMap(([id]) =>
    !reached.has(id) && elementsKept(journey, id) ? [id] : [],
  );
  const drawn = new Set([...reached, ...unreached]);
  let asKept = journey.settings.exitRules.length === 0;
  for (const id of drawn) {
    const step = stepOf(journey, id);
    if (!step) continue;
    const kept = elementsKept(journey, id);
    if (kept) asKept = putKept(sheet, kept, { journey, id, step, elementOf }) && asKept;
    else {
      asKept = false;
      drawStep(new Pen(sheet, journey, id, step, elementOf), step);
    }
  }
  const places = [...sheet.places.values()];
  drawExitRules(sheet, journey.settings.exitRules, {
    x: Math.min(...places.map(({ x }) => x), 0),
    y: Math.max(...places.map(({ y, height }) => y + height), 0) + BELOW,
  });
  return { sheet, drawn, asKept };
}

function everywherePlaced(journey: Journey): Journey {
  const known = stepEntries(journey).every(([id]) => Object.hasOwn(journey.layout, id));
  return known ? journey : { ...journey, layout: place(journey) };
}

interface KeptStep {
  readonly journey: Journey;
  readonly id: StepId;
  readonly step: Step;
  readonly elementOf: (step: StepId) => string;
}

/** The elements of a file again, with their links as they are now. False: something had to be changed. */
function putKept(sheet: Sheet, { nodes, flows, exits }: KeptElements, kept: KeptStep): boolean {
  const { journey, id, step, elementOf } = kept;
  const [main] = nodes;
  if (!main) return false;
  const shown = withWords(main, step);
  const { x, y } = journey.layout[id] ?? { x: 0, y: 0 };
  nodes.forEach((node, index) => {
    const at = { x: x + (index > 0 ? COLUMN : 0), y: y + MIDDLE + Math.max(0, index - 1) * ROW };
    sheet.put(index === 0 ? shown : node, at);
  });
  const leaving = new Map(Object.entries(exits).map(([exit, flow]) => [flow, exit]));
  let alike = shown === main;
  for (const flow of flows) {
    const exit = leaving.get(idOf(flow));
    const to = exit === undefined ? undefined : journey.links[id]?.[exit];
    if (exit === undefined) sheet.put(flow);
    else if (to === undefined) alike = false;
    else alike = putTo(sheet, flow, elementOf(to)) && alike;
  }
  for (const exit of exitsOf(step)) {
    const to = journey.links[id]?.[exit];
    if (to === undefined || Object.hasOwn(exits, exit)) continue;
    sheet.flow({ id: leavingId(id, exit), from: idOf(main), to: elementOf(to) });
    alike = false;
  }
  return alike;
}

/** An element with the name and the note that the step has now; itself where these are what it says. */
function withWords(element: Plain, { name, note }: Step): Plain {
  const before = documentationOf(element);
  const renamed = name === nameOf(element) ? element : { ...element, name: attributeText(name) };
  if (before?.slice(0, LONGEST_NOTE) === note) return renamed;
  const { documentation: _, ...rest } = renamed;
  const said = note === undefined || note.trim() === '' ? {} : { documentation: [documentation(note)] };
  return { ...rest, $type: element.$type, ...said };
}

function putTo(sheet: Sheet, flow: Plain, to: string): boolean {
  const alike = textIn(flow, 'targetRef') === to;
  sheet.put(alike ? flow : { ...flow, targetRef: to });
  return alike;
}
