import type { TFunction } from 'i18next';
import { MODELS } from '../../../analytics/attribution/attribute.ts';
import type { Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import type { TableOfChart } from '../../../charts/ChartTable.tsx';
import { isKnown, type Credits, type CreditRow } from './creditRows.ts';

const BOUNDS = ['value', 'low', 'high'] as const;

interface PictureWords {
  readonly credited: Credited;
  readonly nameOf: (claimant: string) => string;
  readonly print: (value: number) => string;
}

/** The figures of the picture, to be read and taken along: true lift and every credit, each with both ends of its interval. */
export function pictureTable(
  credits: Credits,
  t: TFunction,
  { credited, nameOf, print }: PictureWords,
): TableOfChart {
  const figures = [
    { key: 'lift', header: t('attribution.column.lift') },
    ...MODELS.map((model) => ({ key: model, header: t(`attribution.model.${model}`) })),
  ];
  return {
    caption: t('attribution.title'),
    columns: [
      { key: 'name', header: t(`attribution.column.claimant.${credited}`) },
      ...figures.flatMap(({ key, header }) =>
        BOUNDS.map((bound) => ({
          key: `${key}.${bound}`,
          header: bound === 'value' ? header : t(`attribution.bound.${bound}`, { of: header }),
          align: 'end' as const,
          print,
        })),
      ),
    ],
    rows: [
      ...credits.rows.map((row) => ({ name: nameOf(row.claimant), ...cellsOf(row) })),
      { name: t('attribution.row.unclaimed'), ...cellsOf(unclaimedRow(credits)) },
      { name: t('attribution.row.total'), ...cellsOf(totalRow(credits)) },
    ],
  };
}

/** What no model gives to anybody. */
function unclaimedRow({ unclaimed }: Credits): CreditRow {
  return { claimant: '', credits: byModel(unclaimed), truth: undefined };
}

/** All of it, beside what all messages together bring. */
function totalRow({ total, joint }: Credits): CreditRow {
  return { claimant: '', credits: byModel({ value: total, low: total, high: total }), truth: joint };
}

function byModel(credit: Estimate): CreditRow['credits'] {
  return Object.fromEntries(MODELS.map((model) => [model, credit] as const)) as CreditRow['credits'];
}

function cellsOf({ credits, truth }: CreditRow): Readonly<Record<string, number | undefined>> {
  const cells = BOUNDS.flatMap((bound) => [
    [`lift.${bound}`, isKnown(truth) ? truth.by[bound] : undefined] as const,
    ...MODELS.map((model) => [`${model}.${bound}`, credits[model][bound]] as const),
  ]);
  return Object.fromEntries(cells);
}
