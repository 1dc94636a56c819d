import type { Command } from './command.ts';

/**
 * Commands for what somebody typed, best first: every word must be found somewhere, and it counts most at the start of the
 * label, then at the start of any of its words. Those used lately come first where nothing was typed.
 */
export function searchCommands(
  commands: readonly Command[],
  text: string,
  recent: readonly string[] = [],
): readonly Command[] {
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) {
    const known = new Map(commands.map((command) => [command.id, command]));
    const first = recent.flatMap((id) => known.get(id) ?? []);
    return [...first, ...commands.filter((command) => !first.includes(command))];
  }
  return commands
    .map((command) => ({ command, score: scoreOf(command, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
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
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0);
}

function startsAWord(text: string, word: string): boolean {
  return text.split(/[\s(“"-]+/).some((part) => part.startsWith(word));
}
