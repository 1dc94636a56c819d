import { parseCommand, type Command } from './arguments.ts';
import { exportJourney } from './export.ts';
import { importJourney } from './importJourney.ts';
import { HELP } from './help.ts';
import { Refusal, sentenceOf } from './refusal.ts';
import { simulate } from './simulate.ts';
import { validate } from './validate.ts';

async function main(words: readonly string[]): Promise<number> {
  try {
    const { text, exitCode, remarks = [] } = await perform(parseCommand(words));
    for (const remark of remarks) process.stderr.write(`${remark}\n`);
    process.stdout.write(text);
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

interface Done {
  readonly text: string;
  readonly exitCode: number;
  /** For standard error. */
  readonly remarks?: readonly string[];
}

async function perform(command: Command): Promise<Done> {
  switch (command.command) {
    case 'simulate':
      return { text: await simulate(command), exitCode: 0 };
    case 'validate':
      return validate(command);
    case 'export':
      return { ...(await exportJourney(command)), exitCode: 0 };
    case 'import':
      return { ...(await importJourney(command)), exitCode: 0 };
    case 'help':
      return { text: HELP, exitCode: 0 };
  }
}

/** A sentence, never a stack: what was refused, or that this program is at fault. */
function explain(error: unknown): number {
  const refused = error instanceof Refusal;
  const words = refused ? error.message : `this is a fault of the program: ${sentenceOf(error)}`;
  process.stderr.write(`rehearse: ${words}\n`);
  return refused ? error.exitCode : 1;
}

// Whoever reads our output may stop early (`| head`); that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
