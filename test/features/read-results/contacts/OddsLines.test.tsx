import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../src/i18n/resultWords.ts';
import { ContactsSection } from '../../../../src/features/read-results/contacts/ContactsSection.tsx';
import { renderIn } from '../../../support/renderApp.tsx';
import { templateOf } from '../shownRuns.ts';
import { openLocal, shownRun } from '../wholeRuns.ts';

const journey = templateOf('orchestration');
const run = shownRun(journey);

async function termsOf(contact: number): Promise<readonly string[]> {
  const view = renderIn(await openLocal(journey), <ContactsSection run={run} part={String(contact)} />);
  const story = await screen.findByRole('article', { name: `Contact ${contact}` });
  const terms = within(story).queryAllByRole('term');
  const words = terms.map(({ textContent }) => textContent);
  view.unmount();
  return words;
}

describe('the odds of a message', () => {
  it('say of an e-mail that it is clicked if she opens it', async () => {
    const words = await termsOf(4);
    expect(words).toContain('Clicks, if she opens');
    expect(words).not.toContain('Clicks');
  });

  it('say of an ad, which nobody opens, that it is clicked', async () => {
    const words = await termsOf(3);
    expect(words).toContain('Clicks');
    expect(words).not.toContain('Clicks, if she opens');
  });
});
