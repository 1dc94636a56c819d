/** What jsdom lacks of the platform: dialogs, popovers, and the measuring that React Flow does. */
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
globalThis.DOMMatrixReadOnly ??= class {
  m22 = 1;
} as unknown as typeof DOMMatrixReadOnly;

const dialog = HTMLDialogElement.prototype;
dialog.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
};
dialog.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute('open');
  this.dispatchEvent(new Event('close'));
};

const openPopovers = new WeakSet<Element>();

function toggle(element: HTMLElement, open: boolean): void {
  if (open) openPopovers.add(element);
  else openPopovers.delete(element);
  const event = Object.assign(new Event('toggle'), { newState: open ? 'open' : 'closed' });
  element.dispatchEvent(event);
}

const element = HTMLElement.prototype;
element.showPopover ??= function (this: HTMLElement) {
  toggle(this, true);
};
element.hidePopover ??= function (this: HTMLElement) {
  toggle(this, false);
};
const { matches } = Element.prototype;
Element.prototype.matches = function (this: Element, selectors: string) {
  return selectors === ':popover-open' ? openPopovers.has(this) : matches.call(this, selectors);
};
