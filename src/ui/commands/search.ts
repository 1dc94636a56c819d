import type { Command } from './command.ts';

/** Of those that are listed only for what is typed; who wants another types more. */
const MOST_NAMED = 40;

/**
 * Commands for what somebody typed, best first: every word must be found somewhere, and it counts most at the start of the
 * label, then at the start of any of its words; what is called exactly so goes before all that only begins so. Where nothing was typed, those used lately that can be done come first.
 */
export function searchCommands(
  commands: readonly Command[],
  text: string,
  recent: readonly string[] = [],
): readonly Command[] {
  const wanted = wordsOf(text);
  if (wanted.length > 0) return ranked(commands, wanted).map(({ command }) => command);
  const known = new Map(commands.map((command) => [command.id, command]));
  const first = recent
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ unavailable }) => unavailable === undefined);
  return [...first, ...commands.filter((command) => !first.includes(command))];
}

/**
 * With those that go by a name, each group of them together and below the commands, unless one of its names fits better than any
 * command does.
 */
export function searchEverything(
  commands: readonly Command[],
  named: () => readonly Command[],
  text: string,
): readonly Command[] {
  const wanted = wordsOf(text);
  const byName = ranked(named(), wanted).slice(0, MOST_NAMED);
  const groups = [...new Set(byName.map(({ command }) => command.group))];
  return [
    ranked(commands, wanted),
    ...groups.map((group) => byName.filter(({ command }) => command.group === group)),
  ]
    .toSorted(([a], [b]) => (b?.score ?? 0) - (a?.score ?? 0))
    .flatMap((section) => section.map(({ command }) => command));
}

function wordsOf(text: string): readonly string[] {
  return text.trim().toLowerCase().split(/\s+/).filter(Boolean);
}

interface Ranked {
  readonly command: Command;
  readonly score: number;
}

function ranked(commands: readonly Command[], wanted: readonly string[]): readonly Ranked[] {
  return commands
    .map((command) => ({ command, score: scoreOf(command, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}

function scoreOf({ label, group, words = '' }: Command, wanted: readonly string[]): number {
  const name = label.toLowerCase();
  const rest = `${group} ${words}`.toLowerCase();
  const scores = wanted.map((word) =>
    name.startsWith(word)
      ? 4
      : startsAWord(name, word)
        ? 3
        : name.includes(word)
          ? 2
          : rest.includes(word)
            ? 1
            : 0,
  );
  if (scores.includes(0)) return 0;
  const exactly = name === wanted.join(' ') ? 1 : 0;
  return scores.reduce<number>((sum, score) => sum + score, exactly);
}

function startsAWord(text: string, word: string): boolean {
  return text.split(/[\s(“"-]+/).some((part) => part.startsWith(word));
}
