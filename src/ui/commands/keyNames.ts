type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** A key press as commands write it: `Ctrl+Shift+Z` (Ctrl is also the Mac's command key), `Shift+1`, `Delete`, `?`. */
export function combination(press: Press): string {
  const { key, code } = press;
  // Shift with a digit types a sign that differs from layout to layout; the digit is what is meant.
  const [, digit] = /^Digit(\d)$/.exec(code) ?? [];
  const name = digit && press.shiftKey ? digit : /^[a-z]$/i.test(key) ? key.toUpperCase() : key;
  const parts = [
    (press.ctrlKey || press.metaKey) && 'Ctrl',
    press.altKey && 'Alt',
    // Shift is already in `?` or `+`.
    press.shiftKey && (name.length > 1 || /[A-Z0-9]/.test(name)) && 'Shift',
    name,
  ];
  return parts.filter(Boolean).join('+');
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A combination as it is shown: `Ctrl+→`, on a Mac `⌘→`. */
export function keyWords(keys: string, mac = isMac()): string {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  const shown = parts.map((part) => (part === '' ? '+' : (NAMES[part] ?? part)));
  return mac
    ? shown.map((part) => ({ Ctrl: '⌘', Shift: '⇧', Alt: '⌥' })[part] ?? part).join('')
    : [...new Set(shown)].join('+');
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /\bMac OS X\b/.test(navigator.userAgent);
}

/** Whether the keys type there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')
  );
}

/** In a text box, undo and the clipboard belong to the box; saving and running do not. */
export function takesOverTyping(press: Press): boolean {
  return (
    (press.ctrlKey || press.metaKey) && !/^([zyacvxd]|arrow.*|home|end|backspace|delete)$/i.test(press.key)
  );
}
