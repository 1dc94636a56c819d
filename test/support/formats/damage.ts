import { expect, test } from 'vitest';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { testWithShared } from '../shared.ts';

/** What is wrong with files, by a verifier that knows nothing of the exporter; empty: nothing. */
export type Verifier = (files: readonly ExchangeFile[]) => readonly string[] | Promise<readonly string[]>;

export type Damage = (files: ExchangeFile[]) => ExchangeFile[];

/** A test for each damage: files that were right are noticed to be wrong. At least ten kinds must be tried. */
export function damagesAreNoticed(
  verify: Verifier,
  files: () => Promise<readonly ExchangeFile[]>,
  damages: Readonly<Record<string, Damage>>,
): void {
  test('at least ten kinds of damage are tried, on files that are right', async () => {
    expect(Object.keys(damages).length).toBeGreaterThanOrEqual(10);
    expect(await verify(await files())).toEqual([]);
  });
  test.each(Object.entries(damages))('the verifier notices: %s', (_, damage) =>
    notices(verify, files, damage),
  );
}

/** Damages that only a platform's own schema knows, which lies at `path` below `../shared`; where it is absent they are skipped. */
export function damagesAreNoticedBy(
  path: string,
  verify: Verifier,
  files: () => Promise<readonly ExchangeFile[]>,
  damages: Readonly<Record<string, Damage>>,
): void {
  for (const [what, damage] of Object.entries(damages))
    testWithShared(`the verifier notices: ${what}`, path, () => notices(verify, files, damage));
}

async function notices(
  verify: Verifier,
  files: () => Promise<readonly ExchangeFile[]>,
  damage: Damage,
): Promise<void> {
  const right = await files();
  const broken = damage(right.map((file) => ({ ...file })));
  expect(broken).not.toEqual(right);
  expect((await verify(broken)).length).toBeGreaterThan(0);
}

/** A damage of a JSON file. `change` gets the parsed value, may write into it, and may return another. */
export function inJson(
  // A damage reaches anywhere into a value of any shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  change: (value: any) => unknown,
  index = 0,
): (files: ExchangeFile[]) => ExchangeFile[] {
  return (files) =>
    files.map((file, at) => {
      if (at !== index) return file;
      const value = JSON.parse(file.text) as unknown;
      return { ...file, text: JSON.stringify(change(value) ?? value) };
    });
}
