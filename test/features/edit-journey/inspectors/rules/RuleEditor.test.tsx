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
