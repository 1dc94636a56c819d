import type { Converter } from '../contract.ts';
import { Portability } from '../portability.ts';
import { exportMermaid } from './exportMermaid.ts';
import { importMermaid } from './importMermaid.ts';

export const converter: Converter = {
  export: (journey) => {
    const portability = new Portability(journey);
    const text = exportMermaid(journey);
    return Promise.resolve({
      ok: true,
      files: [{ name: 'journey.mmd', type: 'text/plain', text }],
      fits: portability.fits,
      blanks: [],
      warnings: portability.warnings,
    });
  },
  import: (files, options) => Promise.resolve(importMermaid(files[0]?.text ?? '', options)),
};
