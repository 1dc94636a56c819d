import template from '../../public/samples/orchestration.journey.json?raw';
import { parseJourney } from '../../src/journey/format.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { Simulator } from '../../src/runtime/simulator.ts';

declare global {
  interface Window {
    /** Makes so many forecasts; answers how long each took from asking to the report, in milliseconds, and its contacts. */
    forecasts: (count: number) => Promise<{ milliseconds: number[]; contacts: number }>;
  }
}

const journey = read();
const simulator = new Simulator({
  loadAudience: () => Promise.resolve(undefined),
  cores: navigator.hardwareConcurrency,
});

function read(): Journey {
  const parsed = parseJourney(template);
  if (!parsed.ok) throw new Error('the template cannot be read');
  return parsed.journey;
}

window.forecasts = async (count) => {
  const milliseconds: number[] = [];
  let contacts = 0;
  for (let k = 0; k < count; k++) {
    // Another journey each time, as an edit makes one.
    const edited = { ...journey, name: `${journey.name}, edit ${k}` };
    const begin = performance.now();
    const outcome = await simulator.forecast({
      journey: edited,
      audience: { kind: 'sample', rows: 1_000_000 },
      contacts: 20_000,
      seed: 1,
      calibration: {},
      policies: NO_POLICIES,
    });
    milliseconds.push(performance.now() - begin);
    if (!outcome?.ok) throw new Error('no forecast');
    contacts = outcome.report.contacts;
  }
  return { milliseconds, contacts };
};
