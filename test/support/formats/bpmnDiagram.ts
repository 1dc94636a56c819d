import type { ModdleElement } from 'bpmn-moddle';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is wrong with the diagram: every element has one shape, every flow one line from one of its shapes to the other. */
export function everyShapeStands(definitions: ModdleElement, process: ModdleElement): readonly string[] {
  const plane = (definitions['diagrams'] as readonly ModdleElement[])[0]?.['plane'] as
    ModdleElement | undefined;
  if (plane?.['bpmnElement'] !== process) return ['the diagram is of something else'];
  const drawn = (plane['planeElement'] ?? []) as readonly ModdleElement[];
  const elements = allElements(process);
  const faults: string[] = [];
  const of = (element: ModdleElement) => drawn.filter(({ bpmnElement }) => bpmnElement === element);
  for (const element of elements) {
    const shapes = of(element);
    const type = element.$type === 'bpmn:SequenceFlow' ? 'bpmndi:BPMNEdge' : 'bpmndi:BPMNShape';
    if (shapes.length !== 1 || shapes[0]?.$type !== type)
      faults.push(`${name(element)} is drawn ${shapes.length} times`);
    else if (type === 'bpmndi:BPMNEdge') faults.push(...lineFaults(element, shapes[0], of));
    else if (!isBounds(shapes[0]['bounds'])) faults.push(`${name(element)} has no place`);
  }
  const strays = drawn.filter(({ bpmnElement }) => !elements.includes(bpmnElement as ModdleElement));
  return [...faults, ...strays.map((shape) => `${name(shape)} draws nothing`)];
}

function lineFaults(
  flow: ModdleElement,
  edge: ModdleElement,
  of: (element: ModdleElement) => readonly ModdleElement[],
): readonly string[] {
  const points = (edge['waypoint'] ?? []) as readonly { readonly x: number; readonly y: number }[];
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last) return [`${name(flow)} is no line`];
  const ends = [
    [first, flow['sourceRef']],
    [last, flow['targetRef']],
  ] as const;
  return ends.flatMap(([point, element]) => {
    const bounds = of(element as ModdleElement)[0]?.['bounds'];
    return isBounds(bounds) && touches(bounds, point) ? [] : [`the line of ${name(flow)} hangs in the air`];
  });
}

function touches(
  { x, y, width, height }: Bounds,
  point: { readonly x: number; readonly y: number },
): boolean {
  return point.x >= x - 1 && point.x <= x + width + 1 && point.y >= y - 1 && point.y <= y + height + 1;
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Bounds>;
  return (
    [x, y, width, height].every((part) => Number.isFinite(part)) && Number(width) > 0 && Number(height) > 0
  );
}

function allElements(scope: ModdleElement): readonly ModdleElement[] {
  const own = [
    ...((scope['flowElements'] ?? []) as readonly ModdleElement[]),
    ...((scope['artifacts'] ?? []) as readonly ModdleElement[]),
  ];
  return own.flatMap((element) => [element, ...allElements(element)]);
}

function name(element: ModdleElement): string {
  return String(element['id']);
}
