/** What the look of a shape is made of, each with the value that needs no saying. */
const OF_SHAPES = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
};
const OF_TEXT = { 'font-size': '', 'font-weight': '400', 'text-anchor': 'start' };
const FOR_THE_PAGE = ['class', 'style', 'tabindex', 'data-picture', 'data-key'];

/** Writes what a drawing looks like at this moment into its own attributes, so that it looks the same without style sheets and tokens. */
export function resolveStyles(drawing: SVGElement): void {
  const all = [...drawing.querySelectorAll('*')];
  // One family for all, which texts inherit in a file as on the page.
  drawing.setAttribute('font-family', getComputedStyle(drawing).fontFamily);
  for (const shape of all) {
    if (shape instanceof SVGTextElement) {
      write(shape, { ...OF_SHAPES, ...OF_TEXT });
      holdLength(shape);
    } else if (shape instanceof SVGGeometryElement) write(shape, OF_SHAPES);
    else if (shape instanceof SVGGElement) write(shape, { opacity: '1' });
  }
  for (const part of [drawing, ...all]) for (const name of FOR_THE_PAGE) part.removeAttribute(name);
}

function write(shape: SVGElement, plain: Readonly<Record<string, string>>): void {
  const computed = getComputedStyle(shape);
  for (const [name, usual] of Object.entries(plain)) {
    const value = computed.getPropertyValue(name);
    if (value === usual) shape.removeAttribute(name);
    else shape.setAttribute(name, value);
  }
}

/** A reader without our typeface draws another: as long as ours, so that nothing runs into its neighbour. */
function holdLength(text: SVGTextElement): void {
  const length = text.getComputedTextLength();
  // A single letter would be squeezed for nothing.
  if (length === 0 || text.textContent.length < 2) return;
  text.setAttribute('textLength', length.toFixed(1));
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}
