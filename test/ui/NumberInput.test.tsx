import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import '../../src/i18n/i18n.ts';
import { Field } from '../../src/ui/Field.tsx';
import { NumberInput, readNumber } from '../../src/ui/NumberInput.tsx';

function Box({ told }: { readonly told: (value: number) => void }) {
  const [value, setValue] = useState(5);
  return (
    <Field label="Days" help="Whole days.">
      <NumberInput
        integer
        min={1}
        max={30}
        unit="days"
        value={value}
        onChange={(next) => {
          setValue(next);
          told(next);
        }}
      />
    </Field>
  );
}

it('keeps what is typed while it is not valid, says why, and tells valid numbers only', async () => {
  const told: number[] = [];
  render(<Box told={(value) => told.push(value)} />);
  const box = screen.getByRole('textbox', { name: 'Days' });
  expect(box).toHaveAccessibleDescription('Whole days.');
  await userEvent.clear(box);
  await userEvent.type(box, '45');
  expect(box).toHaveValue('45');
  expect(box).toBeInvalid();
  expect(screen.getByRole('alert')).toHaveTextContent('Enter 30 or less.');
  await userEvent.tab();
  expect(box).toHaveValue('45');
  await userEvent.clear(box);
  await userEvent.type(box, '2.5');
  expect(screen.getByRole('alert')).toHaveTextContent('Enter a whole number.');
  await userEvent.clear(box);
  await userEvent.type(box, 'x');
  expect(screen.getByRole('alert')).toHaveTextContent('“x” is not a number.');
  expect(told).toEqual([4, 2, 2]);
});

it.each([
  ['12 400', 12_400],
  ['12,5', 12.5],
  ['1,240', 1240],
  ['−3', -3],
  ['1e3', 1000],
  ['0x10', NaN],
  ['1 2 x', NaN],
])('reads %s as %d', (typed, number) => expect(readNumber(typed)).toBe(number));
