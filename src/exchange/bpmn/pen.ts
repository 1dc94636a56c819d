import type { ExitName, Journey, Position, StepId } from '../../journey/journey.ts';
import { linksOf } from '../../journey/graph.ts';
import type { Step } from '../../journey/steps/index.ts';
import { endId, innerId, leavingId, partId } from './ids.ts';
import type { Plain, PlainValue } from './plain.ts';
import type { Sheet } from './sheet.ts';
import { attributeText, bodyText, jsonText } from './xmlText.ts';

/** The middle of a card, below its upper edge. */
export const MIDDLE = 42;
/** From one element of a step to the next, left edges. */
export const COLUMN = 110;
/** From one row of elements to the next, middle lines. */
export const ROW = 60;

export interface Drawn {
  readonly type: string;
  readonly name: string;
  readonly properties?: Readonly<Record<string, PlainValue>>;
}

export interface Leaving {
  readonly name?: string;
  readonly condition?: Plain;
  readonly isDefault?: boolean;
}

/** Draws one step: the element that has its id, those that belong to it, and the flows by which contacts leave it. */
export class Pen {
  readonly id: StepId;
  readonly step: Step;
  readonly #sheet: Sheet;
  readonly #links: Readonly<Record<ExitName, StepId>>;
  readonly #elementOf: (step: StepId) => string;
  readonly #at: Position;
  #loose = 0;

  /** `elementOf`: the element that contacts come to when they come to a step. */
  constructor(sheet: Sheet, journey: Journey, id: StepId, step: Step, elementOf: (step: StepId) => string) {
    this.#sheet = sheet;
    this.id = id;
    this.step = step;
    this.#elementOf = elementOf;
    this.#links = Object.fromEntries(
      linksOf(journey)
        .filter(({ from }) => from === id)
        .map(({ exit, to }) => [exit, to]),
    );
    this.#at = journey.layout[id] ?? { x: 0, y: 0 };
  }

  awaited(key: string, name?: string): Plain {
    return this.#sheet.awaited(key, name);
  }

  main(type: string, properties: Drawn['properties'] = {}): string {
    const { name, note } = this.step;
    this.#sheet.node({
      id: this.id,
      type,
      name,
      at: { x: this.#at.x, y: this.#at.y + MIDDLE },
      properties: {
        ...(note !== undefined && note.trim() !== '' && { documentation: [documentation(note)] }),
        ...properties,
      },
      extensions: [stepExtension(this.step)],
    });
    return this.id;
  }

  /** An element that belongs to this step, after `from`; `column` and `row` count from the step's own element. */
  part(role: string, from: string, { type, name, properties }: Drawn, [column, row] = [1, 0]): string {
    const id = partId(this.id, role);
    this.#sheet.node({
      id,
      type,
      name,
      at: { x: this.#at.x + column * COLUMN, y: this.#at.y + MIDDLE + row * ROW },
      ...(properties && { properties }),
      extensions: [partExtension(this.id, role)],
    });
    this.#sheet.flow({ id: innerId(id), from, to: id });
    return id;
  }

  /** Contacts go from an element of this step to where the exit leads, or to an end where it leads nowhere. */
  leave(from: string, exit: ExitName, { name, condition, isDefault }: Leaving = {}): void {
    const to = this.#links[exit];
    this.#sheet.flow({
      id: leavingId(this.id, exit),
      from,
      to: to === undefined ? this.#looseEnd(exit) : this.#elementOf(to),
      ...(name !== undefined && { name }),
      ...(condition && { condition }),
      ...(isDefault !== undefined && { isDefault }),
      extensions: [{ $type: 'rehearsal:Exit', name: exit }],
    });
  }

  /** Contacts whom the step does not let in leave by the default flow of a gateway. */
  turnAway(from: string, role: string): void {
    const id = partId(this.id, role);
    this.#end(id, role);
    this.#sheet.flow({ id: innerId(id), from, to: id, isDefault: true });
  }

  #looseEnd(exit: ExitName): string {
    const id = endId(this.id, exit);
    this.#end(id, 'end');
    return id;
  }

  #end(id: string, role: string): void {
    this.#sheet.node({
      id,
      type: 'bpmn:EndEvent',
      name: '',
      at: { x: this.#at.x + 2.2 * COLUMN, y: this.#at.y + MIDDLE + this.#loose * ROW },
      extensions: [partExtension(this.id, role)],
    });
    this.#loose += 1;
  }
}

export function documentation(text: string): Plain {
  return { $type: 'bpmn:Documentation', text: bodyText(text) };
}

function partExtension(of: StepId, role: string): Plain {
  return { $type: 'rehearsal:Part', of, role };
}

/** All fields of the step; its name only where the element cannot hold it. */
function stepExtension({ kind, name, ...fields }: Step): Plain {
  const odd = attributeText(name) === name ? {} : { name };
  return { $type: 'rehearsal:Step', kind, json: jsonText({ ...odd, ...fields }) };
}
