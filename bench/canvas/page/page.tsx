import '../../../src/trustedTypes.ts';
import '@fontsource-variable/inter/wght.css';
import '@xyflow/react/dist/style.css';
import './plain.css';
import { createRoot } from 'react-dom/client';
import type { Viewport } from '@xyflow/react';
import { parseJourney } from '../../../src/journey/format.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { Simulator } from '../../../src/runtime/simulator.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS, SAMPLE_CONTACTS } from '../../../src/state/workspace.ts';
import { picture } from './picture.ts';
import { PlainFlow } from './PlainFlow.tsx';

/** What the benchmark asks of this page: a journey, where the other page's canvas stands, and what it shows of it. */
interface Asked {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly viewport: Viewport;
  /** The wait that the box beside the canvas changes. */
  readonly edited: string;
}

declare global {
  interface Window {
    /** Resolves when the journey was handed to React Flow, with the figures of one forecast as the app would show them. */
    show: (asked: Asked) => Promise<void>;
  }
}

const root = createRoot(document.getElementById('root')!);

window.show = async ({ text, box, viewport, edited }) => {
  const parsed = parseJourney(text);
  if (!parsed.ok) throw new Error('the journey cannot be read');
  const simulator = new Simulator({ loadAudience: () => Promise.resolve(undefined), cores: 1 });
  const outcome = await simulator.forecast({
    journey: parsed.journey,
    audience: { kind: 'sample', rows: SAMPLE_CONTACTS },
    contacts: FORECAST_CONTACTS,
    seed: DEFAULT_SEED,
    calibration: {},
    policies: NO_POLICIES,
  });
  if (!outcome?.ok) throw new Error('no forecast');
  root.render(
    <PlainFlow {...picture(parsed.journey, outcome.report)} box={box} viewport={viewport} edited={edited} />,
  );
};
