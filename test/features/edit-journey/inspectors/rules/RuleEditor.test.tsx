import { useState } from 'react';
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RuleEditor } from '../../../../../src/features/edit-journey/inspectors/rules/RuleEditor.tsx';
import { EVERYONE, type Rule } from '../../../../../src/journey/rules.ts';
import { openWorkspace, renderIn } from '../../../../support/renderApp.tsx';
import { EMAIL } from '../../../../support/smallJourney.ts';
import { SCHEMA } from '../inspecting.tsx';

const user = userEvent.setup();

async function editRule(start: Rule): Promise<() => Rule> {
  const { workspace } = await openWorkspace();
  act(() => workspace.setState({ schema: SCHEMA }));
  let current = start;
  function Edited() {
    const [rule, setRule] = useState(start);
    current = rule;
    return <RuleEditor label="Who" path="rule" rule={rule} onChange={setRule} />;
  }
  renderIn(workspace, <Edited />);
  return () => current;
}

async function add(kind: string, inside: HTMLElement = document.body) {
  await user.click(within(inside).getAllByRole('button', { name: 'Add a condition' }).at(-1)!);
  await user.click(within(inside).getAllByRole('menuitem', { name: kind }).at(-1)!);
}

describe('the rule editor', () => {
  it('asks columns with what their type knows', async () => {
    const rule = await editRule(EVERYONE);
    await add('A column of the audience');
    expect(rule()).toEqual({
      kind: 'all',
      rules: [{ kind: 'column', column: 'country', operator: 'is', value: 'SE' }],
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Column' }), 'orders');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Comparison' }), 'more than');
    await user.clear(screen.getByRole('textbox', { name: 'Value' }));
    await user.type(screen.getByRole('textbox', { name: 'Value' }), '4');
    expect(rule()).toEqual({
      kind: 'all',
      rules: [{ kind: 'column', column: 'orders', operator: 'moreThan', value: 4 }],
    });
    expect(screen.getByText('orders is more than 4')).toBeVisible();
  });

  it('nests groups and asks about behaviour, tags, score and consent', async () => {
    const rule = await editRule(EVERYONE);
    await add('A group of conditions');
    const group = screen.getByRole('group', { name: 'group 1' });
    await add('What the contact did in this journey', group);
    await user.selectOptions(within(group).getByRole('combobox', { name: 'Which message' }), 'Message');
    await add('A tag', group);
    await add('The score');
    await add('Consent for a channel');
    expect(rule()).toEqual({
      kind: 'all',
      rules: [
        {
          kind: 'any',
          rules: [
            { kind: 'behaviour', did: 'clicked', step: EMAIL },
            { kind: 'tag', tag: 'vip' },
          ],
        },
        { kind: 'score', atLeast: 10 },
        { kind: 'consent', channel: 'sms' },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Remove group 1' }));
    expect(rule()).toMatchObject({ rules: [{ kind: 'score' }, { kind: 'consent' }] });
  });

  it('keeps half-typed text with its own condition when another is removed', async () => {
    const rule = await editRule({
      kind: 'all',
      rules: [
        { kind: 'tag', tag: 'vip' },
        { kind: 'score', atLeast: 5 },
      ],
    });
    const score = screen.getByRole('textbox', { name: 'Score at least' });
    await user.type(score, 'x');
    await user.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    expect(rule()).toEqual({ kind: 'all', rules: [{ kind: 'score', atLeast: 5 }] });
    expect(screen.getByRole('textbox', { name: 'Score at least' })).toHaveValue('5x');
  });

  it('marks a column that the audience does not have', async () => {
    await editRule({ kind: 'column', column: 'shoe_size', operator: 'atLeast', value: 40 });
    expect(
      screen.getByText('Your audience has no column “shoe_size”: nobody is known to match.'),
    ).toBeVisible();
  });
});

const vip: Rule = { kind: 'tag', tag: 'vip' };
const scored: Rule = { kind: 'score', atLeast: 5 };

async function press(row: string, action: string) {
  const opener = screen.getByRole('button', { name: `Change ${row}` });
  await user.click(opener);
  await user.click(within(screen.getByRole('menu', { name: `Change ${row}` })).getByText(action));
}

describe('rows of a rule', () => {
  it('move, are wrapped, negated and opened again', async () => {
    const rule = await editRule({ kind: 'all', rules: [vip, scored] });
    await press('condition 2', 'Move up');
    expect(rule()).toEqual({ kind: 'all', rules: [scored, vip] });
    await press('condition 1', 'Wrap in a group');
    expect(rule()).toEqual({ kind: 'all', rules: [{ kind: 'all', rules: [scored] }, vip] });
    await press('group 1', 'Ungroup');
    await press('condition 2', 'Negate: everyone but these');
    expect(rule()).toEqual({ kind: 'all', rules: [scored, { kind: 'none', rules: [vip] }] });
    expect(screen.getByText('score is at least 5 and none of: has the tag “vip”')).toBeVisible();
  });

  it('go into the group beside them and come out again', async () => {
    const rule = await editRule({ kind: 'all', rules: [vip, { kind: 'any', rules: [scored] }] });
    await press('condition 1', 'Move into the group beside it');
    expect(rule()).toEqual({ kind: 'all', rules: [{ kind: 'any', rules: [vip, scored] }] });
    await press('condition 1.2', 'Move out of the group');
    expect(rule()).toEqual({ kind: 'all', rules: [{ kind: 'any', rules: [vip] }, scored] });
  });

  it('keep their half-typed text when the row above opens into several', async () => {
    await editRule({ kind: 'all', rules: [{ kind: 'any', rules: [vip, vip] }, scored] });
    await user.type(screen.getByRole('textbox', { name: 'Score at least' }), 'x');
    await press('group 1', 'Ungroup');
    expect(screen.getByRole('textbox', { name: 'Score at least' })).toHaveValue('5x');
  });

  it('move by keyboard alone, and keep the focus', async () => {
    const rule = await editRule({ kind: 'all', rules: [vip, scored] });
    const opener = screen.getByRole('button', { name: 'Change condition 1' });
    act(() => opener.focus());
    await user.keyboard('{Enter}{Enter}');
    expect(rule()).toEqual({ kind: 'all', rules: [scored, vip] });
    expect(opener).toHaveFocus();
    expect(opener).toHaveAccessibleName('Change condition 2');
  });
});

describe('values of a rule', () => {
  it('that are missing are said beside the box, and the last one stays', async () => {
    const is = { kind: 'column', column: 'country', operator: 'is', value: 'SE' } as const;
    const rule = await editRule({ kind: 'all', rules: [is] });
    await user.clear(screen.getByRole('combobox', { name: 'Value' }));
    expect(screen.getByText('Type a value to compare with.')).toBeVisible();
    expect(rule()).toEqual({ kind: 'all', rules: [is] });
  });

  it('that are no day are said beside the box', async () => {
    await editRule({ kind: 'column', column: 'renewal_date', operator: 'before', value: 'soon' });
    expect(screen.getByText('Choose a day.')).toBeVisible();
  });

  it('come from the column where it has few', async () => {
    await editRule({ kind: 'column', column: 'country', operator: 'is', value: 'SE' });
    const offered = [...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'));
    expect(offered).toEqual(['SE', 'DE']);
  });
});
