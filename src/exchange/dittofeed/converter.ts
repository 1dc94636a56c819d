import type { Converter } from '../contract.ts';
import { exportDittofeed } from './exportDittofeed.ts';
import { importDittofeed } from './importDittofeed.ts';

export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportDittofeed(journey, options)),
  import: (files, options) => Promise.resolve(importDittofeed(files, options)),
};
