import type { LucideIcon } from 'lucide-react';

/** Something that can be done, wherever it is asked for: by its keys, from a menu, in the command palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Heading under which it is listed. */
  readonly group: string;
  /** A line below it, where labels alone do not tell things apart. */
  readonly meaning?: string;
  readonly icon?: LucideIcon;
  /** Combinations as `keyNames.ts` writes them: `Ctrl+Shift+Z`, `Delete`, `?`. The first is shown. */
  readonly keys?: readonly string[];
  /** Further words by which somebody might look for it. */
  readonly words?: string;
  /** Why it cannot be done now; undefined: it can. */
  readonly unavailable?: string | undefined;
  /** The browser brings these keys itself, as events of the clipboard. */
  readonly native?: boolean;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** Commands that belong together, and where the focus must be for their keys to mean them. */
export interface CommandSource {
  readonly commands: readonly Command[];
  /** Many that differ from day to day, such as steps by name: listed only for what is typed, and asked for only then. */
  readonly named?: () => readonly Command[];
  /** Absent: anywhere but in a text box. */
  readonly takesKeys?: (target: Element, keys: string) => boolean;
}
