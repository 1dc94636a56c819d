/** Controls (line ends and tabs among them) and halves of characters: XML has no room for them, or readers make spaces of them. */
const UNSAYABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const UNSAYABLE_IN_BODY = /[^\P{Cc}\n\t]|[\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as an attribute can hold it, the same for every reader. */
export function attributeText(text: string): string {
  return text.replace(UNSAYABLE, ' ');
}

/** A text as an element can hold it. */
export function bodyText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSAYABLE_IN_BODY, ' ');
}

/** JSON that survives in XML: whatever XML cannot hold is escaped. Equal values give equal text, whatever the order of their keys. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, inOrder).replace(
    /[\u007F-\u009F\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
