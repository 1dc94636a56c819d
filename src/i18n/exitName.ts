import { words } from './en/words.ts';
import type { Translate } from './i18n.ts';

type KnownExit = keyof typeof words.exit;

const KNOWN = Object.keys(words.exit) as readonly KnownExit[];

/** What an exit with a fixed name is called; branches and arms have names of their own. */
export function exitName(exit: string, t: Translate): string {
  const known = KNOWN.find((name) => name === exit);
  return known ? t(`words.exit.${known}`) : exit;
}
