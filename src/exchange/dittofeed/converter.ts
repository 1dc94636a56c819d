import type { Converter } from '../contract.ts';
import { exportDittofeed } from './exportDittofeed.ts';

export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportDittofeed(journey, options)),
  import: () => Promise.reject(new Error('soon')),
};
