import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FiguresFile } from '../../../src/features/manage-journeys/templateFigures.ts';
import { TEMPLATES } from '../../../src/features/manage-journeys/templates.ts';
import { formatInterval, formatNumber } from '../../../src/i18n/format.ts';
import type { FlowchartReading } from '../../../src/state/exchangePort.ts';
import { openLibrary } from '../../support/openLibrary.tsx';
import { EMAIL, smallJourney } from '../../support/smallJourney.ts';

const user = userEvent.setup();
const FOLDER = 'public/samples/';

/** Files that are not there, or hold something else, while a test says so. */
const instead = new Map<string, Response>();

beforeEach(() => {
  instead.clear();
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    return Promise.resolve(instead.get(name) ?? new Response(readFileSync(FOLDER + name, 'utf8')));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the library', () => {
  it('opens a template as a copy of one’s own', async () => {
    const { journey, opened, ports } = await openLibrary();
    await user.click(screen.getByRole('button', { name: 'Use this template: Welcome new subscribers' }));
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(journey()?.name).toBe('Welcome new subscribers');
    expect(journey()?.id).toMatch(/^j-/);
    expect(ports.stored.size).toBe(2);
  });

  it('finds by name and brief, and says when there is nothing', async () => {
    await openLibrary();
    await user.type(screen.getByRole('searchbox', { name: 'Search journeys and templates' }), 'cart');
    expect(screen.getByRole('button', { name: 'Use this template: Recover abandoned carts' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open Small' })).toBeNull();
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.getByText('Nothing matches “cartzzz”.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(screen.getByRole('button', { name: 'Open Small' })).toBeVisible();
  });

  it('says in an empty search what is searched', async () => {
    await openLibrary();
    await user.type(screen.getByRole('searchbox'), 'carrier pigeon');
    expect(screen.getByText(/the brief, the job and the channels too/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Templates' })).toBeNull();
  });

  it('duplicates with luck of its own', async () => {
    const { journey, opened } = await openLibrary();
    await user.click(screen.getByRole('button', { name: 'Duplicate Small' }));
    await waitFor(() => expect(opened).toHaveBeenCalled());
    expect(journey()).toMatchObject({ name: 'Copy of Small', steps: smallJourney().steps });
    expect(journey()?.luckId).not.toBe(smallJourney().luckId);
    expect(journey()?.id).not.toBe(smallJourney().id);
  });

  it('deletes only when that is confirmed', async () => {
    const { ports } = await openLibrary();
    const remove = vi.spyOn(ports.journeys, 'remove');
    await user.click(screen.getByRole('button', { name: 'Delete Small' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(remove).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Delete Small' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith(smallJourney().id));
  });

  it('starts an empty journey', async () => {
    const { journey, opened } = await openLibrary();
    await user.click(screen.getByRole('button', { name: 'Start empty' }));
    await waitFor(() => expect(opened).toHaveBeenCalled());
    expect(Object.values(journey()?.steps ?? {}).map((step) => step.kind)).toEqual(['entry']);
  });

  it('says in words what could not be done', async () => {
    const { ports, notices, opened } = await openLibrary();
    ports.failing = 'The disk is full.';
    await user.click(screen.getByRole('button', { name: 'Delete Small' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(notices.shown()).toHaveLength(1));
    expect(notices.shown()[0]?.words).toBe('The disk is full. Nothing in your workspace changed.');
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('the templates', () => {
  const cardOf = (name: string) =>
    screen.getByRole('heading', { name, level: 4 }).closest<HTMLElement>('li') ?? document.body;

  it('stand under the job they do', async () => {
    await openLibrary();
    const keep = screen.getByRole('region', { name: 'Keep customers and sell again' });
    await within(keep).findByRole('heading', { name: 'Secure renewals before they are due' });
    expect(within(keep).queryByRole('heading', { name: 'Win back lapsed customers' })).toBeNull();
    const uses = await screen.findAllByRole('button', { name: /^Use this template: / });
    expect(uses).toHaveLength(TEMPLATES.length);
  });

  it('show what they take and what a run came to, as the file of figures has it', async () => {
    await openLibrary();
    const card = within(cardOf('Welcome new subscribers'));
    await card.findByText(/^Simulated on the/);
    const file = JSON.parse(readFileSync(`${FOLDER}figures.json`, 'utf8')) as FiguresFile;
    const own = file.templates.find(({ template }) => template === 'welcome')!;
    // Queries read any space as a plain one.
    const count = (value: number) => formatNumber('en', value).replaceAll('\u202f', ' ');
    expect(card.getByText(formatInterval(own.conversions, count))).toBeVisible();
    expect(card.getByText(count(own.entered))).toBeVisible();
    expect(card.getByText('15 steps')).toBeVisible();
    const channels = within(card.getByRole('list', { name: 'Channels' })).getAllByRole('listitem');
    expect(channels.map((item) => item.textContent)).toEqual(['Email', 'Preferred channel']);
    expect(card.getByText(/^Simulated on the/)).toHaveTextContent(
      'Simulated on the 100 000 contacts of the sample audience, benchmark rates.',
    );
  });

  it.each([
    ['is not there', new Response('', { status: 404 })],
    ['is no journey', new Response('{"format": "something"}')],
  ])('are usable when the file of one %s, which is said in its place', async (_, answer) => {
    instead.set('win-back.journey.json', answer);
    const { journey } = await openLibrary();
    expect(await screen.findByText('win-back.journey.json could not be read.')).toBeVisible();
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /^Use this template: / })).toHaveLength(
        TEMPLATES.length - 1,
      ),
    );
    await user.click(
      screen.getByRole('button', { name: 'Use this template: Refresh consent and let the silent go' }),
    );
    await waitFor(() => expect(journey()?.name).toBe('Refresh consent and let the silent go'));
  });

  it.each([
    ['is not there', new Response('', { status: 404 })],
    ['holds something else', new Response('{"contacts": "many"}')],
  ])('are usable when the file of figures %s', async (_, answer) => {
    instead.set('figures.json', answer);
    const { journey } = await openLibrary();
    const card = within(cardOf('Welcome new subscribers'));
    expect(await card.findByText(/^Its numbers could not be read/)).toBeVisible();
    await user.click(card.getByRole('button'));
    await waitFor(() => expect(journey()?.name).toBe('Welcome new subscribers'));
  });
});

describe('a pasted flowchart', () => {
  const reading = (kind: 'message' | 'wait'): FlowchartReading => ({
    ok: true,
    journey: { ...smallJourney('imported'), name: 'Imported flowchart' },
    guesses: [{ step: EMAIL, kind, reason: 'it names a channel', alternatives: ['message', 'wait'] }],
    warnings: [{ code: 'mermaid-ignored', severity: 'warning', words: '“style” was left out.', values: {} }],
  });

  async function paste(text: string) {
    await user.click(screen.getByRole('button', { name: 'Paste a Mermaid flowchart' }));
    await user.click(await screen.findByRole('textbox', { name: 'Mermaid text' }));
    await user.paste(text);
    await user.click(screen.getByRole('button', { name: 'Read the flowchart' }));
  }

  it('becomes a journey once its kinds are confirmed', async () => {
    const { ports, journey, opened } = await openLibrary();
    const read = vi.fn((_: string, kinds?: object) => reading(kinds && EMAIL in kinds ? 'wait' : 'message'));
    Object.assign(await ports.exchange(), { readMermaid: read });
    await paste('flowchart LR\n A --> B');
    expect(await screen.findByText('“style” was left out.')).toBeVisible();
    expect(screen.getByText('Why: it names a channel')).toBeVisible();
    const kind = screen.getByRole('combobox', { name: 'Kind of “Message”' });
    await user.selectOptions(kind, 'Wait');
    await waitFor(() => expect(read).toHaveBeenLastCalledWith('flowchart LR\n A --> B', { [EMAIL]: 'wait' }));
    await waitFor(() => expect(kind).toHaveValue('wait'));
    await user.type(screen.getByRole('textbox', { name: 'Name of the journey' }), 'Spring');
    await user.click(screen.getByRole('button', { name: 'Open as a new journey' }));
    await waitFor(() => expect(opened).toHaveBeenCalled());
    expect(journey()).toMatchObject({ name: 'Spring', steps: smallJourney().steps });
  });

  it('that would hold the page up is left out, and said', async () => {
    await openLibrary();
    await user.click(screen.getByRole('button', { name: 'Paste a Mermaid flowchart' }));
    const field = await screen.findByRole('textbox', { name: 'Mermaid text' });
    await user.click(field);
    await user.paste('x'.repeat(1024 * 1024 + 1));
    expect(field).toHaveValue('');
    expect(field).toHaveAccessibleDescription(/longer than 1 MB and was left out/);
    await user.paste('flowchart LR');
    expect(field).toHaveValue('flowchart LR');
    expect(field).not.toHaveAccessibleDescription(/left out/);
  });

  it('that cannot be read stays in the box, with the place of the fault', async () => {
    const { ports, journey } = await openLibrary();
    const problem = {
      code: 'mermaid-unreadable',
      severity: 'error',
      words: 'This flowchart cannot be read.',
      values: {},
      path: 'line 2, column 8',
    } as const;
    Object.assign(await ports.exchange(), { readMermaid: () => ({ ok: false, problems: [problem] }) });
    await paste('flowchart LR\n A --> [');
    expect(await screen.findByRole('alert')).toHaveTextContent('line 2, column 8');
    expect(screen.getByRole('textbox', { name: 'Mermaid text' })).toHaveValue('flowchart LR\n A --> [');
    expect(journey()).toEqual(smallJourney());
  });
});
