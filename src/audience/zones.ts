/**
 * Whether the platform knows the text as an IANA zone. Offsets such as `+01:00` are not zones here: only some engines take
 * them, and a journey must compile to the same program in all.
 */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
