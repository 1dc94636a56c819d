import { fileFault } from '../../journey/jsonFile.ts';
import type { ExitName } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Doubt } from '../doubt.ts';
import { idOf, type Plain, plainIn, plainsIn, textIn } from './plain.ts';
import { nameOf } from './readName.ts';
import { extensionIn } from './sheet.ts';

/** A step that was read from elements of a process. */
export interface ReadStep {
  readonly step: Step;
  /** What contacts come to first, then what belongs to it. */
  readonly elements: readonly Plain[];
  /** The flow that each exit leaves by. */
  readonly exits: ReadonlyMap<ExitName, Plain>;
  readonly doubts: readonly Doubt[];
  /** What is kept of it for the way back. */
  readonly raw?: unknown;
}

/** What an element of another tool is read as. */
export interface Foreign {
  readonly step: Step;
  readonly doubts?: readonly Doubt[];
  /** Absent: the element alone, and its arrow by the first exit. */
  readonly elements?: readonly Plain[];
  readonly exits?: ReadonlyMap<ExitName, Plain>;
}

export type Reading =
  { readonly ok: true; readonly read: ReadStep } | { readonly ok: false; readonly problem: Problem };

export function unread(code: string, words: string, element: Plain): Reading {
  return { ok: false, problem: { ...fileFault(code, words), path: idOf(element) } };
}

/** Contacts are in one place: what sends them two ways at once cannot be read. */
export function twoWays(element: Plain): Reading {
  const name = clip(nameOf(element));
  return unread(
    'two-ways-at-once',
    `“${name}” (${element.$type.replace('bpmn:', '')}) goes several ways at once, and a contact is in one place. Draw one way after the other.`,
    element,
  );
}

export function doubt(element: Plain, code: string, words: string): Doubt {
  return { code, words, values: { name: clip(nameOf(element)) }, path: idOf(element) };
}

/** What an element of a step is for: `answer`, `clicked`, `end`. */
export function roleOf(element: Plain | undefined): string | undefined {
  return element && textIn(extensionIn(element, 'rehearsal:Part'), 'role');
}

export function conditionText(flow: Plain): string | undefined {
  const text = textIn(plainIn(flow, 'conditionExpression'), 'body')?.trim();
  return text === '' ? undefined : text;
}

/** Characters of a step's note. */
export const LONGEST_NOTE = 10_000;

export function documentationOf(element: Plain): string | undefined {
  const text = textIn(plainsIn(element, 'documentation')[0], 'text');
  return text === undefined || text.trim() === '' ? undefined : text;
}
