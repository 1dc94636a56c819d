/** What jsdom lacks of the platform: dialogs, popovers, media queries, and the measuring that React Flow does. */
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Gives a prototype what it does not have yet. */
function supply(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (Reflect.get(target, name) === undefined)
      Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

class Matrix {
  m22 = 1;
}

supply(globalThis, { ResizeObserver: NoObserver, DOMMatrixReadOnly: Matrix });
supply(window, {
  matchMedia: (media: string) => ({
    media,
    // Without layout there is nothing to animate.
    matches: media.includes('prefers-reduced-motion'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
supply(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  },
  close(this: HTMLDialogElement) {
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
  },
});

const openPopovers = new WeakSet<Element>();

function toggle(element: HTMLElement, open: boolean): void {
  if (open) openPopovers.add(element);
  else openPopovers.delete(element);
  // jsdom's own style sheet hides popovers and knows no open ones.
  element.style.display = open ? 'block' : '';
  element.dispatchEvent(Object.assign(new Event('toggle'), { newState: open ? 'open' : 'closed' }));
}

const matches = Object.getOwnPropertyDescriptor(Element.prototype, 'matches')?.value as (
  selectors: string,
) => boolean;
Object.defineProperty(Element.prototype, 'matches', {
  configurable: true,
  value(this: Element, selectors: string) {
    return selectors === ':popover-open' ? openPopovers.has(this) : matches.call(this, selectors);
  },
});
supply(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    toggle(this, true);
  },
  hidePopover(this: HTMLElement) {
    toggle(this, false);
  },
});
supply(Element.prototype, { scrollIntoView: () => undefined });
