import type { Converter } from '../contract.ts';
import { exportBpmn } from './exportBpmn.ts';
import { importBpmn } from './importBpmn.ts';

export const converter: Converter = { export: exportBpmn, import: importBpmn };
