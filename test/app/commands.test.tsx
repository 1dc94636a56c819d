import { readFileSync } from 'node:fs';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { searchEverything } from '../../src/ui/commands/search.ts';
import type { Command } from '../../src/ui/commands/command.ts';
import { writePreference } from '../../src/ui/usePreference.ts';
import { openWorkspace } from '../support/renderApp.tsx';
import { CHECK, EMAIL, smallJourney, WAIT } from '../support/smallJourney.ts';

beforeEach(() => {
  location.hash = '';
  localStorage.clear();
  writePreference('commands.recent', '');
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(`public/samples/${address.split('/').at(-1) ?? ''}`, 'utf8'))),
  );
});

async function open(view = '') {
  location.hash = view;
  const opened = await openWorkspace();
  const other = { ...smallJourney('j-other'), name: 'Other journey' };
  await opened.workspace.getState().addJourney(other);
  await opened.workspace.getState().openJourney(smallJourney().id);
  render(<App workspace={opened.workspace} />);
  if (view === '') await screen.findByRole('application', { name: 'Journey canvas' });
  return { ...opened, now: opened.workspace.getState };
}

async function openPalette(): Promise<HTMLElement> {
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('dialog', { name: 'What would you like to do?' }, { timeout: 30_000 });
}

const options = (palette: HTMLElement) => within(palette).queryAllByRole('option');
const labels = (palette: HTMLElement) =>
  options(palette).map((option) => option.querySelector('[dir]')?.textContent);

/** Opens the palette, types, and takes the first command with that label. */
async function choose(label: string, typed = label): Promise<void> {
  const palette = await openPalette();
  await userEvent.click(within(palette).getByRole('combobox'));
  await userEvent.paste(typed);
  await waitFor(() => expect(labels(palette)[0]).toBe(label), { timeout: 30_000 });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(palette).not.toBeVisible());
}

describe('the palette', () => {
  it('has a name of its own for every command, none of which says where it is meant only by its group', async () => {
    await open();
    const names = labels(await openPalette());
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('opens the versions with the name of a new one to be typed or taken', async () => {
    const { ports } = await open();
    await choose('Save a version', 'save version');
    const dialog = await screen.findByRole('dialog', { name: 'Versions' }, { timeout: 30_000 });
    const name = await within(dialog).findByRole('textbox', { name: 'Name' });
    await waitFor(() => expect(name).toHaveFocus());
    await userEvent.keyboard('Before the sale{Enter}');
    await waitFor(() =>
      expect([...ports.versionsKept.values()].map(({ version }) => version.name)).toEqual([
        'Before the sale',
      ]),
    );
  });

  it('lists the versions', async () => {
    await open();
    await choose('Show the versions', 'versions');
    expect(await screen.findByText('No version yet', undefined, { timeout: 30_000 })).toBeVisible();
  });

  it('renames the journey where its name stands', async () => {
    const { now } = await open();
    await choose('Rename this journey', 'rename');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Journey name' })).toHaveFocus());
    await userEvent.keyboard('Spring');
    expect(now().journey?.name).toBe('Spring');
  });

  it('duplicates the journey, and opens the copy', async () => {
    const { now, ports } = await open();
    await choose('Duplicate this journey', 'duplicate journey');
    await waitFor(() => expect(now().journey?.name).toBe('Copy of Small'));
    expect(now().journey?.luckId).not.toBe(smallJourney().luckId);
    expect(ports.stored.get(smallJourney().id)).toEqual(smallJourney());
  });

  it('asks before it deletes the journey, and says which is open then', async () => {
    const { now, ports } = await open();
    await choose('Delete this journey', 'delete journey');
    const dialog = await screen.findByRole('dialog', { name: 'Delete “Small”?' });
    expect(ports.stored.has(smallJourney().id)).toBe(true);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('“Small” is deleted. “Other journey” is open now.')).toBeVisible();
    expect(ports.stored.has(smallJourney().id)).toBe(false);
    expect(now().journey?.name).toBe('Other journey');
  });

  it('starts from a template by its name, and from nothing', async () => {
    const { now } = await open('#/settings');
    const name = (
      JSON.parse(readFileSync('public/samples/win-back.journey.json', 'utf8')) as { readonly name: string }
    ).name;
    await choose(`Start from “${name}”`, `start ${name}`);
    await waitFor(() => expect(now().journey?.name).toBe(name));
    await waitFor(() => expect(location.hash).toBe('#/'));
    await choose('Start an empty journey', 'empty');
    await waitFor(() => expect(Object.keys(now().journey?.steps ?? {})).toHaveLength(1));
  });

  it('opens another journey by its name', async () => {
    const { now } = await open();
    await choose('Open “Other journey”', 'other');
    await waitFor(() => expect(now().journey?.name).toBe('Other journey'));
  });

  it('leads to the templates', async () => {
    await open();
    await choose('Choose a template', 'template');
    expect(
      await screen.findByRole('heading', { name: 'Templates' }, { timeout: 30_000 }),
    ).toBeInTheDocument();
  });

  it('asks for a file', async () => {
    await open();
    const chosen = vi.fn();
    screen.getByLabelText('Open a file').addEventListener('click', chosen);
    await choose('Open a file', 'import');
    await waitFor(() => expect(chosen).toHaveBeenCalledOnce());
  });

  it('downloads by the word export, and switches to dark', async () => {
    const { ports } = await open();
    await choose('Download journey', 'export');
    await waitFor(() => expect(ports.saved.map(({ name }) => name)).toEqual(['Small.journey.json']));
    await choose('Theme: dark', 'dark mode');
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  });
});

describe('steps', () => {
  it('are found by name once something is typed, and are then selected', async () => {
    const { now } = await open();
    act(() => {
      const step = now().journey?.steps[EMAIL];
      if (step) now().edit({ type: 'changeStep', id: EMAIL, step: { ...step, name: 'Spring greeting' } });
    });
    expect(labels(await openPalette())).not.toContain('Spring greeting');
    await userEvent.keyboard('{Escape}');
    await choose('Spring greeting', 'spring');
    await waitFor(() => expect(now().selection).toEqual([EMAIL]));
  });

  it('are found from other views, too, and shown on the canvas', async () => {
    const { now } = await open('#/settings');
    await choose(now().journey?.steps[WAIT]?.name ?? '', 'wait');
    await waitFor(() => expect(now().selection).toEqual([WAIT]));
    expect(location.hash).toBe('#/');
  });

  it('come below a command that fits as well, and above one that fits worse', () => {
    const named = (id: string, label: string, words = ''): Command => ({
      id,
      label,
      words,
      group: id,
      run: () => undefined,
    });
    const found = (text: string) =>
      searchEverything(
        [named('add', 'Add a note'), named('fit', 'Show everything', 'zoom note')],
        () => [named('steps', 'Note to sales'), named('steps', 'Add to list')],
        text,
      ).map(({ label }) => label);
    expect(found('add')).toEqual(['Add a note', 'Add to list']);
    expect(found('zoom')).toEqual(['Show everything']);
    expect(found('note')).toEqual(['Note to sales', 'Add a note', 'Show everything']);
  });
});

describe('kinds of steps', () => {
  it('are added by name, behind the open exit of the selected step, and listed only for what is typed', async () => {
    const { now } = await open();
    act(() => now().select([CHECK]));
    expect(labels(await openPalette())).not.toContain('Add Wait');
    await userEvent.keyboard('{Escape}');
    await choose('Add Wait', 'add wait');
    await waitFor(() => expect(Object.keys(now().journey?.steps ?? {})).toHaveLength(5));
    const added = now().journey?.links[CHECK]?.['clicked'];
    expect(now().journey?.steps[added!]?.kind).toBe('wait');
    expect(now().selection).toEqual([added]);
  });

  it('are found with their channels, but no second entry', async () => {
    const { now } = await open();
    await choose('Add SMS message', 'add sms');
    await waitFor(() =>
      expect(Object.values(now().journey?.steps ?? {})).toContainEqual(
        expect.objectContaining({ kind: 'message', channel: 'sms' }),
      ),
    );
    const palette = await openPalette();
    await userEvent.paste('add entry');
    await waitFor(() => expect(labels(palette)).not.toContain('Zoom in'));
    expect(labels(palette)).not.toContain('Add Entry');
  });

  it('are not offered where the canvas is only read', async () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    await open();
    const palette = await openPalette();
    await userEvent.paste('wait');
    await waitFor(() => expect(labels(palette)).toContain('Wait'));
    expect(labels(palette)).not.toContain('Add Wait');
  });
});

describe('used lately', () => {
  const heading = (palette: HTMLElement) => within(palette).queryByText('Used lately');

  it('come first while nothing is typed, five at most, on this device', async () => {
    await open();
    const used = ['Theme: dark', 'Theme: light', 'Go to Design', 'Tidy up', 'Zoom in', 'Zoom out'];
    for (const label of used) await choose(label);
    const palette = await openPalette();
    expect(heading(palette)).toBeInTheDocument();
    expect(labels(palette).slice(0, 5)).toEqual(used.toReversed().slice(0, 5));
    expect(labels(palette)[5]).not.toBe(used[0]);
    expect(Object.values(localStorage)).toContainEqual(expect.stringContaining('canvas.zoomOut'));
  });

  it('are none that cannot be done now, and no steps, which other journeys do not have', async () => {
    const { now } = await open();
    act(() => now().select([WAIT]));
    await choose('Switch off or on', 'switch off');
    await choose(now().journey?.steps[EMAIL]?.name ?? '');
    await waitFor(() => expect(now().selection).toEqual([EMAIL]));
    act(() => now().select([]));
    expect(heading(await openPalette())).not.toBeInTheDocument();
  });
});
