import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import '../../../../src/i18n/resultWords.ts';
import { ContactsSection } from '../../../../src/features/read-results/contacts/ContactsSection.tsx';
import { renderIn } from '../../../support/renderApp.tsx';
import { templateOf } from '../shownRuns.ts';
import { openLocal, shownRun } from '../wholeRuns.ts';

const journey = templateOf('orchestration');
const run = shownRun(journey);

async function open(part?: string) {
  renderIn(await openLocal(journey), <ContactsSection run={run} part={part} />);
  await screen.findByText(/simulated contacts\./);
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
