const LONGEST = 120;

/** The first words of a text, for a line that stands for it; empty where there are none. */
export function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
