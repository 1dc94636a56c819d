/** In the order in which they stand. `#/settings/NAME` leads to each, and to the policies of each kind by their field's name. */
export const SECTIONS = ['money', 'channels', 'policies', 'defaults', 'look', 'privacy', 'files'] as const;
export type SectionName = (typeof SECTIONS)[number];

export function sectionId(name: string): string {
  return `settings-${name}`;
}
