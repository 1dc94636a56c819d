/** What Journey Builder calls its boxes and the ways out of them, as far as we write them. Keys are ours to choose; ids are the server's. */
export interface Outcome {
  readonly key: string;
  /** Key of the next activity; null: contacts leave the journey. */
  readonly next: string | null;
  readonly arguments: Json;
  readonly metaData: Json;
}

export interface Activity {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly outcomes: readonly Outcome[];
  readonly arguments: Json;
  readonly configurationArguments: Json;
  readonly metaData: Json;
}

export type Json = Readonly<Record<string, unknown>>;

/** Whoever no criterion takes. */
export const REMAINDER = 'remainder_path';

/** What an engagement split can ask of an e-mail. */
export const STATISTICS = { opened: 2, clicked: 3, bounced: 6 } as const;
export type Statistic = keyof typeof STATISTICS;

/** The platform's own number for a kind of answer. */
export function statisticOf(id: number): Statistic | undefined {
  return (Object.keys(STATISTICS) as Statistic[]).find((name) => STATISTICS[name] === id);
}
