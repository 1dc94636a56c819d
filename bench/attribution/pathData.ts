import { existsSync, readFileSync } from 'node:fs';
import { pathsOfRows, type CreditPaths } from '../../src/analytics/attribution/creditPaths.ts';

/** Data and figures of others, beside the project and not part of it. */
export const SHARED = '../shared';

export function isThere(file: string): boolean {
  return existsSync(`${SHARED}/${file}`);
}

export function readReference(name: string): unknown {
  return JSON.parse(readFileSync(`${SHARED}/reference/attribution/${name}.json`, 'utf8'));
}

/** The sample data of the R package ChannelAttribution: `"a > b",conversions,value,nulls`. */
export function parsePathData(text: string): CreditPaths {
  const lines = text.split('\n').slice(1);
  return pathsOfRows(
    lines.flatMap((line) => {
      const [, path, conversions, value, nulls] = /^"([^"]*)",([^,]+),([^,]+),([^,\r]+)/.exec(line) ?? [];
      if (path === undefined) return [];
      return [
        {
          path: path.split(' > '),
          conversions: Number(conversions),
          value: Number(value),
          nulls: Number(nulls),
        },
      ];
    }),
  );
}

export function readPathData(): CreditPaths {
  return parsePathData(readFileSync(`${SHARED}/data/PathData.csv`, 'utf8'));
}
