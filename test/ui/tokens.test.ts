import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['surface-app', 'surface-panel', 'surface-raised'];
const text = [
  ...surfaces.flatMap((surface) =>
    ['text', 'text-soft', 'accent', 'good', 'caution', 'bad'].map((ink) => [ink, surface]),
  ),
  ['text', 'hover'],
  ['text-soft', 'hover'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ['text', 'caution-soft'],
  ['text', 'bad-soft'],
  ['bad', 'bad-soft'],
];
const families = ['entry', 'logic', 'message', 'time', 'profile', 'goal', 'exit'].map(
  (family) => `family-${family}`,
);
const graphics = [
  ...surfaces.flatMap((surface) => [...families, 'control-border'].map((ink) => [ink, surface])),
  ...Array.from({ length: 8 }, (_, at) => [`series-${at + 1}`, 'surface-raised']),
  ['ribbon-none', 'surface-app'],
];

for (const scheme of ['light', 'dark'] as const) {
  const colour = (name = '') => tokens.get(name)?.[scheme] ?? '';
  it.each(text)(`%s can be read on %s, ${scheme}`, (ink, surface) => {
    expect(contrast(colour(ink), colour(surface))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(graphics)(`%s can be seen on %s, ${scheme}`, (ink, surface) => {
    expect(contrast(colour(ink), colour(surface))).toBeGreaterThanOrEqual(3);
  });
}
