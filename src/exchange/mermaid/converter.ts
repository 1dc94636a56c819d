import type { Converter } from '../contract.ts';
import { exportDrawing } from './exportDrawing.ts';
import { importMermaid } from './importMermaid.ts';

/** Mermaid flowcharts: a drawing that everyone can read and edit, with what it cannot say in its comments. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportDrawing(journey, options)),
  import: ([file, ...others], options) =>
    Promise.resolve(file && others.length === 0 ? importMermaid(file.text, options) : refuseFiles()),
};

function refuseFiles() {
  const words = 'A flowchart is one file. Choose one.';
  return { ok: false, problems: [{ code: 'mermaid-files', severity: 'error', words, values: {} }] } as const;
}
