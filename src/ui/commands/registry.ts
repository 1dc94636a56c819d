import { createContext, useContext, useEffect, useId, useSyncExternalStore } from 'react';
import type { Command, CommandSource } from './command.ts';
import { combination, isTyping, takesOverTyping } from './keyNames.ts';

export interface Commands {
  /** Replaces what this source had; undefined takes it away. */
  put(key: string, source: CommandSource | undefined): void;
  /** All there are now, in the order in which their sources came. For useSyncExternalStore. */
  readonly all: () => readonly Command[];
  /** Those that are listed only for what is typed. */
  readonly named: () => readonly Command[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** What can be done on the page as it is now. Its keys work from the first source on. */
export function createCommands(): Commands {
  const sources = new Map<string, CommandSource>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];
  const press = (event: KeyboardEvent) => {
    const command = commandOf(event, [...sources.values()]);
    if (!command) return;
    const possible = command.unavailable === undefined;
    // What cannot be done now leaves the key to others, but the browser's own Ctrl commands would surprise.
    if (!possible && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (possible) command.run();
  };
  return {
    put(key, source) {
      if (sources.size === 0 && source) document.addEventListener('keydown', press, { capture: true });
      if (source) sources.set(key, source);
      else sources.delete(key);
      if (sources.size === 0) document.removeEventListener('keydown', press, { capture: true });
      all = [...sources.values()].flatMap(({ commands }) => commands);
      for (const listener of listeners) listener();
    },
    all: () => all,
    named: () => [...sources.values()].flatMap(({ named }) => named?.() ?? []),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The command that a key press means: not while something modal is open, and the last source that knows the keys wins. */
function commandOf(event: KeyboardEvent, sources: readonly CommandSource[]): Command | undefined {
  if (event.defaultPrevented || event.isComposing || isModal()) return undefined;
  if (isTyping(event.target) && !takesOverTyping(event) && !isBesideSlider(event)) return undefined;
  const keys = combination(event);
  const target = event.target instanceof Element ? event.target : document.body;
  for (const { commands, takesKeys } of sources.toReversed()) {
    const command = commands.find((known) => !known.native && known.keys?.includes(keys));
    if (command && (takesKeys?.(target, keys) ?? true)) return command;
  }
  return undefined;
}

/** A slider knows no undo and no clipboard of its own. */
function isBesideSlider({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && target instanceof Element && target.matches('input[type="range"]');
}

/** A dialog, a menu or a list of choices has the keyboard to itself. */
export function isModal(): boolean {
  return (
    document.querySelector('dialog[open], [role="dialog"][data-open], [role="menu"][data-open]') !== null
  );
}

export const CommandsContext = createContext<Commands>(createCommands());

/** Offers commands while the component is there. */
export function useCommands(source: CommandSource): void {
  const commands = useContext(CommandsContext);
  const key = useId();
  useEffect(() => commands.put(key, source), [commands, key, source]);
  useEffect(() => () => commands.put(key, undefined), [commands, key]);
}

export function useAllCommands(): readonly Command[] {
  const commands = useContext(CommandsContext);
  return useSyncExternalStore(commands.subscribe, commands.all);
}

export function useNamedCommands(): Commands['named'] {
  return useContext(CommandsContext).named;
}
