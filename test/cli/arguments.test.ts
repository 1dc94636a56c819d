import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../cli/arguments.ts';
import { Refusal } from '../../cli/refusal.ts';

describe('arguments', () => {
  it('default to 100 000 contacts, seed 1 and all cores', () => {
    const command = parseCommand(['simulate', '--journey', 'a.json']);
    expect(command).toMatchObject({
      command: 'simulate',
      journeys: ['a.json'],
      contacts: 100_000,
      seed: 1,
      json: false,
    });
    expect(command).not.toHaveProperty('shards');
  });

  it('take every option of simulate', () => {
    const words =
      'simulate --journey j --audience a --roles r --policies p --response s --contacts 12 --seed 0 --shards 7 --workers 2 --out o --json';
    expect(parseCommand(words.split(' '))).toEqual({
      command: 'simulate',
      journeys: ['j'],
      audience: 'a',
      roles: 'r',
      policies: 'p',
      response: 's',
      contacts: 12,
      seed: 0,
      shards: 7,
      workers: 2,
      out: 'o',
      json: true,
    });
  });

  it('take the journey without its option, `=` and `--`', () => {
    expect(parseCommand(['simulate', '--seed=4', '--', '-odd.json'])).toMatchObject({
      journeys: ['-odd.json'],
      seed: 4,
    });
  });

  it('take several journeys after one option or several', () => {
    for (const words of ['--journey a b c', '--journey a --journey b c', 'a b c'])
      expect(parseCommand(['simulate', ...words.split(' ')])).toMatchObject({ journeys: ['a', 'b', 'c'] });
  });

  it('ask for help in the usual ways', () => {
    for (const words of [[], ['help'], ['--help'], ['-h'], ['simulate', '--help'], ['export', '-h']]) {
      expect(parseCommand(words)).toEqual({ command: 'help' });
    }
  });

  it.each([
    [['dance'], 'there is no command “dance”'],
    [['constructor'], 'there is no command “constructor”'],
    [['simulate'], 'simulate needs a journey'],
    [['simulate', '--journey', 'a', '--contacts', '-1'], '--contacts is “-1”; it must be a whole number'],
    [
      ['simulate', '--journey', 'a', '--contacts', '0'],
      '--contacts is “0”; it must be a whole number from 1',
    ],
    [['simulate', '--journey', 'a', '--contacts', '1e3'], '--contacts is “1e3”'],
    [['simulate', '--journey', 'a', '--seed', '4294967296'], 'from 0 to 4294967295'],
    [['simulate', '--journey', 'a', '--seed', '1', '--seed', '2'], '--seed is given 2 times'],
    [['simulate', '--journey', 'a', '--contcats', '5'], "Unknown option '--contcats'"],
    [['simulate', '--journey'], "'--journey <value>' argument missing"],
    [['simulate', '--journey', 'a', '--roles', 'r'], 'there is no --audience'],
    [['validate'], 'validate needs a journey file'],
    [['export', 'a'], 'export needs a format'],
    [['export', '--to', 'visio', 'a'], 'cannot export to “visio”'],
    [['export', '--to', 'json'], 'export takes one journey file'],
  ])('%j are refused in one line', (words, sentence) => {
    const refusal = refusalOf(words);
    expect(refusal.message).toContain(sentence);
    expect(refusal.message).not.toContain('\n');
    expect(refusal.exitCode).toBe(2);
  });
});

function refusalOf(words: readonly string[]): Refusal {
  try {
    parseCommand(words);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
