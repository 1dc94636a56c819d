/**
 * To be asked before a line of a list is mended, and called after: where the line with this button is gone, the focus goes to the next
 * one, else to the one before. `onNone`: no line is left.
 */
export function focusNextLine(button: Element, onNone: (() => void) | undefined): () => void {
  const line = button.closest('li');
  const lines = [...(line?.parentElement?.children ?? [])];
  const here = line ? lines.indexOf(line) : -1;
  const others = [...lines.slice(here + 1), ...lines.slice(0, Math.max(0, here)).reverse()];
  return () => {
    if (button.isConnected) return;
    const next = others.find((other) => other.isConnected);
    const target = next?.querySelector('button') ?? next;
    if (target instanceof HTMLElement) target.focus();
    else onNone?.();
  };
}
