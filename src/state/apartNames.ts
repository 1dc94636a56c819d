/** What a journey is called that goes on in this tab alone. `number`, from 1, tells several of one name apart. */
export type NameApart = (name: string, number: number) => string;

/** Where nothing else is said. */
export const numberedApart: NameApart = (name, number) => `${name} (${number + 1})`;

const MOST_APART = 99;

/**
 * How the names of a journey change when it is kept apart: all by the same words, and the present one to a name that is not taken.
 * A name that was kept apart before does not get longer and longer.
 */
export function apartNames(
  present: string,
  taken: readonly string[],
  nameApart: NameApart,
): (name: string) => string {
  const bare = (name: string) => {
    for (let number = 1; number <= MOST_APART; number++) {
      const ending = nameApart('', number);
      if (name.length > ending.length && name.endsWith(ending)) return name.slice(0, -ending.length);
    }
    return name;
  };
  let free = 1;
  while (free < MOST_APART && taken.includes(nameApart(bare(present), free))) free += 1;
  return (name) => nameApart(bare(name), free);
}
