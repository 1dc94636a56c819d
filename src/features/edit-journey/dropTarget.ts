/** The link that a drop at this point would splice; a card in front of it takes the drop for itself. */
export function linkUnder(event: { readonly clientX: number; readonly clientY: number }): string | undefined {
  const elements = document.elementsFromPoint(event.clientX, event.clientY);
  if (elements.some((element) => element.closest('.react-flow__node'))) return undefined;
  return elements
    .map((element) => element.closest<SVGElement>('.react-flow__edge')?.dataset['id'])
    .find(Boolean);
}

/** The step whose card lies at this point. */
export function cardUnder({
  clientX,
  clientY,
}: {
  readonly clientX: number;
  readonly clientY: number;
}): string | undefined {
  const [top] = document.elementsFromPoint(clientX, clientY).flatMap((element) => {
    const card = element.closest<HTMLElement>('.react-flow__node');
    return card ? [card] : [];
  });
  return top?.dataset['id'];
}

/** Lights the link that a drop would splice, without drawing React again while the pointer moves. */
export function markLink(frame: HTMLElement | null, id: string | undefined): void {
  for (const edge of frame?.querySelectorAll<SVGElement>('.react-flow__edge') ?? []) {
    if (edge.dataset['id'] === id) edge.dataset['dropLink'] = '';
    else delete edge.dataset['dropLink'];
  }
}
