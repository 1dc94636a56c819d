import { findSyntaxFault, lineAndColumn, tooDeepAt } from './jsonText.ts';
import { NEWEST_VERSION } from './migrations/index.ts';
import type { Problem } from './problem.ts';

/** How far into a text is looked for what it is meant to be. */
const OPENING = 2000;
const MAX_DEPTH = 64;
const FLOWCHART =
  /^\s*(```\s*mermaid\s*)?(---[\s\S]*?---\s*)?(%%[^\n]*\n\s*)*(flowchart|graph)[ \t]*(TB|TD|BT|LR|RL)?[ \t]*[;\r\n]/;
const OUR_NAME = /"format"\s*:\s*"rehearsal-(steps|journey)"/;
/** A clip whose beginning is missing still has these. */
const OUR_PARTS = [/"kind"\s*:\s*"[a-z]+"/, /"(links|layout)"\s*:\s*\{/];

/** Why a text that cannot be read as steps cannot: what it is instead, or what it was meant to be, and what to do. */
export function refusalOf(text: string): Problem {
  if (text.trim() === '') return empty;
  if (FLOWCHART.test(text.slice(0, OPENING))) return flowchart;
  const isOurs = OUR_NAME.test(text.slice(0, OPENING)) || OUR_PARTS.every((part) => part.test(text));
  if (!isOurs) return plainText;
  if (isTooDeep(text)) return tooDeep;
  const { offset, expected } = findSyntaxFault(text) ?? { offset: 0, expected: 'the beginning of the steps' };
  const { line, column } = lineAndColumn(text, offset);
  const found = offset >= text.length ? 'the text ends' : `there is “${text[offset] ?? ''}”`;
  return damaged(`at line ${line}, column ${column} ${found} where ${expected} should be`, { line, column });
}

/** What the format of journeys says of a clip, in the words of whoever pasted it. */
export function clipRefusal({ code, words, path, values }: Problem): Problem {
  if (code === 'newer-version') return newer(Number(values['version']));
  // The first sentence says what is wrong; the others speak of a file.
  const [what = words] = words.split(/(?<=[.])\s/);
  const about = what.replace(/[.]$/, '');
  return { ...damaged(about, values), ...(path !== undefined && { path }) };
}

/** Before anything walks through it. */
export function isTooDeep(text: string): boolean {
  return tooDeepAt(text, MAX_DEPTH) !== undefined;
}

export const tooDeep = damaged('it nests lists and objects deeper than any journey does', {});

function damaged(what: string, values: Problem['values']): Problem {
  const words = `The clipboard was meant to hold steps, but they are damaged: ${what}. Copy the steps again and paste them. Nothing was changed.`;
  return { code: 'damaged-steps', severity: 'error', words, values };
}

function newer(version: number): Problem {
  return {
    code: 'newer-steps',
    severity: 'error',
    words: `These steps were copied in a newer Rehearsal: their format is version ${version}, this one reads up to ${NEWEST_VERSION}. Reload this page to have the newer one, then paste again. Nothing was changed.`,
    values: { version, newest: NEWEST_VERSION },
  };
}

const empty: Problem = {
  code: 'empty-clipboard',
  severity: 'error',
  words:
    'The clipboard holds no text. Select steps on a canvas and copy them with Ctrl+C, then paste them here.',
  values: {},
};

const plainText: Problem = {
  code: 'not-steps',
  severity: 'error',
  words:
    'The clipboard holds no steps, but other text. What can be pasted here are steps copied on a canvas with Ctrl+C, and the text of a journey file. Nothing was changed.',
  values: {},
};

const flowchart: Problem = {
  code: 'flowchart-pasted',
  severity: 'error',
  words:
    'The clipboard holds a Mermaid flowchart, which becomes a journey of its own: choose “Paste a Mermaid flowchart” under “Export and more”. Nothing was changed.',
  values: {},
};
