import type { Converter } from '../contract.ts';
import { exportCampaign } from './exportCampaign.ts';
import { importCampaign } from './importCampaign.ts';

/** Campaigns of Mautic. */
export const converter: Converter = {
  export: (journey, options) => Promise.resolve(exportCampaign(journey, options)),
  import: (files, options) => Promise.resolve(importCampaign(files, options)),
};
