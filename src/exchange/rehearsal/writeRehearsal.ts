import { FORMAT, NEWEST_VERSION, type Rehearsal } from './rehearsal.ts';

/** The text of a `.rehearsal` file. */
export function writeRehearsal({ policies, journey, ...rest }: Rehearsal): string {
  const document = {
    format: FORMAT,
    version: NEWEST_VERSION,
    ...rest,
    journey,
    policies: { format: 'rehearsal-policies', version: 1, ...policies },
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
