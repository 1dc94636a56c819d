import '../../../src/trustedTypes.ts';
import '@fontsource-variable/inter/wght.css';
import '@xyflow/react/dist/style.css';
import './plain.css';
import { createRoot } from 'react-dom/client';
import type { Viewport } from '@xyflow/react';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days } from '../../../src/journey/units.ts';
import { Simulator } from '../../../src/runtime/simulator.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS, SAMPLE_CONTACTS } from '../../../src/state/workspace.ts';
import { picture, type Picture } from './picture.ts';
import { PlainFlow } from './PlainFlow.tsx';

/** What the benchmark asks of this page: a journey, where the other page's canvas stands, and what it shows of it. */
interface Asked {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly viewport: Viewport;
  /** The wait that the box beside the canvas changes. */
  readonly edited: StepId;
}

declare global {
  interface Window {
    /** Resolves when the journey was handed to React Flow, with the figures of one forecast as the app would show them. */
    show: (asked: Asked) => Promise<void>;
  }
}

const SAMPLE = { kind: 'sample', rows: SAMPLE_CONTACTS } as const;
const root = createRoot(document.getElementById('root')!);

window.show = async ({ text, box, viewport, edited }) => {
  const parsed = parseJourney(text);
  if (!parsed.ok) throw new Error('the journey cannot be read');
  const { journey } = parsed;
  const simulator = new Simulator({ loadAudience: () => Promise.resolve(undefined), cores: 1 });
  const drawn = await pictureOf(simulator, journey);
  const days = daysOf(journey, edited);
  // An edit changes the figures of all cards. What the box can be told is forecast beforehand: that is no part of drawing.
  const answers = new Map([[`${days}`, drawn.nodes]]);
  const typed = Number(`${days}5`);
  answers.set(`${typed}`, (await pictureOf(simulator, withDays(journey, edited, typed))).nodes);
  root.render(
    <PlainFlow {...drawn} box={box} viewport={viewport} edited={edited} days={days} answers={answers} />,
  );
};

async function pictureOf(simulator: Simulator, journey: Journey): Promise<Picture> {
  const outcome = await simulator.forecast({
    journey,
    audience: SAMPLE,
    contacts: FORECAST_CONTACTS,
    seed: DEFAULT_SEED,
    calibration: {},
    policies: NO_POLICIES,
  });
  if (!outcome?.ok) throw new Error('no forecast');
  return picture(journey, outcome.report, await simulator.schema(SAMPLE));
}

function daysOf({ steps }: Journey, id: StepId): number {
  const step = steps[id];
  if (step?.kind !== 'wait' || step.until.type !== 'duration')
    throw new Error('the step is no wait of some days');
  return step.until.minutes / days(1);
}

function withDays(journey: Journey, id: StepId, count: number): Journey {
  const wait = { ...journey.steps[id], kind: 'wait' as const, name: journey.steps[id]?.name ?? '' };
  const step: Step = { ...wait, until: { type: 'duration', minutes: days(count) } };
  return { ...journey, steps: { ...journey.steps, [id]: step } };
}
