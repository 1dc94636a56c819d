import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Dumbbell } from '../../src/charts/Dumbbell.tsx';
import { DOT, dumbbellLayout } from '../../src/charts/dumbbellLayout.ts';

const models = ['First touch', 'Last touch', 'Linear'].map((label) => ({ key: label, label }));
const rows = [
  {
    key: 'welcome',
    label: 'Welcome',
    truth: { interval: { value: 10, low: 5, high: 20 }, words: '10 orders' },
    dots: models.map(({ key }, at) => ({ model: key, value: 30 + at, words: `${30 + at} orders` })),
  },
];
const all = new Set(models.map(({ key }) => key));

it('the truth lies in its interval and dots lie at their values', () => {
  const { places, x } = dumbbellLayout(rows, all, 800);
  const [place] = places;
  expect([place!.truth!.low, place!.truth!.value, place!.truth!.high]).toEqual([x(5), x(10), x(20)]);
  for (const dot of place!.dots)
    expect(dot.x).toBe(x(rows[0]!.dots.find(({ model }) => model === dot.model)!.value));
});

it.each([330, 800])('no dot covers another, %d pixels across', (width) => {
  const near = [
    { key: 'a', label: 'a', dots: models.map(({ key }) => ({ model: key, value: 7, words: '' })) },
  ];
  const [place] = dumbbellLayout(near, all, width).places;
  const dots = place!.dots;
  for (const a of dots)
    for (const b of dots)
      if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * DOT);
  for (const { y } of dots) expect(y + DOT).toBeLessThanOrEqual(place!.box.y + place!.box.height);
});

it('a press on its name hides a model and shows it again', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <Dumbbell label="d" rows={rows} models={models} truthLabel="True lift" printTick={String} />,
  );
  const dots = () =>
    [...container.querySelectorAll('[data-key="welcome"] [data-key]')].map((dot) =>
      dot.getAttribute('data-key'),
    );
  const name = screen.getByRole('button', { name: /Last touch/ });
  expect(name).toHaveAttribute('aria-pressed', 'true');
  await user.click(name);
  expect(name).toHaveAttribute('aria-pressed', 'false');
  expect(dots()).toEqual(['First touch', 'Linear']);
  screen.getByRole('application').focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Welcome. ◆ True lift: 10 orders. A First touch: 30 orders. C Linear: 32 orders',
  );
  await user.click(name);
  expect(dots()).toHaveLength(3);
});

it('refuses more models than there are letters', () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ key: `${at}`, label: `${at}` }));
  expect(() =>
    render(<Dumbbell label="d" rows={rows} models={many} truthLabel="t" printTick={String} />),
  ).toThrow('11');
});
