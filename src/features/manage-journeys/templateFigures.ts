import * as z from 'zod/mini';
// Imported first: it keeps zod from compiling schemas, which the page's content security policy forbids.
import { list, text, wholeNumber } from '../../journey/schema/values.ts';
import { readSample } from './templates.ts';

const MOST_CONTACTS = 1e9;
const count = wholeNumber(0, MOST_CONTACTS);
const estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

const figures = z.strictObject({
  template: text,
  entered: count,
  messages: count,
  conversions: estimate,
  revenue: estimate,
  cost: z.number(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

/** `.ci/figures.mjs` writes this file; `test/samples/figures.test.ts` says when it is out of date. */
const figuresFile = z.strictObject({ contacts: count, seed: count, templates: list(figures, 1000) });

export type TemplateFigures = z.infer<typeof figures>;
export type FiguresFile = z.infer<typeof figuresFile>;

/** What each template came to on the sample audience. Rejects when the file is not there or not what it should be. */
export async function loadFigures(): Promise<FiguresFile> {
  return figuresFile.parse(JSON.parse(await readSample('figures.json')));
}
