import type { Problem } from '../../journey/problem.ts';

/** A key per problem that it keeps when others come, go or change places: whoever stands in a line stays there. */
export function problemKeys(problems: readonly Problem[]): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map(({ code, step = '', path = '' }) => {
    const what = `${code}.${step}.${path}`;
    const times = seen.get(what) ?? 0;
    seen.set(what, times + 1);
    return `${what}.${times}`;
  });
}
