import type { Converter } from '../contract.ts';
import { exportSfmc } from './exportSfmc.ts';
import { importSfmc } from './importSfmc.ts';

/** Salesforce Marketing Cloud Engagement, the Journey Specification. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportSfmc(journey, options)),
  import: (files, options) => Promise.resolve(importSfmc(files, options)),
};
