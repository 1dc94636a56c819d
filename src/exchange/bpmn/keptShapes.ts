import { HERE } from './keptElements.ts';
import { idOf, isPlain, type Plain, plainIn, plainsIn, textIn } from './plain.ts';

/** A diagram that is drawn anew, with what only the file has (lanes, annotations) where it stood. */
export function withKeptShapes(diagram: Plain, kept: Plain | undefined, still: ReadonlySet<string>): Plain {
  const [now, before] = [plainIn(diagram, 'plane'), plainIn(kept, 'plane')];
  if (!now || !before) return diagram;
  const shapes = plainsIn(now, 'planeElement');
  const drawn = new Set(shapes.map((shape) => textIn(shape, 'bpmnElement')));
  const rest = plainsIn(before, 'planeElement').filter((shape) => {
    const element = textIn(shape, 'bpmnElement');
    return element !== undefined && still.has(element) && !drawn.has(element);
  });
  return {
    ...diagram,
    plane: {
      ...now,
      bpmnElement: textIn(before, 'bpmnElement') ?? textIn(now, 'bpmnElement'),
      planeElement: [...shapes, ...rest],
    },
  };
}

/** The ids of an element and of all that stands in it, but for steps. */
export function idsIn(element: Plain): readonly string[] {
  const inside = Object.values(element).flatMap((value): readonly unknown[] =>
    Array.isArray(value) ? value : [value],
  );
  return [
    idOf(element),
    ...inside.flatMap((part) => (isPlain(part) && part.$type !== HERE ? idsIn(part) : [])),
  ];
}
