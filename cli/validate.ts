import { findProblems } from '../src/journey/problems.ts';
import type { Problem } from '../src/journey/problem.ts';
import type { ValidateCommand } from './arguments.ts';
import { parseJourneyFile, problemLine } from './readJourneyFile.ts';
import { printable, Refusal } from './refusal.ts';

/** What was found in one file. */
interface Verdict {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}

/** Looks journeys through. Answers what to print, and 1 when one of them has an error. */
export async function validate({
  files,
  json,
}: ValidateCommand): Promise<{ readonly text: string; readonly exitCode: 0 | 1 }> {
  const verdicts: Verdict[] = [];
  for (const file of files) verdicts.push(await judge(file));
  const failed = verdicts.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return { text: json ? asJson(verdicts) : asLines(verdicts), exitCode: failed ? 1 : 0 };
}

async function judge(file: string): Promise<Verdict> {
  try {
    const parsed = await parseJourneyFile(file);
    const journey = parsed.ok ? parsed.journey : undefined;
    const problems = parsed.ok ? findProblems(parsed.journey) : parsed.problems;
    return {
      file,
      problems,
      lines: problems.map((problem) => `${problem.severity}: ${problemLine(file, problem, journey)}`),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem: Problem = { code: 'unreadable-file', severity: 'error', words: error.message, values: {} };
    return { file, problems: [problem], lines: [`error: ${error.message}`] };
  }
}

function asLines(verdicts: readonly Verdict[]): string {
  return verdicts
    .flatMap(({ file, lines }) => (lines.length > 0 ? lines : [`${printable(file)}: no problems found`]))
    .map((line) => `${line}\n`)
    .join('');
}

function asJson(verdicts: readonly Verdict[]): string {
  const files = verdicts.map(({ file, problems }) => ({
    file,
    problems: problems.map(({ code, path, severity, step, words }) => ({
      code,
      path,
      severity,
      step,
      words,
    })),
  }));
  return `${JSON.stringify({ files }, undefined, 2)}\n`;
}
