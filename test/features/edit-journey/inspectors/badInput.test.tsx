import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { STEP_DEFINITIONS } from '../../../../src/journey/steps/index.ts';
import { inspect } from './inspecting.tsx';

const user = userEvent.setup();
const box = (name: string) => screen.getByRole('textbox', { name });

describe('what no document can hold', () => {
  it.each<[string, string]>([
    ['-3', 'Enter 0 or more.'],
    ['1e9', 'Enter 3 650 or less.'],
    ['soon', '“soon” is not a number.'],
  ])('such as a wait of %s stays in the box and out of the journey', async (typed, words) => {
    const { step } = await inspect<'wait'>(STEP_DEFINITIONS.wait.defaults());
    const before = step().until;
    await user.clear(box('How long'));
    await user.paste(typed);
    expect(box('How long')).toHaveValue(typed);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(step().until).toEqual(before);
  });

  it('such as a name of 10 000 characters does', async () => {
    const { step } = await inspect<'exit'>(STEP_DEFINITIONS.exit.defaults());
    await user.clear(box('Name'));
    await user.paste('n'.repeat(10_000));
    expect(box('Name')).toHaveValue('n'.repeat(10_000));
    expect(screen.getByText(/^At most 1000 characters; this has 10000\. /)).toBeVisible();
    expect(step().name).toBe('Exit');
  });

  it('such as more events a day than the file format takes does', async () => {
    const trigger = { type: 'events', event: 'sign_up', perDay: 100 } as const;
    const { step } = await inspect<'entry'>({ ...STEP_DEFINITIONS.entry.defaults(), trigger });
    await user.clear(box('Events a day'));
    await user.type(box('Events a day'), '10000001');
    expect(box('Events a day')).toBeInvalid();
    expect(step().trigger).toEqual({ ...trigger, perDay: 1_000_000 });
  });
});

describe('names in any script', () => {
  it.each(['<b onclick="x">Bold</b>', '👩🏽‍🚀 Start', 'رسالة ترحيب'])(
    '%s is shown as it is typed',
    async (name) => {
      const { step } = await inspect<'exit'>(STEP_DEFINITIONS.exit.defaults());
      await user.clear(box('Name'));
      await user.paste(name);
      await user.click(box('Reason'));
      await user.paste(name);
      expect(step()).toMatchObject({ name, reason: name });
      expect(box('Name')).toHaveAttribute('dir', 'auto');
      expect(screen.getByText(/^Leaves: /)).toHaveTextContent(name);
    },
  );
});
