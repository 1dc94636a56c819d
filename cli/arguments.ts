import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { PlatformId } from '../src/exchange/platformId.ts';
import { isPlatform, PLATFORMS } from '../src/exchange/platforms.ts';
import { isSheetPlatform, type SheetPlatformId, SHEETS } from '../src/exchange/sheets/sheets.ts';
import { MAX_JOURNEYS } from '../src/journey/limits.ts';
import { Refusal, sentenceOf } from './refusal.ts';

export interface SimulateCommand {
  readonly command: 'simulate';
  /** At least one; all are run over one audience at once. */
  readonly journeys: readonly string[];
  readonly audience?: string;
  readonly roles?: string;
  readonly policies?: string;
  readonly response?: string;
  readonly contacts: number;
  readonly seed: number;
  /** Undefined: as many as suit the number of contacts. */
  readonly shards?: number;
  readonly workers: number;
  readonly out?: string;
  readonly json: boolean;
}
export interface ValidateCommand {
  readonly command: 'validate';
  readonly files: readonly string[];
  readonly json: boolean;
}
export interface ExportCommand {
  readonly command: 'export';
  readonly to: 'json' | PlatformId | SheetPlatformId;
  readonly file: string;
  /** A JSON file: ids of blanks and what stands in them. */
  readonly answers?: string;
  readonly policies?: string;
  /** A file or folder; undefined: standard output. */
  readonly out?: string;
}
export interface ImportCommand {
  readonly command: 'import';
  readonly files: readonly string[];
  /** Undefined: told by what is in the files. */
  readonly from?: PlatformId;
  /** The journey that the files were made from. */
  readonly onto?: string;
  readonly out?: string;
}
export interface HelpCommand {
  readonly command: 'help';
}
export type Command = SimulateCommand | ValidateCommand | ExportCommand | ImportCommand | HelpCommand;

export const DEFAULT_CONTACTS = 100_000;
export const DEFAULT_SEED = 1;
const MOST_CONTACTS = 1_000_000_000;
const MOST_SHARDS = 100_000;
const MOST_WORKERS = 256;
const HIGHEST_SEED = 2 ** 32 - 1;

/** What was asked for. Throws a Refusal with one line when that cannot be told. */
export function parseCommand(words: readonly string[]): Command {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || command === '--help' || command === '-h')
    return { command: 'help' };
  const parse = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (parse === undefined)
    throw unusable(`there is no command “${command}”; there are simulate, validate, export and import`);
  return parse(rest);
}

const COMMANDS: Readonly<Record<string, (words: string[]) => Command>> = {
  simulate: parseSimulate,
  validate: parseValidate,
  export: parseExport,
  import: parseImport,
};

const text = { type: 'string', multiple: true } as const;
const help = { type: 'boolean', short: 'h' } as const;
const json = { type: 'boolean' } as const;

function parseSimulate(args: string[]): Command {
  const { values, positionals } = read({
    args,
    options: {
      journey: text,
      audience: text,
      roles: text,
      policies: text,
      response: text,
      contacts: text,
      seed: text,
      shards: text,
      workers: text,
      out: text,
      json,
      help,
    },
  });
  if (values.help) return { command: 'help' };
  const journeys = [...(values.journey ?? []), ...positionals];
  if (journeys.length === 0) throw unusable('simulate needs a journey: --journey FILE, or several');
  if (journeys.length > MAX_JOURNEYS)
    throw unusable(`simulate takes at most ${MAX_JOURNEYS} journeys, not ${journeys.length}`);
  if (values.roles && !values.audience)
    throw unusable('--roles says what the columns of --audience are for; there is no --audience');
  const number = (name: 'contacts' | 'seed' | 'shards' | 'workers', from: number, to: number) =>
    wholeNumber(name, once(name, values[name]), { from, to });
  const shards = number('shards', 1, MOST_SHARDS);
  return {
    command: 'simulate',
    journeys,
    ...files(values, ['audience', 'roles', 'policies', 'response', 'out']),
    ...(shards === undefined ? {} : { shards }),
    contacts: number('contacts', 1, MOST_CONTACTS) ?? DEFAULT_CONTACTS,
    seed: number('seed', 0, HIGHEST_SEED) ?? DEFAULT_SEED,
    workers: number('workers', 1, MOST_WORKERS) ?? availableParallelism(),
    json: values.json ?? false,
  };
}

function parseValidate(args: string[]): Command {
  const { values, positionals } = read({ args, options: { json, help } });
  if (values.help) return { command: 'help' };
  if (positionals.length === 0) throw unusable('validate needs a journey file, or several');
  return { command: 'validate', files: positionals, json: values.json ?? false };
}

function parseExport(args: string[]): Command {
  const { values, positionals } = read({
    args,
    options: { to: text, answers: text, policies: text, out: text, help },
  });
  if (values.help) return { command: 'help' };
  const to = once('to', values.to);
  if (to !== 'json' && (to === undefined || !(isPlatform(to) || isSheetPlatform(to)))) {
    const known = listed(['json', ...Object.keys(PLATFORMS), ...Object.keys(SHEETS)]);
    throw unusable(
      to === undefined
        ? `export needs a format: --to ${known}`
        : `cannot export to “${to}”; there are ${known}`,
    );
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw unusable('export takes one journey file');
  return { command: 'export', to, file, ...files(values, ['answers', 'policies', 'out']) };
}

function parseImport(args: string[]): Command {
  const { values, positionals } = read({ args, options: { from: text, onto: text, out: text, help } });
  if (values.help) return { command: 'help' };
  const from = once('from', values.from);
  if (from !== undefined && !isPlatform(from))
    throw unusable(
      `cannot import from “${from}”${whyNot(from)}; there are ${listed(Object.keys(PLATFORMS))}`,
    );
  if (positionals.length === 0) throw unusable('import needs a file, or the several files of one journey');
  return {
    command: 'import',
    files: positionals,
    ...(from !== undefined && { from }),
    ...files(values, ['onto', 'out']),
  };
}

/** What can be exported and not imported. */
function whyNot(from: string): string {
  if (from === 'json')
    return ', Rehearsal’s own format: simulate, validate and export take such files as they are';
  return isSheetPlatform(from)
    ? ', which gives no file: what is exported for it is a list of things to do'
    : '';
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** Options that name a file, each given at most once; those that were not given are left out. */
function files<N extends string>(
  values: { readonly [K in N]?: readonly string[] | undefined },
  names: readonly N[],
): { readonly [K in N]?: string } {
  const given: { [K in N]?: string } = {};
  for (const name of names) {
    const value = once(name, values[name]);
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** Node's parser with this program's way of refusing. */
function read<O extends NonNullable<ParseArgsConfig['options']>>(config: { args: string[]; options: O }) {
  try {
    return parseArgs({ ...config, args: withEquals(config.args), allowPositionals: true, strict: true });
  } catch (error) {
    // Node explains in several sentences; the first says what is wrong.
    throw unusable(sentenceOf(error).split(/\n|\. /)[0] ?? 'the arguments cannot be read');
  }
}

/** `--contacts -1` as `--contacts=-1`: a number below 0 is meant as one, not as an option of its own. */
function withEquals(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of args) {
    const before = joined[joined.length - 1];
    if (/^-\d/.test(word) && before !== undefined && /^--[a-z]+$/.test(before))
      joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

function once(name: string, values: readonly string[] | undefined): string | undefined {
  if (values !== undefined && values.length > 1) throw unusable(`--${name} is given ${values.length} times`);
  return values?.[0];
}

function wholeNumber(
  name: string,
  given: string | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  if (given === undefined) return undefined;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
  if (!(value >= from && value <= to))
    throw unusable(`--${name} is “${given}”; it must be a whole number from ${from} to ${to}`);
  return value;
}

function unusable(words: string): Refusal {
  return new Refusal(words, 2);
}
