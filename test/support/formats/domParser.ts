import { createRequire } from 'node:module';

/** The little of jsdom that is used here: it brings no types. */
interface Jsdom {
  readonly JSDOM: new () => { readonly window: { readonly DOMParser: new () => DOMParser } };
}

const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;

/** Reads XML as browsers do: a parser that is not ours. */
export const domParser = new new JSDOM().window.DOMParser();
