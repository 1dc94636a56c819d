import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { MoneySection } from '../../../../src/features/settings/money/MoneySection.tsx';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const box = (name: RegExp) => screen.getByRole('textbox', { name });
const put = (name: RegExp, text: string) => fireEvent.change(box(name), { target: { value: text } });

async function open() {
  const { workspace } = await openWorkspace();
  renderIn(workspace, <MoneySection />);
  return () => workspace.getState().policies.economics;
}

it('takes what sales and work are worth, and gives an example of what that does', async () => {
  const economics = await open();
  put(/^Gross margin/, '40');
  put(/^Lifetime value/, '900');
  put(/^Fixed cost/, '1 200');
  put(/^An agent’s hour/, '30');
  expect(economics()).toEqual({ grossMargin: 0.4, lifetimeValue: 900, fixedCost: 1200, agentHour: 30 });
  expect(box(/^Gross margin/)).toHaveAccessibleDescription(/An order of \$100 leaves \$40 for profit/);
  expect(box(/^An agent’s hour/)).toHaveAccessibleDescription(/A conversation of 12 minutes costs \$6/);
});

it('holds nothing where a box is emptied', async () => {
  const economics = await open();
  put(/^Gross margin/, '40');
  await userEvent.click(screen.getByRole('button', { name: 'Empty the box: Gross margin' }));
  put(/^Fixed cost/, '5');
  put(/^Fixed cost/, '');
  expect(economics()).toBeUndefined();
});

it.each([
  [/^Gross margin/, '140', 'Enter 100 or less.'],
  [/^An agent’s hour/, '-3', 'Enter 0 or more.'],
  [/^Lifetime value/, 'lots', '“lots”'],
])('says at %s what %s cannot be, and keeps it', async (name, typed, sentence) => {
  const economics = await open();
  put(name, typed);
  expect(screen.getByRole('alert')).toHaveTextContent(sentence);
  expect(box(name)).toHaveValue(typed);
  expect(economics()).toBeUndefined();
});
