import './marked.css';

/**
 * Marks cards and links of the canvas by their ids, and returns what takes the marks away. React knows nothing of them, so that no
 * card is drawn again for a mark.
 */
export function markDrawn(
  bench: Element,
  mark: 'dimmed' | 'faint' | 'lit' | 'current',
  isMarked: (id: string) => boolean,
): () => void {
  const drawn = bench.querySelectorAll<HTMLElement>('.react-flow__node, .react-flow__edge');
  const marked = [...drawn].filter(({ dataset }) => isMarked(dataset['id'] ?? ''));
  for (const element of marked) element.dataset[mark] = '';
  return () => {
    for (const element of marked) delete element.dataset[mark];
  };
}
