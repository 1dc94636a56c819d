/** A point of the window. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** What a drop would go to: a step by its card, else a link. */
export interface DropTarget {
  readonly card?: string | undefined;
  readonly link?: string | undefined;
}

/** The card or link at this point; a card in front of a link takes the drop for itself. */
export function targetUnder(point: Point): DropTarget {
  const card = cardUnder(point);
  if (card !== undefined) return { card };
  const link = document
    .elementsFromPoint(point.clientX, point.clientY)
    .map((element) => element.closest<SVGElement>('.react-flow__edge')?.dataset['id'])
    .find(Boolean);
  return { link };
}

/** The step whose card lies at this point. */
export function cardUnder({ clientX, clientY }: Point): string | undefined {
  const [top] = document.elementsFromPoint(clientX, clientY).flatMap((element) => {
    const card = element.closest<HTMLElement>('.react-flow__node-step');
    return card ? [card] : [];
  });
  return top?.dataset['id'];
}

/** Lights what a drop would go to, without drawing React again while the pointer moves. */
export function markTarget(frame: HTMLElement | null, { card, link }: DropTarget): void {
  const marked = { '.react-flow__edge': link, '.react-flow__node-step': card };
  for (const [kind, id] of Object.entries(marked))
    for (const element of frame?.querySelectorAll<HTMLElement | SVGElement>(kind) ?? []) {
      if (id !== undefined && element.dataset['id'] === id) element.dataset['dropTarget'] = '';
      else delete element.dataset['dropTarget'];
    }
}
