import type { Translate } from '../../../i18n/i18n.ts';
import type { ActualRow } from './readActual.ts';

/** Places that a sentence has room for. */
const MOST = 3;

interface Repeated {
  readonly name: string;
  /** The lines of the file by day. */
  readonly days: Map<string, (number | undefined)[]>;
}

/** Lines of one name and day are added up, which is right of an export by variant and wrong of a file pasted twice: it is told. */
export class Repeats {
  private readonly byKey = new Map<string, Repeated>();

  add({ key, name }: { readonly key: string; readonly name: string }, { day, line }: ActualRow): void {
    const known = this.byKey.get(key) ?? { name, days: new Map<string, number[]>() };
    this.byKey.set(key, known);
    const lines = known.days.get(day) ?? [];
    known.days.set(day, lines);
    lines.push(line);
  }

  /** A sentence for each name. */
  words(t: Translate): readonly string[] {
    return [...this.byKey.values()].flatMap(({ name, days }) => {
      const twice = [...days].filter(([, lines]) => lines.length > 1);
      if (twice.length === 0) return [];
      const told = twice.slice(0, MOST).map(([day, lines]) => placeWords(day, lines, t));
      const places = told.join('; ');
      return [
        t('actual.problems.twice', {
          count: twice.length,
          line: name,
          places: twice.length > MOST ? t('actual.problems.twiceMore', { places }) : places,
        }),
      ];
    });
  }
}

function placeWords(day: string, lines: readonly (number | undefined)[], t: Translate): string {
  const known = lines.filter((line) => line !== undefined);
  return known.length < lines.length
    ? t('actual.problems.twicePlaceUnknown', { day })
    : t('actual.problems.twicePlace', { day, lines: known.join(', ') });
}
