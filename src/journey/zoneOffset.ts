const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes to add to UTC in a zone at a minute since 1970. */
export function offsetAt(id: string, minute: number): number {
  if (id === 'UTC') return 0;
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
    formats.set(id, format);
  }
  const name =
    format.formatToParts(minute * 60_000).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
