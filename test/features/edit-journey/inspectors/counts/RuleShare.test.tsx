import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../src/journey/rules.ts';
import type { SplitStep } from '../../../../../src/journey/steps/split.ts';
import type { FakePorts } from '../../../../support/fakePorts.ts';
import { audienceWith, yesNoColumn } from '../../../../audience/audiences.ts';
import { inspect } from '../inspecting.tsx';

const user = userEvent.setup();
const country = (value: string): Rule => ({ kind: 'column', column: 'country', operator: 'is', value });
const split = (...rules: readonly Rule[]): SplitStep => ({
  kind: 'split',
  name: 'Split',
  branches: rules.map((rule, at) => ({ id: `b${at}`, name: `B${at}`, rule })),
});

/** Answers what is asked until nothing is: `countOf` by the rule as JSON. */
async function answer(ports: FakePorts, countOf: (rule: string) => number | undefined): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await act(async () => {
      for (const { rules, answer: told } of ports.counts)
        told.resolve(rules.map((rule) => countOf(JSON.stringify(rule))));
      await Promise.resolve();
    });
  }
}
const branch = (name: string) => within(screen.getByRole('group', { name: `branch ${name}` }));

describe('live counts', () => {
  it('say how many a branch matches and how many it takes of those left over', async () => {
    const { ports } = await inspect<'split'>(
      split({ kind: 'all', rules: [country('SE')] }, { kind: 'all', rules: [country('DE')] }),
    );
    await answer(ports, (rule) => {
      if (rule === JSON.stringify({ kind: 'all', rules: [] })) return 1000;
      if (rule.startsWith('{"kind":"none"')) return rule.includes('DE') ? 500 : 800;
      return rule.includes('none') ? 300 : rule.includes('SE') ? 200 : 320;
    });
    expect(branch('B0').getAllByText(/^200 of 1.000 contacts, 20\.0.%$/)).toHaveLength(2);
    expect(branch('B1').getAllByText(/^320 of 1.000 contacts, 32\.0.%$/)).toHaveLength(2);
    expect(
      branch('B1').getByText(/^Takes 300 of the 800 left by the branches above, 37\.5.%$/),
    ).toBeVisible();
    expect(screen.getByText(/^500 of 1.000 contacts, 50\.0.%$/)).toBeVisible();
  });

  it('are left out where only a run can tell', async () => {
    const { ports } = await inspect<'split'>(split({ kind: 'behaviour', did: 'opened' }));
    await answer(ports, () => 1000);
    expect(branch('B0').getAllByText('Known when the journey runs.')).toHaveLength(2);
    expect(ports.counts.flatMap(({ rules }) => rules)).not.toContainEqual(
      expect.objectContaining({ kind: 'behaviour' }),
    );
  });

  it('say so where the number can change on the way', async () => {
    const { ports } = await inspect<'split'>(split({ kind: 'consent', channel: 'sms' }));
    await answer(ports, (rule) => (rule.includes('sms') ? 450 : 1000));
    expect(branch('B0').getAllByText(/^450 of 1.000 contacts, 45\.0.%, at the start$/)).toHaveLength(2);
  });

  it('stay as they were, dimmed, while the new one is on its way', async () => {
    const { ports } = await inspect<'split'>(split({ kind: 'all', rules: [country('SE')] }));
    await answer(ports, (rule) => (rule.includes('SE') ? 200 : 1000));
    const [whole] = branch('B0').getAllByText(/^200 of/);
    await user.selectOptions(branch('B0').getByRole('combobox', { name: 'Comparison' }), 'is not');
    expect(whole).toHaveTextContent(/^200 of/);
    expect(whole).toHaveAttribute('aria-busy', 'true');
    await answer(ports, (rule) => (rule.includes('isNot') ? 777 : 1000));
    expect(whole).toHaveTextContent(/^777 of/);
    expect(whole).toHaveAttribute('aria-busy', 'false');
  });

  it('are asked for anew when it is decided anew what the audience’s columns are for', async () => {
    const { ports, workspace } = await inspect<'split'>(split({ kind: 'consent', channel: 'sms' }));
    const mine = audienceWith({ may_text: yesNoColumn(true, false) });
    await act(async () => {
      await ports.audiences.save({ ...mine, id: 'mine' });
      await workspace.getState().audienceImported('mine');
    });
    await answer(ports, () => 2);
    const [share] = branch('B0').getAllByText(/^2 of 2 contacts/);
    await act(() => workspace.getState().changeRoles('mine', { may_text: 'consent:sms' }));
    expect(share).toHaveAttribute('aria-busy', 'true');
    await answer(ports, (rule) => (rule.includes('sms') ? 1 : 2));
    expect(share).toHaveTextContent(/^1 of 2 contacts/);
  });

  it('that cannot be had leave their place empty, and nothing is complained about', async () => {
    const { ports } = await inspect<'split'>(split({ kind: 'all', rules: [country('SE')] }));
    await act(async () => {
      for (const { answer: told } of ports.counts) told.reject(new Error('no worker'));
      await Promise.resolve();
    });
    expect(screen.queryByText(/ of .* contacts/)).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tell of a number that no contact’s is as high as', async () => {
    const { ports } = await inspect<'split'>(
      split({ kind: 'column', column: 'orders', operator: 'atLeast', value: 5000 }),
    );
    await answer(ports, (rule) => (rule.includes('atLeast') ? 0 : 1000));
    expect(screen.getByText(/^No contact’s orders is as high as 5.000\.$/)).toBeVisible();
  });
});
