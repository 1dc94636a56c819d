import { Ajv } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { type Flow, graphFaults } from './posthogGraph.ts';
import { flowSchema } from './posthogSchema.ts';

/**
 * What PostHog would find wrong with files, written from its documentation and the rules of its server (docs of the API, graph validation):
 * no code of PostHog’s ran.
 */
export function verifyPosthog(files: readonly ExchangeFile[]): readonly string[] {
  const [file, other] = files;
  if (!file || other) return [`one file is wanted, not ${files.length}`];
  const faults = [
    ...(file.name.endsWith('.hogflow.json') ? [] : [`the name is ${file.name}`]),
    ...(file.type === 'application/json' ? [] : [`the type is ${file.type}`]),
  ];
  try {
    return [...faults, ...flowFaults(JSON.parse(file.text))];
  } catch (error) {
    return [...faults, String(error)];
  }
}

const validate = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
}).compile<Flow>(flowSchema);

/** The same for the JSON of a workflow. */
export function flowFaults(flow: unknown): readonly string[] {
  if (!validate(flow))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  return graphFaults(flow);
}
