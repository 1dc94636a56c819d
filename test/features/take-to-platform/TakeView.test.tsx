import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { TakeView } from '../../../src/features/take-to-platform/TakeView.tsx';
import type { Exported, ExportOptions, Sheeted } from '../../../src/journey/portability.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { PlatformChoice } from '../../../src/state/exchangePort.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { EMAIL } from '../../support/smallJourney.ts';

const PLATFORMS: readonly PlatformChoice[] = [
  { id: 'one', name: 'One', checked: 'schema', takenBy: 'POST /one', isWhole: false },
  { id: 'two', name: 'Two', checked: 'manual', takenBy: 'Menu > Two', isWhole: false },
  { id: 'drawing', name: 'Drawing', checked: 'parser', takenBy: 'A wiki', isWhole: true },
];

function exported(_: string, __: Journey, { answers = {} }: ExportOptions): Promise<Exported> {
  const answer = answers['template:email'] ?? '';
  const fits = /^\d+$/.test(answer);
  const type = answers['type:email'] ?? '';
  return Promise.resolve({
    ok: true,
    files: [
      { name: '1-lists.json', type: 'application/json', text: '[]' },
      { name: '2-journeys.json', type: 'application/json', text: '{}' },
    ],
    fits: [
      { fit: 'native', step: EMAIL, code: 'native', words: '', values: {}, returns: true },
      { fit: 'missing', code: 'caps', words: 'Caps are set in the account.', values: {}, returns: false },
    ],
    blanks: [
      {
        id: 'template:email',
        kind: 'template',
        what: 'Template of “Message”',
        step: EMAIL,
        form: 'wholeNumber',
        value: fits ? answer : '0',
        filled: fits,
        optional: false,
        scope: 'journey',
      },
      {
        id: 'type:email',
        kind: 'type',
        what: 'How its group is set up',
        form: 'choice',
        options: ['OptIn', 'OptOut'],
        value: type === 'OptOut' ? type : 'OptIn',
        filled: true,
        optional: false,
        scope: 'workspace',
      },
    ],
    warnings: [{ code: 'w', severity: 'warning', words: 'Mind the gap.', values: {} }],
  });
}

const SHEET: Sheeted = {
  ok: true,
  sheet: {
    title: 'Build it',
    parts: [
      {
        title: 'Entry',
        tasks: [
          {
            id: 'entry',
            words: 'Create a canvas.',
            settings: [{ name: 'Name', value: 'Spring' }],
            remarks: [],
          },
          { id: 'step:email', words: 'Add a Message step.', settings: [], remarks: ['Mind the sender.'] },
        ],
      },
    ],
  },
  fits: [],
  warnings: [],
};

async function take(place?: string) {
  const { ports, workspace } = await openWorkspace();
  const writeFor = vi.fn(exported);
  Object.assign(await ports.exchange(), {
    platforms: PLATFORMS,
    writeFor,
    sheetFor: () => Promise.resolve(SHEET),
    writeSheet: () => '# Build it\n',
    zipOf: () => Promise.resolve(new Uint8Array([80, 75])),
  });
  const { hook } = memoryLocation({ path: '/take' });
  renderIn(
    workspace,
    <Router hook={hook}>
      <TakeView place={place} />
    </Router>,
  );
  return { ports, writeFor };
}

describe('taking a journey to a platform', () => {
  it('says what becomes of each step, and how far the file was checked', async () => {
    await take();
    expect(await screen.findByRole('heading', { name: 'One' })).toBeVisible();
    expect(screen.getAllByText('Schema-validated').length).toBeGreaterThan(0);
    expect(await screen.findByText('Caps are set in the account.')).toBeVisible();
    expect(screen.getByText('1 step as it is')).toBeVisible();
    expect(screen.getByText('Mind the gap.')).toBeVisible();
    const list = screen.getByRole('list', { name: 'What becomes of each step' });
    expect(within(list).queryByText('As it is.')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Every step' }));
    expect(within(list).getByText('As it is.')).toBeVisible();
    // A name may be cut off after three lines.
    expect(within(list).getByText('Message')).toHaveAttribute('title', 'Message');
  });

  it('says below what stays here, unless the file holds all of a journey', async () => {
    await take();
    await screen.findByRole('list', { name: 'What becomes of each step' });
    expect(screen.getByText(/comes back when the file is imported with this journey kept/)).toBeVisible();
    cleanup();
    await take('drawing');
    await screen.findByRole('list', { name: 'What becomes of each step' });
    expect(screen.queryByText(/imported with this journey kept/)).toBeNull();
  });

  it('says that there is no such platform rather than show another', async () => {
    const { writeFor } = await take('hubspott');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no platform “hubspott”; choose one.',
    );
    expect(screen.getByText('Platforms that take files')).toBeVisible();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(writeFor).not.toHaveBeenCalled();
  });

  it('makes the files anew with every answer, and remembers it', async () => {
    const { ports, writeFor } = await take();
    const field = await screen.findByRole('textbox', { name: 'Template of “Message”' });
    expect(screen.getByText('1 still to fill in: a placeholder stands in for it')).toBeVisible();
    await userEvent.type(field, 'x');
    expect(await screen.findByText('Type a whole number above 0.')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, '42');
    expect(await screen.findByText('Everything is filled in')).toBeVisible();
    expect(writeFor.mock.lastCall?.[2].answers).toEqual({ 'template:email': '42' });
    await waitFor(() =>
      expect(JSON.stringify(ports.kept.get('exchange.answers'))).toContain('"template:email":"42"'),
    );
  });

  it('lets somebody choose where only a few answers can be right', async () => {
    const { writeFor } = await take();
    const field = await screen.findByRole('combobox', { name: 'How its group is set up' });
    expect(field).toHaveValue('');
    await userEvent.selectOptions(field, 'OptOut');
    await waitFor(() => expect(writeFor.mock.lastCall?.[2].answers).toEqual({ 'type:email': 'OptOut' }));
    await userEvent.selectOptions(field, 'Not chosen yet');
    await waitFor(() => expect(writeFor.mock.lastCall?.[2].answers).toEqual({}));
  });

  it('saves several files as one archive', async () => {
    const { ports } = await take();
    await userEvent.click(await screen.findByRole('button', { name: 'Save 2 files as a .zip' }));
    await waitFor(() => expect(ports.saved.map(({ name }) => name)).toEqual(['Small One.zip']));
    await userEvent.click(screen.getByRole('button', { name: 'Save 2-journeys.json' }));
    expect(ports.saved.at(-1)?.name).toBe('2-journeys.json');
  });

  it('says why a journey cannot be taken somewhere', async () => {
    const { writeFor } = await take();
    await screen.findByText('Mind the gap.');
    writeFor.mockImplementation(() =>
      Promise.resolve({
        ok: false,
        problems: [{ code: 'too-many', severity: 'error', words: 'Too many steps.', values: {} }],
      }),
    );
    const field = screen.getByRole('textbox', { name: 'Template of “Message”' });
    await userEvent.type(field, '1');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many steps.');
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  });
});

describe('a build sheet', () => {
  it('is ticked off, task by task, and the ticks are remembered', async () => {
    const { ports } = await take('two');
    const task = await screen.findByRole('checkbox', { name: 'Create a canvas.' });
    expect(screen.getByText('0 of 2 done')).toBeVisible();
    await userEvent.click(task);
    expect(screen.getByText(/1 of 2 done/)).toBeVisible();
    await waitFor(() => expect([...ports.kept.values()]).toContainEqual(['entry']));
    await userEvent.click(screen.getByRole('button', { name: 'Save as Markdown' }));
    expect(ports.saved.at(-1)).toMatchObject({ name: 'Small Two.md', contents: '# Build it\n' });
  });
});
