import { createJourney } from '../../journey/createJourney.ts';
import { readJourney } from '../../journey/format.ts';
import { journeyId, type StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { readJsonText } from '../../journey/jsonFile.ts';
import type { Problem } from '../../journey/problem.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Doubt } from '../doubt.ts';
import { isObject } from '../kept.ts';
import type { Remark } from './chart/flowchart.ts';

export interface SaidStep {
  readonly id: StepId;
  readonly step: Step;
  readonly line: number;
}

/** What comments of ours say beside the drawing. */
export interface Said {
  readonly journey?: Pick<Journey, 'name' | 'luckId' | 'brief' | 'settings'>;
  /** By the ids of their boxes. */
  readonly steps: ReadonlyMap<string, SaidStep>;
}

export const NOTHING_SAID: Said = { steps: new Map() };

type Warn = (doubt: Doubt) => void;

/** Whether the file begins as ours do and does not end so: what is missing cannot be known. */
export function isCutShort(remarks: readonly Remark[]): boolean {
  const has = (text: string) => remarks.some((remark) => remark.text === text);
  return has('begin') && !has('end');
}

const LINE = { name: 'journey', mostMegabytes: 10, mostDepth: 64 } as const;
const EMPTY: Journey = {
  ...createJourney({
    id: journeyId('imported'),
    luckId: 'imported',
    name: '',
    start: '2026-03-02T08:00:00Z',
  }),
  steps: {},
  links: {},
  layout: {},
};

/** Every line is held against the journey's own schema; one that does not fit is warned of and not used. */
export function readRemarks(remarks: readonly Remark[], warn: Warn): Said {
  const head = remarks.find(({ text }) => text.startsWith('settings '));
  const document = head ? readHead(head, warn) : EMPTY;
  if (!document) return NOTHING_SAID;
  const steps = new Map<string, SaidStep>();
  const ids = new Set<StepId>();
  for (const remark of remarks) {
    if (remark === head || remark.text === 'begin' || remark.text === 'end') continue;
    const [, box = '', json] = /^step (\S+) (.*)$/u.exec(remark.text) ?? [];
    if (json === undefined) {
      warn(doubtOf(remark, 'unknown-line', 'says nothing that is known here, and was left out'));
      continue;
    }
    const said = readStep(remark, json, box, warn);
    if (!said) continue;
    if (steps.has(box) || ids.has(said.id))
      warn(doubtOf(remark, 'line-twice', `speaks of “${box.slice(0, 64)}” once more, and was left out`));
    else steps.set(box, said);
    ids.add(said.id);
  }
  return { steps, ...(head && { journey: document }) };
}

/** Undefined: it cannot be known what the other lines mean. */
function readHead(remark: Remark, warn: Warn): Journey | undefined {
  const value = jsonOf(remark, remark.text.slice('settings '.length), warn);
  if (value === undefined) return EMPTY;
  const read = readJourney({ ...EMPTY, ...value });
  if (read.ok) return read.journey;
  warn(damaged(remark, 'the settings', read.problems[0]));
  return read.problems.some(({ code }) => code === 'newer-version') ? undefined : EMPTY;
}

function readStep(remark: Remark, json: string, box: string, warn: Warn): SaidStep | undefined {
  const value = jsonOf(remark, json, warn);
  if (value === undefined) return undefined;
  const { id = box, ...step } = value;
  const key = typeof id === 'string' ? id : '';
  const read = readJourney({ ...EMPTY, steps: { [key]: step } });
  if (!read.ok) {
    warn(damaged(remark, `the box “${box.slice(0, 64)}”`, read.problems[0]));
    return undefined;
  }
  const [entry] = Object.entries(read.journey.steps) as [StepId, Step][];
  return entry && { id: entry[0], step: entry[1], line: remark.line };
}

function jsonOf(remark: Remark, json: string, warn: Warn): Readonly<Record<string, unknown>> | undefined {
  const read = readJsonText(json, LINE);
  if (read.ok && isObject(read.value)) return read.value;
  warn(
    doubtOf(remark, 'line-damaged', 'is not whole: what it says was left out, and the drawing alone is read'),
  );
  return undefined;
}

function damaged(remark: Remark, what: string, problem: Problem | undefined): Doubt {
  const reason = problem?.words ?? '';
  return doubtOf(remark, 'line-damaged', `says of ${what} what cannot be, and was left out. ${reason}`);
}

function doubtOf({ line, text }: Remark, code: string, what: string): Doubt {
  const begin = text.slice(0, 30);
  return {
    code: `mermaid-${code}`,
    words: `The comment “rehearsal:${begin}…” in line ${line} ${what}${what.endsWith('.') ? '' : '.'}`,
    values: { line },
    path: `line ${line}`,
  };
}
