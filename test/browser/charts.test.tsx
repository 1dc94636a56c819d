import '../../src/ui/base.css';
import { render, screen, cleanup } from '@testing-library/react';
import { userEvent } from 'vitest/browser';
import { Profiler } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChartFilesContext, type ChartFiles } from '../../src/charts/chartFiles.ts';
import { ChartFrame } from '../../src/charts/ChartFrame.tsx';
import { Bars } from '../../src/charts/Bars.tsx';
import { declareTokens } from '../../src/charts/declareTokens.ts';
import { Dumbbell } from '../../src/charts/Dumbbell.tsx';
import { HeatGrid } from '../../src/charts/HeatGrid.tsx';
import { picturePng } from '../../src/charts/picturePng.ts';
import { savedPicture } from '../../src/charts/savedPicture.ts';
import { Timeline } from '../../src/charts/Timeline.tsx';

const table = { caption: 'Figures', columns: [{ key: 'name', header: 'Name' }], rows: [{ name: 'Email' }] };
const exact = (value: number) => ({ value, low: value, high: value });
const estimate = (value: number) => ({ value, low: value * 0.9, high: value * 1.2 });

/** Of the file that was saved. */
function savedText(): string {
  const contents = saved[0]?.contents;
  if (typeof contents !== 'string') throw new Error('no text was saved');
  return contents;
}

const saved: { name: string; type: string; contents: string | Blob }[] = [];
const files: ChartFiles = {
  save: (name, type, contents) => void saved.push({ name, type, contents }),
  copyPicture: () => Promise.reject(new Error('not here')),
};

const bars = [
  { key: 'email', label: 'Email & more <b>', amount: estimate(120), value: '120', note: '108–144' },
  { key: 'sms', label: 'SMS', amount: estimate(-30), value: '−30', note: '−36 to −27' },
];

function framed() {
  return render(
    <ChartFilesContext value={files}>
      <div style={{ inlineSize: 640 }}>
        <ChartFrame
          title="Email brings most"
          note="Orders a month"
          about="Seed 7, 20 000 contacts"
          fileName="channels"
          table={table}
        >
          <Bars label="Email brings most" bars={bars} />
        </ChartFrame>
      </div>
    </ChartFilesContext>,
  );
}

beforeEach(() => {
  saved.length = 0;
});
afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['theme'];
});

async function choose(name: RegExp) {
  await userEvent.click(screen.getByRole('button', { name: /Email brings most/ }));
  await userEvent.click(screen.getByRole('menuitem', { name }));
}

/** A drawing that a browser reads with nothing around it, as text of its own. */
function alone(svg: string): SVGElement {
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (!(read instanceof SVGElement)) throw new Error('not an SVG file');
  return read;
}

it.each(['light', 'dark'])('a saved SVG needs nothing and is light, of a %s page', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  framed();
  await choose(/SVG/);
  const [file] = saved;
  expect(file).toMatchObject({ name: 'channels.svg', type: 'image/svg+xml' });
  const svg = savedText();
  expect(svg).not.toMatch(/var\(|class=|style=|href|url\(|light-dark/);
  const drawing = alone(svg);
  const texts = [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Email brings most',
      'Orders a month',
      'Seed 7, 20 000 contacts',
      'Email & more <b>',
      '120',
    ]),
  );
  const [paper] = drawing.querySelectorAll('rect');
  expect(paper?.getAttribute('fill')).toBe('rgb(255, 255, 255)');
  const body = drawing.querySelector('svg svg rect:not([fill-opacity])');
  expect(body?.getAttribute('fill')).toBe('rgb(11, 133, 123)');
  expect(drawing.getAttribute('font-family')).toContain('Inter');
});

it('putting a picture together leaves nothing in the page', async () => {
  const { container } = framed();
  const before = container.innerHTML.length;
  await choose(/SVG/);
  expect(container.querySelectorAll('svg svg')).toHaveLength(0);
  expect(Math.abs(container.innerHTML.length - before)).toBeLessThan(200);
});

it('a saved PNG has two pixels for each, white paper and the colour of its bars', async () => {
  framed();
  await choose(/PNG/);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const [file] = saved;
  if (!(file?.contents instanceof Blob)) throw new Error('not a file');
  expect(file.contents.type).toBe('image/png');
  const bitmap = await createImageBitmap(file.contents);
  const picture = document.querySelector('svg[data-picture]');
  expect(bitmap.width).toBe(2 * (Number(picture?.getAttribute('width')) + 48));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  expect([...data.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  let teal = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] === 11 && data[at + 1] === 133) teal += 1;
  expect(teal).toBeGreaterThan(2000);
});

it('the figures can be saved as a picture while the table shows', async () => {
  framed();
  await choose(/Show as table/);
  await choose(/SVG/);
  const drawing = alone(savedText());
  expect(drawing.querySelectorAll('svg svg text').length).toBeGreaterThan(3);
});

it('a very wide picture still fits on a canvas', async () => {
  const png = await picturePng({
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="12000" height="100"><rect width="12000" height="100"/></svg>',
    width: 12_000,
    height: 100,
  });
  expect((await createImageBitmap(png)).width).toBe(16_000);
});

it('a saved picture of models names those that are shown', async () => {
  const { container } = render(
    <div style={{ inlineSize: 640 }}>
      <Dumbbell
        label="Models"
        rows={[
          {
            key: 'a',
            label: 'Welcome',
            truth: { interval: estimate(10), words: '10' },
            dots: [
              { model: 'first', value: 8, words: '8' },
              { model: 'last', value: 14, words: '14' },
            ],
          },
        ]}
        models={[
          { key: 'first', label: 'First touch' },
          { key: 'last', label: 'Last touch' },
        ]}
        truthLabel="True lift"
        printTick={String}
      />
    </div>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Last touch' }));
  const host = container.firstElementChild;
  if (!(host instanceof HTMLElement)) throw new Error('nothing drawn');
  const { svg } = savedPicture(host, { title: 'Models' });
  expect(svg).toContain('First touch');
  expect(svg).not.toContain('Last touch');
});

it('every text of a picture stays inside it, from a phone to a wide screen', () => {
  const long = 'A label that is far longer than any picture of figures could ever have room for';
  for (const width of [320, 390, 640, 1200]) {
    const { container } = render(
      <div style={{ inlineSize: width }}>
        <Bars label="b" bars={bars.map((bar) => ({ ...bar, label: long }))} />
        <HeatGrid
          label="h"
          rows={[{ key: 'r', label: long }]}
          columns={[1, 2, 3].map((at) => ({ key: `${at}`, label: long }))}
          values={[[1, 2, 3]]}
          print={String}
          down="Rows"
          across="Columns"
          marks={[{ row: 0, column: 1, look: 'now', label: long }]}
        />
        <Dumbbell
          label="d"
          rows={[{ key: 'r', label: long, dots: [{ model: 'm', value: 3, words: '3' }] }]}
          models={[{ key: 'm', label: 'One' }]}
          truthLabel="Truth"
          printTick={String}
        />
        <Timeline
          label="t"
          days={[1, 2, 3].map((at) => ({ key: `${at}`, label: `${at} Nov`, full: `${at}` }))}
          series={[{ key: 's', label: long, values: [1, 2, 3].map(exact) }]}
          printTick={String}
          print={({ value }) => String(value)}
        />
      </div>,
    );
    for (const picture of container.querySelectorAll('svg[data-picture]')) {
      const room = picture.getBoundingClientRect();
      if (room.width === 0) continue;
      for (const text of picture.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        // Half a letter beside the ends of an axis is no harm.
        expect(box.left, `${text.textContent} at ${width}`).toBeGreaterThanOrEqual(room.left - 8);
        expect(box.right, `${text.textContent} at ${width}`).toBeLessThanOrEqual(room.right + 8);
      }
    }
    cleanup();
  }
});

it('choosing among 400 days of four series draws no path anew', async () => {
  const days = Array.from({ length: 400 }, (_, at) => ({ key: `${at}`, label: `${at}`, full: `Day ${at}` }));
  const series = ['a', 'b', 'c', 'd'].map((key, place) => ({
    key,
    label: key,
    values: days.map((_, at) => estimate(100 + place * 30 + 50 * Math.sin(at / 20))),
  }));
  const onRange = vi.fn();
  let times = 0;
  render(
    <div style={{ inlineSize: 1000 }}>
      <Profiler
        id="timeline"
        onRender={() => {
          times += 1;
        }}
      >
        <Timeline
          label="t"
          days={days}
          series={series}
          printTick={String}
          print={({ value }) => value.toFixed(0)}
          range={undefined}
          onRange={onRange}
        />
      </Profiler>
    </div>,
  );
  const picture = screen.getByRole('img');
  const box = picture.getBoundingClientRect();
  const changed: MutationRecord[] = [];
  const watcher = new MutationObserver((records) => changed.push(...records));
  for (const path of picture.querySelectorAll('path')) watcher.observe(path, { attributes: true });
  const at = (share: number, type: string) =>
    picture.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        button: 0,
        clientX: box.left + box.width * share,
        clientY: box.top + 100,
      }),
    );
  // A made-up pointer cannot be captured.
  picture.setPointerCapture = () => undefined;
  at(0.2, 'pointerdown');
  for (let step = 0; step <= 60; step += 1) {
    at(0.2 + step / 120, 'pointermove');
    await new Promise(requestAnimationFrame);
  }
  expect(picture.querySelectorAll('rect').length).toBeGreaterThan(0);
  at(0.7, 'pointerup');
  await vi.waitFor(() => expect(onRange).toHaveBeenCalledOnce());
  const { from, to } = onRange.mock.calls[0]?.[0] as { from: number; to: number };
  expect(to - from).toBeGreaterThan(150);
  expect(changed).toEqual([]);
  // The pointer was followed.
  expect(times).toBeGreaterThan(30);
});

it('tokens take the look of an element where a build has tied them to that of the page', () => {
  const sheet = document.createElement('style');
  // What the build makes of `light-dark(rgb(1, 1, 1), rgb(2, 2, 2))`.
  sheet.textContent = `
    :root { --is-light: initial; --is-dark: ; --probe: var(--is-light, rgb(1, 1, 1)) var(--is-dark, rgb(2, 2, 2)); }
    :root[data-theme='dark'] { --is-light: ; --is-dark: initial; }
    .in-the-light { --is-light: initial; --is-dark: ; color: var(--probe); }`;
  document.head.append(sheet);
  document.documentElement.dataset['theme'] = 'dark';
  const place = document.createElement('div');
  place.className = 'in-the-light';
  document.body.append(place);
  const colour = () => getComputedStyle(place).color;
  expect(colour()).toBe('rgb(2, 2, 2)');
  declareTokens(place);
  expect(colour()).toBe('rgb(1, 1, 1)');
  place.remove();
  sheet.remove();
});
