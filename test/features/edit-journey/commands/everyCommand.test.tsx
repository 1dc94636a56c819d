import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../../../src/app/App.tsx';
import {
  CANVAS_COMMANDS,
  COMMAND_IDS,
  type CommandId,
} from '../../../../src/features/edit-journey/commands/index.ts';
import { rememberView } from '../../../../src/features/edit-journey/useView.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { cutOut, writeClip } from '../../../../src/journey/clip.ts';
import { serializeJourney } from '../../../../src/journey/serializeJourney.ts';
import { writePreference } from '../../../../src/ui/usePreference.ts';
import { commandJourney, SCENARIOS } from '../../../support/commandScenarios.ts';
import { openWorkspace, type OpenWorkspace } from '../../../support/renderApp.tsx';
import { CHECK, WAIT } from '../../../support/smallJourney.ts';

type Where = 'canvas' | 'outline';

/** Nothing has to slide into sight, and it is neither full size nor what fits. */
const ALL_IN_SIGHT = { x: 40, y: 300, zoom: 0.4 };

beforeEach(() => {
  location.hash = '';
  // React Flow moves no view that has no size.
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(700);
});

/** The app with the outline open, the scenario’s steps selected and the keyboard on the last of them. */
async function open(id: CommandId, where: Where): Promise<OpenWorkspace> {
  for (const [key, value] of Object.entries({
    left: 'outline',
    dragging: 'moves',
    numbers: 'shares',
    'steps.recent': '',
  }))
    writePreference(key, value);
  const journey = commandJourney();
  rememberView(journey, ALL_IN_SIGHT);
  const opened = await openWorkspace(journey);
  render(<App workspace={opened.workspace} />);
  await screen.findByRole('tree', { name: 'Outline of the journey' });
  const { selection } = SCENARIOS[id];
  act(() => opened.workspace.getState().select(selection));
  await screen.findByRole('region', { name: 'Properties' });
  const at = selection.at(-1) ?? '';
  act(() => placeOf(at, where).focus());
  return opened;
}

function placeOf(id: string, where: Where): HTMLElement {
  const within = where === 'canvas' ? '.react-flow__node' : '[role="treeitem"]';
  const element = document.querySelector<HTMLElement>(`${within}[data-id="${id}"]`);
  if (!element) throw new Error(`${id} is not on the ${where}`);
  return element;
}

/** Keys with which the tree itself walks. */
const OF_TREES = /^(Tab|Home|Arrow\w+)$/;

/** By its keys where they work from there, by the clipboard’s event, else by a card’s menu or the command palette. */
async function carryOut(id: CommandId, where: Where): Promise<string> {
  const { keys = [], native } = CANVAS_COMMANDS[id];
  const key = keys.find((one) => where === 'canvas' || !OF_TREES.test(one));
  if (native) return clipboardEvent(id);
  if (key !== undefined) await userEvent.keyboard(typed(key));
  else if (where === 'canvas') await byMenu(id);
  else await byPalette(id);
  await answer(SCENARIOS[id].answer);
  return '';
}

/** `Ctrl+Shift+G` as user-event writes it. */
function typed(combination: string): string {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const name = parts.at(-1) ?? '';
  const held = parts.slice(0, -1).map((part) => (part === 'Ctrl' ? 'Control' : part));
  const pressed = /^\d$/.test(name) ? `[Digit${name}]` : name.length === 1 ? name.toLowerCase() : `{${name}}`;
  return `${held.map((one) => `{${one}>}`).join('')}${pressed}${held.map((one) => `{/${one}}`).join('')}`;
}

function clipboardEvent(id: CommandId): string {
  const held = new Map<string, string>();
  if (id === 'paste') held.set('text/plain', writeClip(cutOut(commandJourney(), [WAIT, CHECK])));
  const clipboardData = {
    getData: (type: string) => held.get(type) ?? '',
    setData: (type: string, text: string) => held.set(type, text),
  };
  fireEvent(
    document.activeElement ?? document.body,
    Object.assign(new Event(id, { bubbles: true, cancelable: true }), { clipboardData }),
  );
  return held.get('text/plain') ?? '';
}

async function byMenu(id: CommandId): Promise<void> {
  fireEvent.contextMenu(document.activeElement ?? document.body);
  const menu = await screen.findByRole('menu', { name: i18n.t('canvas.menu') });
  await userEvent.click(within(menu).getByRole('menuitem', { name: i18n.t(`canvas.command.${id}`) }));
}

async function byPalette(id: CommandId): Promise<void> {
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: i18n.t('ui.commands.title') });
  const label = i18n.t(`canvas.command.${id}`);
  const search = within(palette).getByRole('combobox');
  await userEvent.click(search);
  await userEvent.paste(label);
  expect(within(palette).getAllByRole('option')[0]).toHaveTextContent(label);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(palette).not.toBeVisible());
}

async function answer(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  const list = await waitFor(() => {
    const found = document.querySelector<HTMLElement>('[popover][role="dialog"]');
    if (!found) throw new Error('nothing asks');
    return found;
  });
  await userEvent.click(within(list).getByRole('combobox'));
  await userEvent.paste(text);
  await userEvent.keyboard('{Enter}');
}

/** Everything that a command may change, as it can be seen. */
function observed({ workspace }: OpenWorkspace) {
  const { journey, selection } = workspace.getState();
  const focus = document.activeElement;
  const typing = focus?.matches('input, textarea, select') ? focus : undefined;
  return {
    journey: journey && serializeJourney(journey),
    selection,
    selected: [...document.querySelectorAll<HTMLElement>('.react-flow__node.selected')].map(
      ({ dataset }) => dataset['id'],
    ),
    view: document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform,
    regions: screen.queryAllByRole('region').map((region) => region.getAttribute('aria-label')),
    pressed: document.querySelectorAll('[role="toolbar"] [aria-pressed="true"]').length,
    typing: typing && `${typing.closest('[data-form]') ? 'form' : 'canvas'} ${typing.tagName}`,
  };
}

/** What became of the scenario, once nothing changes any more. */
async function outcome(id: CommandId, where: Where) {
  const opened = await open(id, where);
  const before = observed(opened);
  const copied = await carryOut(id, where);
  await waitFor(() => expect({ ...observed(opened), copied }).not.toEqual({ ...before, copied: '' }));
  await settled(opened);
  const after = { ...observed(opened), copied };
  cleanup();
  return after;
}

/** Frames until two in a row show the same. */
async function settled(opened: OpenWorkspace): Promise<void> {
  let seen = '';
  await waitFor(async () => {
    const before = seen;
    await act(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => resolve(undefined));
        }),
    );
    seen = JSON.stringify(observed(opened));
    expect(seen).toBe(before);
  });
}

it.each(COMMAND_IDS)(
  '“%s” does the same from the outline as from the canvas, and does something',
  async (id) => {
    expect(await outcome(id, 'outline')).toEqual(await outcome(id, 'canvas'));
  },
);
