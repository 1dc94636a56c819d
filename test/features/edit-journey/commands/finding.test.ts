import { expect, it } from 'vitest';
import { askAnything } from '../../../../src/features/edit-journey/commands/finding.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../../src/i18n/useFormat.ts';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import type { Edit } from '../../../../src/journey/edits.ts';
import type { StepId } from '../../../../src/journey/journey.ts';
import { commandJourney } from '../../../support/commandScenarios.ts';
import { CHECK, EMAIL, WAIT } from '../../../support/smallJourney.ts';

const wording = { t: i18n.t, format: formatsFor('en'), currency: 'EUR' };

function named(id: StepId, name: string): Edit {
  const step = commandJourney().steps[id]!;
  return { type: 'changeStep', id, step: { ...step, name } };
}

/** A list over the journey, and where its choices led. */
function asked(...edits: readonly Edit[]) {
  const { journey } = applyEdit(commandJourney(), { type: 'several', edits });
  const led: string[] = [];
  const { find } = askAnything(journey, wording, {
    reveal: (id) => led.push(`step ${id}`),
    revealNote: (id) => led.push(`note ${id}`),
    revealGroup: (id) => led.push(`group ${id}`),
  });
  return { find, led, labels: (text: string) => find(text).map(({ label }) => label) };
}

it('puts what is called exactly so first, then what begins so, then what only has it in it', () => {
  const { labels } = asked(
    named(EMAIL, 'After the invitation'),
    named(WAIT, 'Invitation, another subject'),
    named(CHECK, 'Invitation'),
  );
  expect(labels(' invitation ')).toEqual([
    'Invitation',
    'Invitation, another subject',
    'After the invitation',
  ]);
});

it('finds a note by any of its words, shows its first line, and leads to it', () => {
  const { find, led } = asked({
    type: 'putNote',
    id: 'note-2',
    note: { text: 'For legal\nCheck the consent', tint: 'rose', x: 0, y: 0, width: 240, height: 120 },
  });
  const [found] = find('consent');
  expect(found).toMatchObject({ label: 'For legal', meaning: 'Note' });
  found?.pick();
  expect(led).toEqual(['note note-2']);
});

it('finds a group by its name, says how large it is, and leads to it', () => {
  const { find, led } = asked();
  const [found] = find('first');
  expect(found).toMatchObject({ label: 'First', meaning: 'Group, 2 steps' });
  found?.pick();
  expect(led).toEqual(['group group-1']);
});
