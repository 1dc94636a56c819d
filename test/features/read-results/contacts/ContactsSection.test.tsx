import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../../../src/i18n/resultWords.ts';
import { ContactsSection } from '../../../../src/features/read-results/contacts/ContactsSection.tsx';
import { stepId } from '../../../../src/journey/ids.ts';
import { renderIn } from '../../../support/renderApp.tsx';
import { templateOf } from '../shownRuns.ts';
import { openLocal, shownRun } from '../wholeRuns.ts';

const journey = templateOf('orchestration');
const run = shownRun(journey);

type Opened = Awaited<ReturnType<typeof openLocal>>;

function show(workspace: Opened, part?: string) {
  return renderIn(workspace, <ContactsSection run={run} part={part} />);
}

async function open(part?: string) {
  const workspace = await openLocal(journey);
  const view = show(workspace, part);
  await screen.findByText(/simulated contacts\./);
  return { workspace, view };
}

beforeEach(() => window.history.replaceState(null, '', '/'));

describe('contacts of a run', () => {
  it('are found by the part they play', async () => {
    await open();
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Show'), 'Left angry');
    const people = screen.getAllByRole('button', { name: /^Contact .*unsubscribed/ });
    expect(people.length).toBeGreaterThan(0);
    await user.click(people[0]!);
    expect(window.location.pathname).toMatch(/\/results\/contacts\/\d+$/);
  });

  it('are found by number and by what a column says', async () => {
    await open();
    const user = userEvent.setup();
    const box = screen.getByLabelText('Find a contact');
    await user.type(box, '17');
    await user.click(await screen.findByRole('button', { name: 'Contact number 17' }));
    expect(window.location.pathname).toBe('/results/contacts/17');
    await user.clear(box);
    await user.type(box, 'Europe/Berlin');
    expect((await screen.findAllByRole('button', { name: /Europe\/Berlin/ })).length).toBeGreaterThan(3);
    await user.clear(box);
    await user.type(box, 'nobody like that');
    expect(await screen.findByText(/No contact has “nobody like that”/)).toBeInTheDocument();
  });
});

describe('a contact’s story', () => {
  it('tells each decision with its time, its reason and its odds', async () => {
    await open('3');
    const story = await screen.findByRole('article', { name: 'Contact 3' });
    expect(story).toHaveTextContent('Enters the journey');
    expect(story).toHaveTextContent(/Because intent is “\w+”\./);
    expect(within(story).getByRole('img', { name: /^Her way: / })).toBeInTheDocument();
    expect(story).toHaveTextContent(/Times are on her clock, \w+\/\w+\./);
    expect(within(story).getAllByText(/% chance$/).length).toBeGreaterThan(1);
  });

  it('forks where she could have answered otherwise, and goes back', async () => {
    await open('3');
    const user = userEvent.setup();
    const story = await screen.findByRole('article', { name: 'Contact 3' });
    const ways = within(story).getAllByRole('button', { name: /What if she had clicked/ });
    await user.click(ways[0]!);
    const would = await within(story).findByRole('region', { name: 'As it would be' });
    expect(would).toHaveTextContent('First difference');
    expect(would).toHaveTextContent(/Clicks in/);
    expect(within(story).getByRole('region', { name: 'As it was' })).toBeInTheDocument();
    await user.click(within(story).getByRole('button', { name: 'Back to her story' }));
    expect(story).toHaveTextContent('Enters the journey');
  });
});

describe('a contact made up', () => {
  it('is asked what the journey asks, and walked through with many lucks', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(screen.getByText('Made up'));
    expect(await screen.findByText(/With 200 different lucks she gets/)).toBeInTheDocument();
    expect(screen.getByLabelText('intent')).toBeInTheDocument();
    expect(screen.queryByLabelText('signed_up')).not.toBeInTheDocument();
    await user.clear(screen.getByLabelText('intent'));
    await user.type(screen.getByLabelText('intent'), 'high');
    await waitFor(() =>
      expect(screen.getByRole('article', { name: /Her, with luck/ })).toHaveTextContent(
        'Because intent is “high”.',
      ),
    );
    await user.selectOptions(screen.getByLabelText('Her luck'), 'Lucky');
    await waitFor(() =>
      expect(screen.getByRole('article', { name: /Her, with luck/ })).toHaveTextContent(/bought for/),
    );
  });
});

describe('“Show on the canvas”', () => {
  it('hands over her way, told moment by moment, and comes back to her story', async () => {
    const { workspace, view } = await open('3');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Show on the canvas' }));
    expect(window.location.pathname).toBe('/');
    const way = workspace.getState().way!;
    expect(way).toMatchObject({ whose: 'Contact 3', story: { part: '3' } });
    expect(way.moments[0]?.time).toMatch(/^\w{3} \d\d:\d\d$/);
    expect(journey.steps[way.moments[0]!.step]?.kind).toBe('entry');
    const [odds] = way.moments.flatMap(({ lines }) => lines.flatMap((line) => line.odds));
    expect(odds?.chance).toMatch(/% chance$/);
    expect(odds?.luck).toMatch(/^luck drew .*(yes|no)$|^did not come to it$/);
    view.unmount();
    show(workspace, '3');
    expect(workspace.getState().way).toBeUndefined();
    const again = await screen.findByRole('button', { name: 'Show on the canvas' });
    // It is there a moment before it is focused.
    await waitFor(() => expect(again).toHaveFocus());
  });

  it('comes back to the fork that was looked at', async () => {
    const { workspace, view } = await open('3');
    const user = userEvent.setup();
    const story = await screen.findByRole('article', { name: 'Contact 3' });
    await user.click(within(story).getAllByRole('button', { name: /What if she had clicked/ })[0]!);
    const would = await within(story).findByRole('region', { name: 'As it would be' });
    await user.click(within(would).getByRole('button', { name: 'Show on the canvas' }));
    expect(workspace.getState().way?.whose).toMatch(/^Contact 3 · If she had clicked in “/);
    view.unmount();
    show(workspace, '3');
    expect(await screen.findByRole('region', { name: 'As it would be' })).toHaveTextContent(
      'First difference',
    );
  });

  it('comes back to somebody made up as she was', async () => {
    const { workspace, view } = await open();
    const user = userEvent.setup();
    await user.click(screen.getByText('Made up'));
    await screen.findByText(/With 200 different lucks she gets/);
    await user.clear(screen.getByLabelText('intent'));
    await user.type(screen.getByLabelText('intent'), 'high');
    await user.selectOptions(screen.getByLabelText('Her luck'), 'Lucky');
    await waitFor(() =>
      expect(screen.getByRole('article', { name: /Her, with luck/ })).toHaveTextContent(
        /“high”.*bought|bought.*“high”/,
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Show on the canvas' }));
    view.unmount();
    show(workspace);
    expect(await screen.findByLabelText('intent')).toHaveValue('high');
    expect(screen.getByLabelText('Her luck')).toHaveValue('lucky');
  });

  it('is refused, with the reason, while the canvas shows a changed journey', async () => {
    const { workspace } = await open('3');
    await screen.findByRole('button', { name: 'Show on the canvas' });
    const [from = '', exits = {}] = Object.entries(journey.links)[0] ?? [];
    const [exit = ''] = Object.keys(exits);
    act(() => workspace.getState().edit({ type: 'disconnect', from: stepId(from), exit }));
    expect(screen.getByRole('button', { name: 'Show on the canvas' })).toBeDisabled();
    expect(screen.getByText(/The canvas shows another journey/)).toBeInTheDocument();
  });
});
