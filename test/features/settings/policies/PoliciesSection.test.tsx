import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PoliciesSection } from '../../../../src/features/settings/policies/PoliciesSection.tsx';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { readPolicies } from '../../../../src/journey/readPolicies.ts';
import { reportOf } from '../../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const user = userEvent.setup();
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const choose = (name: string, option: string) =>
  user.selectOptions(screen.getByRole('combobox', { name }), option);
const put = (name: string, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: text } });

async function open() {
  const opened = await openWorkspace();
  renderIn(opened.workspace, <PoliciesSection />);
  const policies = () => opened.workspace.getState().policies;
  /** What stands in the document is always a document that can be read. */
  const read = () => {
    const parsed = readPolicies(JSON.parse(JSON.stringify(policies())));
    expect(parsed).toEqual({ ok: true, policies: policies() });
    return policies();
  };
  return { ...opened, read };
}

describe('frequency caps', () => {
  it('are added, changed, duplicated, put in order and removed', async () => {
    const { read } = await open();
    await press('Add a cap');
    put('Messages at most', '1');
    put('Name', 'promotions');
    await choose('Window', 'Calendar week');
    await choose('Whose clock', 'UTC');
    await choose('Counts and stops', 'Messages with a tag');
    put('Tags', 'promo, sale');
    await choose('When it is full', 'Hold it until there is room');
    expect(read().caps).toEqual([
      {
        id: 'promotions',
        max: 1,
        window: { kind: 'calendar', unit: 'week' },
        zone: 'UTC',
        scope: { tags: ['promo', 'sale'] },
        onCap: { kind: 'retry', minutes: 2880 },
      },
    ]);
    expect(
      screen.getByText(
        'At most 1 message tagged promo or sale a calendar week (UTC) per contact; more wait for room, at most 2 days.',
      ),
    ).toBeVisible();
    await press('Duplicate promotions');
    expect(read().caps.map(({ id }) => id)).toEqual(['promotions', 'cap-1']);
    expect(screen.getByText(/“promotions” already stops everything/)).toBeVisible();
    await press('Move cap-1 up');
    expect(read().caps.map(({ id }) => id)).toEqual(['cap-1', 'promotions']);
    await press('Remove cap-1');
    await press('Remove promotions');
    expect(read()).toEqual(NO_POLICIES);
  });

  it.each([
    ['Messages at most', '0', 'A cap allows at least 1 message. To send nothing, switch the steps off'],
    ['Messages at most', '2.5', 'whole'],
    ['Name', 'two words', 'Use letters from a to z'],
    ['Name', 'cap-1', 'Another cap has this name'],
  ])('refuse %s %s beside the box, and keep it there', async (name, typed, sentence) => {
    const { read } = await open();
    await press('Add a cap');
    await press('Add a cap');
    const second = within(screen.getByRole('group', { name: 'cap-2' }));
    const box = second.getByRole('textbox', { name });
    fireEvent.change(box, { target: { value: typed } });
    expect(box).toHaveValue(typed);
    expect(screen.getByRole('group', { name: 'cap-2' })).toHaveTextContent(sentence);
    expect(read().caps[1]).toMatchObject({ id: 'cap-2', max: 3 });
  });

  it('are about one channel at least', async () => {
    const { read } = await open();
    await press('Add a cap');
    await choose('Counts and stops', 'Messages on some channels');
    expect(screen.getByRole('checkbox', { name: 'Email' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'SMS' }));
    await user.click(screen.getByRole('checkbox', { name: 'Email' }));
    expect(read().caps[0]?.scope).toEqual({ channels: ['sms'] });
  });
});

describe('quiet hours', () => {
  it('are typed as people write times', async () => {
    const { read } = await open();
    await user.click(screen.getByRole('switch', { name: 'Keep quiet hours' }));
    put('From', '2230');
    put('Until', '7');
    await user.click(screen.getByRole('switch', { name: 'Spread what was held' }));
    expect(read().quietHours).toEqual({
      from: '22:30',
      until: '07:00',
      onQuiet: 'hold',
      releaseOverMinutes: 60,
    });
    put('Until', 'dawn');
    expect(read().quietHours?.until).toBe('07:00');
    put('Until', '22:30');
    expect(screen.getByText(/^Quiet all day, every day: messages are held for 7 days/)).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Keep quiet hours' }));
    expect(read()).toEqual(NO_POLICIES);
  });
});

describe('budgets and rate limits', () => {
  it('have a channel each', async () => {
    const { read } = await open();
    await press('Add a budget');
    await press('Add a budget');
    expect(read().budgets.map(({ channel }) => channel)).toEqual(['email', 'sms']);
    const second = within(screen.getByRole('group', { name: 'Budget of SMS' }));
    expect(second.queryByRole('option', { name: 'Email' })).toBeNull();
    fireEvent.change(second.getByRole('textbox', { name: 'Amount' }), { target: { value: '0' } });
    expect(screen.getByText(/With a budget of 0 no message that costs anything goes out here/)).toBeVisible();
    fireEvent.change(second.getByRole('textbox', { name: 'Amount' }), { target: { value: '-5' } });
    expect(read().budgets[1]?.amount).toBe(0);
  });

  it('take whole messages in a stretch of time', async () => {
    const { read } = await open();
    await press('Add a rate limit');
    put('Messages at most', '500');
    put('In every', '15');
    await choose('Unit of In every', 'minutes');
    expect(read().rateLimits).toEqual([{ channel: 'email', max: 500, perMinutes: 15 }]);
    put('Messages at most', '0');
    expect(read().rateLimits[0]?.max).toBe(500);
  });
});

it('the week begins on a day, Monday unsaid', async () => {
  const { read } = await open();
  await choose('A week begins on', 'Sunday');
  expect(read().weekStart).toBe('sunday');
  await choose('A week begins on', 'Monday');
  expect(read()).toEqual(NO_POLICIES);
});

describe('the effect on the open journey', () => {
  const effect = () => screen.getByRole('group', { name: 'Effect on the open journey' });

  it('is asked once changes stand still, of the journey with and without the policy', async () => {
    const { ports, read } = await open();
    await press('Add a budget');
    await waitFor(() => expect(ports.comparisons).toHaveLength(1));
    const [withIt, without, ...more] = ports.comparisons[0]!.requests;
    expect(more).toEqual([]);
    expect(withIt).toMatchObject({ contacts: 20_000, seed: 1, policies: read() });
    expect(without).toEqual({ ...withIt, policies: NO_POLICIES });
    expect(effect()).toHaveTextContent('Working out what it does in “Small”');
    await act(async () => {
      ports.comparisons[0]!.answer.resolve([
        { ok: true, report: reportOf(400) },
        { ok: true, report: reportOf(500) },
      ]);
      await Promise.resolve();
    });
    expect(effect()).toHaveTextContent('Conversions−100');
    expect(effect()).toHaveTextContent('Costno change');
    expect(effect()).toHaveAttribute('aria-busy', 'false');
  });

  it('dims while newer policies are asked, and cancels what is overtaken', async () => {
    const { ports } = await open();
    await press('Add a budget');
    await waitFor(() => expect(ports.comparisons).toHaveLength(1));
    put('Amount', '7');
    expect(ports.comparisons[0]!.cancelled).toBe(true);
    expect(effect()).toHaveAttribute('aria-busy', 'true');
    await waitFor(() => expect(ports.comparisons).toHaveLength(2));
    const same = { ok: true, report: reportOf(400) } as const;
    await act(async () => {
      ports.comparisons[1]!.answer.resolve([same, same]);
      await Promise.resolve();
    });
    await act(async () => {
      ports.comparisons[0]!.answer.resolve([same, { ok: true, report: reportOf(1) }]);
      await Promise.resolve();
    });
    expect(effect()).toHaveTextContent('Changes nothing in “Small”.');
  });

  it('says why there is none', async () => {
    const { ports } = await open();
    await press('Add a budget');
    await waitFor(() => expect(ports.comparisons).toHaveLength(1));
    await act(async () => {
      ports.comparisons[0]!.answer.resolve([
        { ok: false, problems: [] },
        { ok: false, problems: [] },
      ]);
      await Promise.resolve();
    });
    expect(effect()).toHaveTextContent('What it does shows once “Small” has no errors.');
    put('Amount', '7');
    await waitFor(() => expect(ports.comparisons).toHaveLength(2));
    await act(async () => {
      ports.comparisons[1]!.answer.reject(new Error('A worker died.'));
      await Promise.resolve();
    });
    expect(effect()).toHaveTextContent('What it does could not be worked out: A worker died.');
  });
});
