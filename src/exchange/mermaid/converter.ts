import type { Converter, Imported, ImportOptions } from '../contract.ts';
import { tooLarge } from '../read/tooLarge.ts';
import { exportDrawing } from './exportDrawing.ts';
import { guessDoubts } from './guessDoubts.ts';
import { importMermaid } from './importMermaid.ts';

/** Mermaid flowcharts: a drawing that everyone can read and edit, with what it cannot say in its comments. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportDrawing(journey, options)),
  import: ([file, ...others], options) =>
    Promise.resolve(file && others.length === 0 ? readDrawing(file.text, options) : refuseFiles()),
};

/** Where nobody is asked what a box means, every guess is told. */
function readDrawing(text: string, options: ImportOptions | undefined): Imported {
  const large = tooLarge(text);
  if (large) return { ok: false, problems: [large] };
  const read = importMermaid(text, options);
  if (!read.ok) return read;
  const { journey, inferred, warnings } = read;
  return { ok: true, journey, warnings: [...warnings, ...guessDoubts(journey, inferred)] };
}

function refuseFiles() {
  const words = 'A flowchart is one file. Choose one.';
  return { ok: false, problems: [{ code: 'mermaid-files', severity: 'error', words, values: {} }] } as const;
}
