import type { Converter } from '../contract.ts';
import { exportPosthog } from './exportPosthog.ts';
import { importPosthog } from './importPosthog.ts';

/** PostHog Workflows: one JSON file, the body of POST /api/projects/:project_id/hog_flows/. */
export const converter: Converter = { export: exportPosthog, import: importPosthog };
