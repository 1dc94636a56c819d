import { Position as Side, type Edge, type Node } from '@xyflow/react';
import type { LucideIcon } from 'lucide-react';
import type { AudienceSchema } from '../../../src/audience/audience.ts';
import type { Report } from '../../../src/analytics/report.ts';
import {
  CARD_WIDTH,
  cardHeight,
  IN_PORT_Y,
  outPortY,
} from '../../../src/features/edit-journey/cardLayout.ts';
import { exitLabel } from '../../../src/legend/exitLabel.ts';
import { familyColour, iconOf } from '../../../src/legend/kindLook.ts';
import {
  indexReport,
  stepFigures,
  type ReportIndex,
  type StepFigures,
} from '../../../src/features/edit-journey/stepFigures.ts';
import { stepSummary } from '../../../src/legend/stepSummary.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../src/i18n/useFormat.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { CONVERSION_BENCHMARKS } from '../../../src/state/conversionBenchmarks.ts';

export interface Exit {
  readonly id: string;
  readonly name: string;
  readonly share: string;
  readonly y: number;
}

/** All words of a card, put together before React Flow begins. */
export interface CardText extends Record<string, unknown> {
  readonly icon: LucideIcon;
  readonly colour: string;
  readonly name: string;
  readonly summary: string;
  readonly people: string;
  readonly rate: string;
  readonly exits: readonly Exit[];
  readonly leadsIn: boolean;
  readonly doubted: boolean;
}

export type CardNode = Node<CardText, 'card'>;

export interface Picture {
  readonly nodes: CardNode[];
  readonly edges: Edge[];
}

const t = i18n.t;
const format = formatsFor('en');

/** The journey as React Flow's documentation would have it: plain nodes and edges with the words that the app's cards show. */
export function picture(journey: Journey, report: Report, schema: AudienceSchema): Picture {
  const index = indexReport(report);
  const problems = findProblems(journey, {
    schema,
    policies: NO_POLICIES,
    conversions: CONVERSION_BENCHMARKS,
  });
  const doubted = new Set(problems.map(({ step }) => step));
  const steps = Object.entries(journey.steps) as [StepId, Step][];
  return {
    nodes: steps.map(([id, step]) => node(id, step, { journey, index, doubted })),
    edges: Object.entries(journey.links).flatMap(([from, exits]) =>
      Object.entries(exits).map(([exit, to]) => ({
        id: `${from}.${exit}`,
        source: from,
        sourceHandle: exit,
        target: to,
        targetHandle: 'in',
      })),
    ),
  };
}

interface About {
  readonly journey: Journey;
  readonly index: ReportIndex;
  readonly doubted: ReadonlySet<StepId | undefined>;
}

function node(id: StepId, step: Step, { journey, index, doubted }: About): CardNode {
  const figures = stepFigures(id, step, index, t);
  const size = { width: CARD_WIDTH, height: cardHeight(step) };
  return {
    id,
    type: 'card',
    position: journey.layout[id]!,
    ...size,
    measured: size,
    handles: [
      ...(step.kind === 'entry'
        ? []
        : [
            {
              id: 'in',
              type: 'target' as const,
              position: Side.Left,
              x: 0,
              y: IN_PORT_Y,
              width: 0,
              height: 0,
            },
          ]),
      ...exitsOf(step).map((exit, at) => ({
        id: exit,
        type: 'source' as const,
        position: Side.Right,
        x: CARD_WIDTH,
        y: outPortY(step, at),
        width: 0,
        height: 0,
      })),
    ],
    data: {
      icon: iconOf(step),
      colour: familyColour(step),
      name: step.name,
      summary: stepSummary(step, { t, format, currency: journey.settings.currency }),
      ...ratesOf(figures),
      exits: exitsOf(step).map((exit, at) => ({
        id: exit,
        name: exitLabel(step, exit, t),
        share: shareOf(figures, exit),
        y: outPortY(step, at),
      })),
      leadsIn: step.kind !== 'entry',
      doubted: doubted.has(id),
    },
  };
}

function ratesOf(figures: StepFigures | undefined): Pick<CardText, 'people' | 'rate'> {
  if (!figures) return { people: '', rate: '' };
  const { entered, rate } = figures;
  return {
    people: t('editJourney.card.in', { people: format.compact(entered) }),
    rate: rate
      ? t(`editJourney.rate.${rate.words}`, {
          rate: format.rate(rate.part / rate.whole),
          branch: rate.branch ?? '',
        })
      : '',
  };
}

function shareOf(figures: StepFigures | undefined, exit: string): string {
  const people = figures?.exits[exit];
  const left = Object.values(figures?.exits ?? {}).reduce((total, count) => total + count, 0);
  return people === undefined || left === 0 ? '' : format.rate(people / left);
}
