/**
 * Older documents become the newest shape one version at a time, before the schema sees them.
 *
 * When the shape changes for the first time: raise `version` in `journey.ts` and `schema.ts` to 2, write
 * `migrations/0001-what-changed.ts` with one `Migration`, put it first in `MIGRATIONS`, keep a file of the old shape in
 * `test/journey/migrations/`, and publish `public/schema/journey-2.json` beside the old one. A migration gets a value that was
 * only checked to be an object with that version: it must take care of what it touches and leave the rest alone.
 */
export type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** `MIGRATIONS[n − 1]` takes version n to version n + 1. */
const MIGRATIONS: readonly Migration[] = [];

export const NEWEST_VERSION = MIGRATIONS.length + 1;

export function migrate(
  document: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  return MIGRATIONS.slice(version - 1).reduce((current, step) => step(current), document);
}
