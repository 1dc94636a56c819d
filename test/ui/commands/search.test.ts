import { expect, it } from 'vitest';
import { searchCommands } from '../../../src/ui/commands/search.ts';

const command = (label: string, words = '', group = 'Change') => ({
  id: label,
  label,
  group,
  words,
  run: () => undefined,
});
const all = [
  command('Add a note', 'comment sticky'),
  command('Align left edges', '', 'Arrange'),
  command('Connect to a step', 'link arrow'),
  command('Delete', 'remove'),
];
const found = (text: string, recent: readonly string[] = []) =>
  searchCommands(all, text, recent).map(({ label }) => label);

it('finds by the start of a word first, then by further words', () => {
  expect(found('a').slice(0, 2)).toEqual(['Add a note', 'Align left edges']);
  expect(found('remove')).toEqual(['Delete']);
});

it('wants every word that was typed', () => {
  expect(found('left align')).toEqual(['Align left edges']);
  expect(found('left note')).toEqual([]);
});

it('puts what was used lately first while nothing is typed', () => {
  expect(found('', ['Delete'])).toEqual(['Delete', 'Add a note', 'Align left edges', 'Connect to a step']);
});

it('puts what is called exactly so before what only begins so', () => {
  const steps = [command('Invitation, another subject'), command('Invitation')];
  expect(searchCommands(steps, 'invitation').map(({ label }) => label)).toEqual([
    'Invitation',
    'Invitation, another subject',
  ]);
});
