import { hash32 } from '../../compile/hash.ts';

/** 128 bits of a text as hexadecimal digits. */
export function digits(text: string): string {
  return [0, 1, 2, 3].map((salt) => hash32(`${salt}\u0000${text}`).toString(16).padStart(8, '0')).join('');
}

/** The same UUID for the same text: files must not differ from export to export. */
export function uuidOf(text: string): string {
  const hex = digits(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
