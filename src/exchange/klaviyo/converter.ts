import type { Converter } from '../contract.ts';
import { exportFlow } from './exportFlow.ts';
import { importFlow } from './importFlow.ts';

/** Klaviyo Flows: the body of the request that makes a flow, and the answer that tells one. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportFlow(journey, options)),
  import: (files, options) => Promise.resolve(importFlow(files, options)),
};
