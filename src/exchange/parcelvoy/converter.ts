import type { Converter } from '../contract.ts';
import { exportSteps } from './exportSteps.ts';
import { importSteps } from './importSteps.ts';

/** Parcelvoy's map of steps. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportSteps(journey, options)),
  import: (files, options) => Promise.resolve(importSteps(files, options)),
};
