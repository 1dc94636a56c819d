import type { Doubt } from '../doubt.ts';
import { textAt } from './keptDocument.ts';
import type { PieceDoubt } from './reading.ts';
import { type Body, FILE_NAMES, type Resources } from './types.ts';

type Lacked = NonNullable<PieceDoubt['lacks']>;

export interface MissingFiles {
  /** One for all that the files would have said; undefined: no file is missing. */
  readonly doubt: Doubt | undefined;
  /** Whether a doubt is only about what is in them. */
  readonly explains: (doubt: PieceDoubt) => boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The body of a request goes with those of what it names by UUID. Where none of a kind is there and two or more are named, the file of
 * that kind was not chosen: that is one doubt, not one for each of them.
 */
export function missingFiles(doubts: readonly PieceDoubt[], body: Body, resources: Resources): MissingFiles {
  const lacked = doubts.flatMap(({ lacks }) => (lacks && isFileMissing(lacks, resources) ? [lacks] : []));
  const named = KINDS.flatMap((kind) => {
    const ids = new Set(lacked.flatMap((lacks) => (lacks.kind === kind ? [lacks.id] : [])));
    return ids.size > 0 ? [{ kind, count: ids.size }] : [];
  });
  const count = named.reduce((sum, one) => sum + one.count, 0);
  if (count < 2 || textAt(body, 'workspaceId') === undefined)
    return { doubt: undefined, explains: () => false };
  return {
    doubt: doubtOf(named),
    explains: ({ lacks }) => lacks !== undefined && isFileMissing(lacks, resources),
  };
}

function isFileMissing({ kind, id }: Lacked, resources: Resources): boolean {
  return resources[kind].length === 0 && UUID.test(id);
}

const KINDS = ['userProperties', 'templates', 'segments'] as const;

const WORDS: Readonly<Record<Lacked['kind'], readonly [one: string, several: string, instead: string]>> = {
  userProperties: ['user property', 'user properties', 'dates are columns called by these ids'],
  templates: ['template', 'templates', 'messages have no text'],
  segments: [
    'segment',
    'segments',
    'everyone comes in, tags that nobody has stand for segments, and who waits for one waits to the end',
  ],
};

function doubtOf(named: readonly { readonly kind: Lacked['kind']; readonly count: number }[]): Doubt {
  const what = named.map(({ kind, count }) => `${count} ${WORDS[kind][count === 1 ? 0 : 1]}`);
  const names = named.map(({ kind }) => `“${FILE_NAMES[kind]}”`);
  const instead = named.map(({ kind }) => WORDS[kind][2]);
  return {
    code: 'dittofeed-files-missing',
    words: `The journey names ${what.join(', ')} that stand in files of their own. Choose ${names.join(', ')} (as Rehearsal calls them) together with it. Without them ${instead.join('; ')}.`,
    values: Object.fromEntries(named.map(({ kind, count }) => [kind, count])),
  };
}
