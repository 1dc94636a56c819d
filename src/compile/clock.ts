/** `hh:mm` as minutes of the day. */
export function clockMinutes(text: string): number {
  const [hour, minute] = text.split(':');
  return Number(hour) * 60 + Number(minute);
}
