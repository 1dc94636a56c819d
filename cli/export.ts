import type { ExchangeFile, ExportOptions, Fit } from '../src/journey/portability.ts';
import { serializeJourney } from '../src/journey/serializeJourney.ts';
import type { Journey } from '../src/journey/journey.ts';
import { fileNameOf } from '../src/exchange/fileNameOf.ts';
import { PLATFORMS } from '../src/exchange/platforms.ts';
import { isSheetPlatform, SHEETS } from '../src/exchange/sheets/sheets.ts';
import { writeSheet } from '../src/exchange/sheets/writeSheet.ts';
import type { ExportCommand } from './arguments.ts';
import { problemLine, readJourneyFile } from './readJourneyFile.ts';
import { printable, Refusal } from './refusal.ts';
import { readAnswers, readPolicies } from './settings.ts';
import { unknownAnswers } from './unknownAnswers.ts';
import { writeFiles } from './writeFiles.ts';

/** What goes to standard output, and the lines about it for standard error. */
export interface Told {
  readonly text: string;
  readonly remarks: readonly string[];
}

/** A journey in another format. One file is printed, or written to `out`; several need a folder to be written to. */
export async function exportJourney(command: ExportCommand): Promise<Told> {
  const { file, to, out } = command;
  const journey = await readJourneyFile(file);
  const { files, remarks } = await filesOf(journey, command);
  const [only] = files;
  if (out !== undefined) {
    const written = await writeFiles(files, out, [file]);
    return { text: '', remarks: [...remarks, ...written.map((path) => `written: ${path}`)] };
  }
  if (only && files.length === 1) return { text: only.text, remarks };
  throw new Refusal(
    `${to} takes ${files.length} files: ${files.map(({ name }) => name).join(', ')}. Say with --out which folder they go to.`,
    2,
  );
}

interface Made {
  readonly files: readonly ExchangeFile[];
  readonly remarks: readonly string[];
}

async function filesOf(journey: Journey, command: ExportCommand): Promise<Made> {
  const { file, to, answers, policies } = command;
  const options: ExportOptions = {
    ...(answers !== undefined && { answers: await readAnswers(answers) }),
    ...(policies !== undefined && { policies: await readPolicies(policies) }),
  };
  const unused = (blanks: readonly string[]) =>
    warningLines(command, unknownAnswers(options.answers ?? {}, blanks), journey);
  if (to === 'json') return { files: [ownFile(journey)], remarks: unused([]) };
  if (isSheetPlatform(to)) {
    const made = (await SHEETS[to].load())(journey, options);
    if (!made.ok) throw refused(file, made.problems, journey);
    const sheet = {
      name: fileNameOf(journey.name, `.${to}.md`),
      type: 'text/markdown',
      text: writeSheet(made.sheet),
    };
    return {
      files: [sheet],
      remarks: [
        ...fitLines(made.fits, journey),
        ...warningLines(command, made.warnings, journey),
        ...unused([]),
      ],
    };
  }
  const made = await (await PLATFORMS[to].load()).export(journey, options);
  if (!made.ok) throw refused(file, made.problems, journey);
  const blanks = made.blanks.flatMap(({ id, what, value, filled }) =>
    filled ? [] : [`fill in: ${what}: “${value}” stands for it (${id})`],
  );
  const remarks = [
    ...fitLines(made.fits, journey),
    ...warningLines(command, made.warnings, journey),
    ...unused(made.blanks.map(({ id }) => id)),
    ...blanks,
  ];
  return { files: made.files, remarks: remarks.map(printable) };
}

function ownFile(journey: Journey): ExchangeFile {
  return {
    name: fileNameOf(journey.name, '.journey.json'),
    type: 'application/json',
    text: serializeJourney(journey),
  };
}

type Problems = Parameters<typeof problemLine>[1][];

function refused(file: string, problems: readonly Problems[number][], journey: Journey): Refusal {
  return new Refusal(problems.map((problem) => problemLine(file, problem, journey)).join('\n'), 1);
}

/** One line for everything that does not go along as it is. */
function fitLines(fits: readonly Fit[], journey: Journey): readonly string[] {
  return fits.flatMap(({ fit, step, words }) => {
    if (fit === 'native') return [];
    const name =
      step === undefined ? 'the whole journey' : `step “${journey.steps[step]?.name ?? step}” (${step})`;
    return [printable(`${fit}: ${name}: ${words}`)];
  });
}

/** Doubts about answers are about the file that has them. */
function warningLines(
  { file, answers = file }: ExportCommand,
  warnings: readonly Problems[number][],
  journey: Journey,
): readonly string[] {
  return warnings.map((warning) => {
    const { blank } = warning.values;
    if (warning.code === 'answer-unknown') return `warning: ${problemLine(answers, warning)}`;
    if (warning.code === 'answer-misfit' && typeof blank === 'string')
      return `warning: ${problemLine(answers, { ...warning, path: blank }, journey)}`;
    return `warning: ${problemLine(file, warning, journey)}`;
  });
}
