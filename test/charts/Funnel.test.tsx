import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Funnel } from '../../src/charts/Funnel.tsx';

const bar = (key: string, value: number) => ({
  key,
  label: key,
  people: { value, low: value * 0.9, high: value * 1.1 },
  value: String(value),
  note: 'of contacts',
  full: '',
});

it('draws bars from zero in proportion, with the interval as a band', () => {
  const { container } = render(
    <Funnel title="A quarter clicks" bars={[bar('Contacts', 100), bar('Clicked', 25)]} />,
  );
  expect(screen.getByRole('figure')).toHaveTextContent('A quarter clicks');
  const rects = [...container.querySelectorAll('li:last-child rect')].map((rect) => [
    Number(rect.getAttribute('x') ?? 0),
    Number(rect.getAttribute('width')),
  ]);
  expect(rects[1]).toEqual([0, 25]);
  expect(rects[2]?.[0]).toBeCloseTo(22.5);
  expect(rects[2]?.[1]).toBeCloseTo(5);
});

it('survives nobody', () => {
  render(<Funnel title="Nobody entered" bars={[bar('Contacts', 0)]} />);
  expect(screen.getByText('Contacts')).toBeInTheDocument();
});
