/** Of a day as 2026-12-03: `3 Dec`, and in full. */
export function dayWords(day: string, language: string): { readonly label: string; readonly full: string } {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const time = Date.parse(`${day}T00:00:00Z`);
  const print = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(time);
  return {
    label: print({ day: 'numeric', month: 'short' }),
    full: print({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  };
}
