/**
 * What the benchmark asks from inside both pages. It is run before a page's own scripts, by the benchmark's browser; the product
 * knows nothing of it.
 */
interface Inside {
  /** Where the canvas stands and what part of the journey it shows. */
  readonly canvas: () => {
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
  };
  /** The cards that can be seen with all their words, and the links that leave them. */
  readonly onScreen: () => { readonly cards: string[]; readonly links: string[] };
  /** A point of the canvas where nothing stands. */
  readonly blank: () => Point | undefined;
  /** Milliseconds from each key press since the last call until the new numbers were painted. */
  readonly takePresses: () => number[];
  /** Milliseconds from the navigation until the first forecast was painted; pending until then. */
  readonly first: Promise<number>;
  /** Watches for numbers no longer: where frames are timed, watching would be part of them. */
  readonly rest: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

declare global {
  interface Window {
    bench: Inside;
  }
}

const READY = 'section[aria-label="Forecast"] .visually-hidden[role="status"]';

function canvas(): ReturnType<Inside['canvas']> {
  const { x, y, width, height } = document.querySelector('.react-flow')!.getBoundingClientRect();
  const style = getComputedStyle(document.querySelector('.react-flow__viewport')!);
  const { a, e, f } = new DOMMatrix(style.transform);
  return { box: { x, y, width, height }, viewport: { x: e, y: f, zoom: a } };
}

function onScreen(): ReturnType<Inside['onScreen']> {
  const { x, y, width, height } = canvas().box;
  const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.right > x && box.left < x + width && box.bottom > y && box.top < y + height;
  });
  const ids = new Set(cards.map((card) => card.dataset['id'] ?? ''));
  const links = [...document.querySelectorAll<SVGElement>('.react-flow__edge')]
    .map((edge) => edge.dataset['id'] ?? '')
    .filter((id) => ids.has(id.slice(0, id.indexOf('.'))));
  const words = cards.map(
    (card) => `${card.dataset['id'] ?? ''}: ${card.innerText.replaceAll(/\s+/g, ' ').trim()}`,
  );
  return { cards: words.toSorted(), links: links.toSorted() };
}

function blank(): Point | undefined {
  const { x, y, width, height } = canvas().box;
  for (let down = height * 0.5; down < height * 0.9; down += 16) {
    for (let right = width * 0.7; right > width * 0.3; right -= 16) {
      const point = { x: Math.round(x + right), y: Math.round(y + down) };
      const at = document.elementFromPoint(point.x, point.y);
      if (at?.classList.contains('react-flow__pane')) return point;
    }
  }
  return undefined;
}

let seen: (now: number) => void = () => undefined;
const first = new Promise<number>((resolve) => (seen = resolve));
let pressedAt: number | undefined;
let presses: number[] = [];

/** After the next frame: its rendering is over when a message that is posted in it arrives. */
function painted(then: (now: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(undefined);
  });
}

let said = '';

function look(): void {
  const words = document.querySelector(READY)?.textContent ?? '';
  if (words === said) return;
  said = words;
  // Empty: a forecast is on its way.
  if (words === '') return;
  const since = pressedAt;
  pressedAt = undefined;
  painted((now) => {
    seen(now);
    if (since !== undefined) presses.push(now - since);
  });
}

addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true });
const observer = new MutationObserver(look);
observer.observe(document, { subtree: true, childList: true, characterData: true });

window.bench = {
  canvas,
  onScreen,
  blank,
  takePresses: () => {
    const taken = presses;
    presses = [];
    return taken;
  },
  first,
  rest: () => observer.disconnect(),
};

export {};
