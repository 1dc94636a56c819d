import { edgeId, fileId, shapeId } from './ids.ts';
import { idOf, type Plain, plainsIn, textIn } from './plain.ts';
import { type Bounds, isFlow } from './sheet.ts';

const ROOM = 20;

/** The drawing of the process: a shape for every element that has a place, an edge for every flow between two of them. */
export function diagramOf(
  journey: string,
  process: string,
  elements: readonly Plain[],
  places: ReadonlyMap<string, Bounds>,
): Plain {
  const all = elements.flatMap((element) => [element, ...plainsIn(element, 'flowElements')]);
  const lowest = Math.max(0, ...[...places.values()].map(({ y, height }) => y + height)) + 2 * ROOM;
  const shapes = all.flatMap((element) => shapeFor(element, places));
  const edges = all.filter(isFlow).flatMap((flow) => edgeFor(flow, places, lowest));
  return {
    $type: 'bpmndi:BPMNDiagram',
    id: fileId(journey, 'diagram'),
    plane: {
      $type: 'bpmndi:BPMNPlane',
      id: fileId(journey, 'plane'),
      bpmnElement: process,
      planeElement: [...shapes, ...edges],
    },
  };
}

function shapeFor(element: Plain, places: ReadonlyMap<string, Bounds>): readonly Plain[] {
  const place = places.get(idOf(element));
  if (!place) return [];
  return [
    {
      $type: 'bpmndi:BPMNShape',
      id: shapeId(idOf(element)),
      bpmnElement: idOf(element),
      ...(element.$type === 'bpmn:ExclusiveGateway' && { isMarkerVisible: true }),
      ...(element.$type === 'bpmn:SubProcess' && { isExpanded: true }),
      bounds: { $type: 'dc:Bounds', ...place },
    },
  ];
}

function edgeFor(flow: Plain, places: ReadonlyMap<string, Bounds>, lowest: number): readonly Plain[] {
  const [from, to] = [textIn(flow, 'sourceRef'), textIn(flow, 'targetRef')].map((end) =>
    places.get(end ?? ''),
  );
  if (!from || !to) return [];
  return [
    {
      $type: 'bpmndi:BPMNEdge',
      id: edgeId(idOf(flow)),
      bpmnElement: idOf(flow),
      waypoint: waypoints(from, to, lowest).map(([x, y]) => ({ $type: 'dc:Point', x, y })),
    },
  ];
}

/** From the right side to the left side, in straight lines; flows that lead back go around below everything. */
function waypoints(from: Bounds, to: Bounds, lowest: number): readonly (readonly [number, number])[] {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  if (x2 <= x1)
    return [
      [x1, y1],
      [x1 + ROOM, y1],
      [x1 + ROOM, lowest],
      [x2 - ROOM, lowest],
      [x2 - ROOM, y2],
      [x2, y2],
    ];
  const middle = (x1 + x2) / 2;
  return y1 === y2
    ? [
        [x1, y1],
        [x2, y2],
      ]
    : [
        [x1, y1],
        [middle, y1],
        [middle, y2],
        [x2, y2],
      ];
}
