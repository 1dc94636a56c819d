import { expect } from 'vitest';
import type { ExportOptions } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { verifyPosthog } from './posthog.ts';
import type { WrittenFiles } from './roundTrip.ts';

interface Action {
  readonly id: string;
  readonly type: string;
  readonly config: unknown;
  readonly filters: unknown;
}

export interface WrittenFlow {
  readonly actions: readonly Action[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: string;
    readonly index?: number;
  }[];
  readonly [field: string]: unknown;
}

/** A journey’s workflow, which is right by the rules of the platform. */
export async function exported(
  journey: Journey,
  options: ExportOptions = {},
): Promise<WrittenFiles & { readonly flow: WrittenFlow }> {
  const out = await converter.export(journey, options);
  if (!out.ok) throw new Error(out.problems.map(({ words }) => words).join('\n'));
  expect(verifyPosthog(out.files)).toEqual([]);
  return { ...out, flow: JSON.parse(out.files[0]?.text ?? '') as WrittenFlow };
}

/** `at(flow, 'mail', 'config.inputs.email.value')`; undefined where nothing is. */
export function at(flow: WrittenFlow, id: string, path: string): unknown {
  return path.split('.').reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    flow.actions.find((action) => action.id === id),
  );
}

/** What is said of a step, or of the whole journey. */
export function codesAt({ fits }: WrittenFiles, step: string | undefined): readonly string[] {
  return fits.filter((fit) => fit.step === step).map(({ code }) => code);
}
