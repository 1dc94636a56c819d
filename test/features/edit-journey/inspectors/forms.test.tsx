import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { STEP_DEFINITIONS } from '../../../../src/journey/steps/index.ts';
import { LONGEST_BODY } from '../../../../src/journey/steps/message.ts';
import { minutes } from '../../../../src/journey/units.ts';
import { EMAIL } from '../../../support/smallJourney.ts';
import { inspect } from './inspecting.tsx';

const user = userEvent.setup();
const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const choose = (name: string, option: string) =>
  user.selectOptions(screen.getByRole('combobox', { name }), option);

async function type(name: string | RegExp, text: string) {
  await user.clear(box(name));
  await user.type(box(name), text);
}

describe('a wait', () => {
  it('takes a duration in the unit that is chosen', async () => {
    const { step } = await inspect<'wait'>(STEP_DEFINITIONS.wait.defaults());
    await type('How long', '1.5');
    expect(step().until).toEqual({ type: 'duration', minutes: 2160 });
    await choose('Unit of How long', 'hours');
    expect(step().until).toEqual({ type: 'duration', minutes: 90 });
    expect(box('How long')).toHaveValue('1.5');
  });

  it('keeps the last valid duration while the text is none, and says why', async () => {
    const { step } = await inspect<'wait'>(STEP_DEFINITIONS.wait.defaults());
    await type('How long', '3');
    await user.type(box('How long'), 'x');
    expect(step().until).toEqual({ type: 'duration', minutes: 4320 });
    expect(box('How long')).toHaveValue('3x');
    expect(box('How long')).toBeInvalid();
    expect(screen.getByRole('alert')).toHaveTextContent('“3x” is not a number.');
  });

  it('undoes typing in one step', async () => {
    const { step, undo } = await inspect<'wait'>(STEP_DEFINITIONS.wait.defaults());
    const before = step();
    await type('Name', 'Think it over');
    expect(step().name).toBe('Think it over');
    undo();
    expect(step()).toEqual(before);
  });

  it('can be any of the six kinds', async () => {
    const { step } = await inspect<'wait'>(STEP_DEFINITIONS.wait.defaults());
    await choose('Wait', 'Until a weekday');
    await choose('Weekday', 'Friday');
    await type('At', '1430');
    expect(step().until).toEqual({ type: 'weekday', weekday: 'friday', at: '14:30' });
    await choose('Wait', 'Until a date of the contact');
    await choose('Ends', 'before');
    await type('How long before or after', '3');
    expect(step().until).toEqual({ type: 'date', column: 'renewal_date', offsetMinutes: -4320 });
    await choose('Wait', 'For a random while');
    await type('At least', '3');
    await choose('Unit of At least', 'days');
    expect(screen.getByText('This must not be less than “At least”.')).toBeVisible();
    expect(step().until).toEqual({ type: 'random', from: 4320, to: 1440 });
  });
});

describe('an experiment', () => {
  it('moves the other of two shares', async () => {
    const { step } = await inspect<'experiment'>(STEP_DEFINITIONS.experiment.defaults());
    await type('Share of A', '70');
    expect(step().arms.map((arm) => arm.weight)).toEqual([70, 30]);
    expect(screen.getByText('Together 100 %')).toBeVisible();
  });

  it('stays at 100 % when arms come and go, and can be brought back to it', async () => {
    const { step } = await inspect<'experiment'>(STEP_DEFINITIONS.experiment.defaults());
    await user.click(screen.getByRole('button', { name: 'Add an arm' }));
    await user.click(screen.getByRole('switch', { name: 'Hold some contacts out' }));
    const total = () => step().arms.reduce((sum, arm) => sum + arm.weight, step().holdout?.weight ?? 0);
    expect(step().holdout).toEqual({ weight: 10, goesOn: true });
    expect(total()).toBe(100);
    await type('Share of A', '50');
    expect(total()).toBe(100);
    expect(step().arms[0]?.weight).toBe(50);
    expect(step().holdout?.weight).toBe(10);
    await user.click(screen.getByRole('button', { name: 'Remove arm B' }));
    expect(total()).toBe(100);
    await user.click(screen.getByRole('button', { name: 'Even shares' }));
    expect(step().arms.map((arm) => arm.weight)).toEqual([45, 45]);
  });
});

describe('shares of an experiment', () => {
  const uneven = (weights: readonly number[]) => ({
    kind: 'experiment' as const,
    name: 'Three',
    arms: weights.map((weight, at) => ({ id: `a${at}`, name: `Arm ${at}`, weight })),
  });

  it('keep the proportions of the others while one is typed digit by digit', async () => {
    const { step } = await inspect<'experiment'>(uneven([40, 45, 15]));
    await type('Share of Arm 0', '20');
    expect(step().arms.map((arm) => arm.weight)).toEqual([20, 60, 20]);
    await type('Share of Arm 1', '100');
    expect(step().arms.map((arm) => arm.weight)).toEqual([0, 100, 0]);
  });

  it('over 100 are refused beside the box and change nothing', async () => {
    const { step } = await inspect<'experiment'>(uneven([40, 45, 15]));
    const share = box('Share of Arm 0');
    await user.clear(share);
    await user.paste('1000');
    expect(share).toHaveValue('1000');
    expect(screen.getByRole('alert')).toHaveTextContent('Enter 100 or less.');
    expect(step().arms.map((arm) => arm.weight)).toEqual([40, 45, 15]);
  });

  it('of a file that do not add up can be brought to 100 %', async () => {
    const { step } = await inspect<'experiment'>(uneven([10, 10, 20]));
    expect(screen.getByText('Together 40 %: shares must add up to 100 %.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make it 100 %' }));
    expect(step().arms.map((arm) => arm.weight)).toEqual([25, 25, 50]);
  });
});

describe('a check', () => {
  it('asks about one message of the journey, or the latest', async () => {
    const { step } = await inspect<'check'>(STEP_DEFINITIONS.check.defaults());
    await choose('Whose answer', 'Message');
    expect(step().on).toBe(EMAIL);
    await choose('Whose answer', 'The latest message');
    expect(step().on).toBe('latest');
  });

  it('keeps its responses from best to worst, in whatever order they are switched on', async () => {
    const { step } = await inspect<'check'>({
      ...STEP_DEFINITIONS.check.defaults(),
      responses: ['clicked'],
    });
    for (const name of ['Unsubscribed', 'Opened', 'Converted'])
      await user.click(screen.getByRole('switch', { name }));
    await user.click(screen.getByRole('switch', { name: 'Clicked' }));
    expect(step().responses).toEqual(['converted', 'opened', 'unsubscribed']);
  });

  it('says what a window of no time means', async () => {
    await inspect<'check'>(STEP_DEFINITIONS.check.defaults());
    await type('Wait for an answer', '0');
    expect(screen.getByText('With no time to answer, everyone leaves as “No response”.')).toBeVisible();
  });
});

describe('a message', () => {
  it('shows the benchmark that an own rate replaces, and goes back to it', async () => {
    const { step } = await inspect<'message'>(STEP_DEFINITIONS.message.defaults());
    await user.click(screen.getByText('Your own rates for this message'));
    await type(/^Clicked of delivered/, '7.5');
    expect(step().response).toEqual({ clicked: 0.075 });
    expect(screen.getByText(/^Yours; replaces Benchmark/)).toHaveTextContent('Source: ');
    expect(screen.getByText('Clicked of delivered')).toHaveTextContent(/7\.5.%This journey/);
    await user.type(box(/^Clicked of delivered/), 'x');
    await user.click(screen.getByRole('button', { name: 'Reset Clicked of delivered' }));
    expect(step()).not.toHaveProperty('response');
    expect(box(/^Clicked of delivered/)).toHaveValue('');
    expect(screen.getByText('Clicked of delivered')).toHaveTextContent(/%Benchmark/);
  });

  it('has a fallback list only while it asks for the preferred channel', async () => {
    const { step } = await inspect<'message'>(STEP_DEFINITIONS.message.defaults());
    await choose('Channel', 'Preferred channel');
    await user.click(screen.getByRole('button', { name: 'Add a channel' }));
    expect(step()).toMatchObject({ channel: 'preferred', fallback: ['email', 'sms'] });
    await user.click(screen.getByRole('button', { name: 'Move SMS up' }));
    expect(step().fallback).toEqual(['sms', 'email']);
    await user.selectOptions(screen.getAllByRole('combobox', { name: 'Channel' })[0]!, 'SMS');
    expect(step().channel).toBe('sms');
    expect(step()).not.toHaveProperty('fallback');
  });

  it('keeps a body that is too long in the box and out of the journey', async () => {
    const { step } = await inspect<'message'>(STEP_DEFINITIONS.message.defaults());
    await user.click(box('Body'));
    await user.paste('a'.repeat(LONGEST_BODY + 1));
    expect(step().content?.body).toBeUndefined();
    expect(screen.getByText(/^At most 200.?000 characters; this has 200.?001\. /)).toBeVisible();
  });

  it('drops content that was emptied', async () => {
    const { step } = await inspect<'message'>({
      ...STEP_DEFINITIONS.message.defaults(),
      content: { subject: 'Hi' },
    });
    await user.clear(box('Subject'));
    expect(step()).not.toHaveProperty('content');
  });
});

describe('a split', () => {
  it('adds, names, orders and removes branches with their rules', async () => {
    const { step } = await inspect<'split'>(STEP_DEFINITIONS.split.defaults());
    const before = step().branches.length;
    await user.click(screen.getByRole('button', { name: 'Add a branch' }));
    const group = screen.getAllByRole('group', { name: /^branch / }).at(-1)!;
    await user.clear(within(group).getByRole('textbox', { name: 'Branch name' }));
    await user.type(within(group).getByRole('textbox', { name: 'Branch name' }), 'Nordics');
    expect(step().branches.at(-1)).toMatchObject({
      name: 'Nordics',
      rule: { kind: 'all', rules: [{ kind: 'column', column: 'country', operator: 'is', value: 'SE' }] },
    });
    expect(step().branches).toHaveLength(before + 1);
    if (before > 0) {
      await user.click(screen.getByRole('button', { name: 'Move branch Nordics up' }));
      expect(step().branches.at(-2)?.name).toBe('Nordics');
    }
    await user.click(screen.getByRole('button', { name: 'Remove branch Nordics' }));
    expect(step().branches).toHaveLength(before);
  });
});

describe('an update', () => {
  it('makes a list of changes of every type', async () => {
    const { step } = await inspect<'update'>({ kind: 'update', name: 'Update', changes: [] });
    await user.click(screen.getByRole('button', { name: 'Add a change' }));
    await choose('Change', 'Set a column');
    await choose('Type of value', 'number');
    await type('Value', '7');
    await user.clear(screen.getByLabelText('Column'));
    await user.type(screen.getByLabelText('Column'), 'orders');
    expect(step().changes).toEqual([{ type: 'set', column: 'orders', value: 7 }]);
    await choose('Change', 'Stop messages');
    await choose('On', 'SMS');
    expect(step().changes).toEqual([{ type: 'suppress', channel: 'sms' }]);
  });
});

it('a hand-off may have a limited number of people, and says that a sample of their contacts is near only', async () => {
  const { step } = await inspect<'handoff'>(STEP_DEFINITIONS.handoff.defaults());
  await user.click(screen.getByRole('switch', { name: 'A limited number of people' }));
  expect(screen.getByText(/first come, first served/)).toBeVisible();
  expect(step().capacity).toEqual({ agents: 5, handlingMinutes: 20 });
  await type('Chance to win when taken at once', '25');
  expect(step().opportunity.winRate).toBe(0.25);
});

it('a ladder takes rungs and keeps one', async () => {
  const { step } = await inspect<'escalate'>(STEP_DEFINITIONS.escalate.defaults());
  await user.click(screen.getByRole('button', { name: 'Remove rung 1' }));
  expect(step().rungs).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'A ladder keeps at least one rung.' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Add a rung' }));
  expect(step().rungs[1]?.channel).toBe('email');
});

describe('tags of a message', () => {
  it('are words between commas, each once', async () => {
    const { step } = await inspect<'message'>(STEP_DEFINITIONS.message.defaults());
    await type('Tags', 'promo, spring , promo,');
    expect(step().tags).toEqual(['promo', 'spring']);
    await user.clear(box('Tags'));
    expect(step()).not.toHaveProperty('tags');
  });

  it('that the document cannot take stay in the box, with the reason', async () => {
    const { step } = await inspect<'message'>(STEP_DEFINITIONS.message.defaults());
    await user.click(box('Tags'));
    await user.paste('spring sale');
    expect(box('Tags')).toHaveValue('spring sale');
    expect(screen.getByText(/^“spring sale” cannot be a tag/)).toBeVisible();
    expect(step()).not.toHaveProperty('tags');
  });
});

describe('people who take contacts', () => {
  const busy = {
    ...STEP_DEFINITIONS.handoff.defaults(),
    capacity: { agents: 2, handlingMinutes: minutes(20) },
  };

  it('may work at some hours only, up to midnight', async () => {
    const { step } = await inspect<'handoff'>(busy);
    await user.click(screen.getByRole('switch', { name: 'Only at working hours' }));
    await user.click(screen.getByRole('checkbox', { name: 'Saturday' }));
    await user.click(screen.getByRole('checkbox', { name: 'Monday' }));
    await type('Until', '24');
    expect(step().capacity?.hours).toEqual({ weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '24:00' });
    await user.click(screen.getByRole('switch', { name: 'Only at working hours' }));
    expect(step().capacity).not.toHaveProperty('hours');
  });

  it('are told of beside their hours when those end before they begin', async () => {
    await inspect<'handoff'>(busy);
    await user.click(screen.getByRole('switch', { name: 'Only at working hours' }));
    await type('From', '20');
    expect(screen.getByText(/^The agents’ day ends at 17:00 and begins at 20:00/)).toBeVisible();
  });

  it('may need the same time for everyone', async () => {
    const { step } = await inspect<'handoff'>(busy);
    await choose('Times differ', 'not at all');
    expect(step().capacity?.handlingSpread).toBe('constant');
    await choose('Times differ', 'as those of calls do');
    expect(step().capacity).not.toHaveProperty('handlingSpread');
  });
});

it('a form says at its top what the step does', async () => {
  await inspect<'escalate'>(STEP_DEFINITIONS.escalate.defaults());
  expect(screen.getByText('SMS → Push')).toBeVisible();
  expect(screen.getByText(/^A rung has sent/)).toBeVisible();
  expect(screen.getByText(/^No rung is left/)).toBeVisible();
});

it('a wait says by example when contacts leave', async () => {
  await inspect<'wait'>({ ...STEP_DEFINITIONS.wait.defaults(), until: { type: 'timeOfDay', at: '09:00' } });
  expect(
    screen.getByText(/^Example: arriving now, .*, a contact leaves .* 09:00, local time \(.+\)\.$/),
  ).toBeVisible();
});
