import { expect } from 'vitest';
import { type Damage, damagesAreNoticed, damagesAreNoticedBy, inJson } from '../../support/formats/damage.ts';
import { verifyParcelvoy } from '../../support/formats/parcelvoy.ts';
import { exportedSteps, type LooseStep, type LooseSteps } from '../../support/formats/parcelvoySteps.ts';
import { openSample } from '../../support/samples.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

for (const path of [
  'fixtures/parcelvoy/spec_delay.json',
  'fixtures/parcelvoy/spec_gates.json',
  'reference/formats/parcelvoy.stepmap.json',
])
  testWithShared(`the verifier takes ${path}`, path, () => {
    const file = { name: 'x.json', type: 'application/json', text: sharedText(path) };
    expect(verifyParcelvoy([file], { tolerant: true })).toEqual([]);
  });

function inSteps(change: (steps: LooseSteps) => void): Damage {
  return inJson((steps: LooseSteps) => {
    change(steps);
  });
}

/** Of one step. */
function inStep(id: string, change: (step: LooseStep) => void): Damage {
  return inSteps((steps) => {
    change(steps[id]!);
  });
}

/** Other data, joined over what there is; undefined takes it away. */
function withData(id: string, data: Readonly<Record<string, unknown>>): Damage {
  return inStep(id, (step) => {
    step.data = { ...step.data, ...data };
  });
}

function withRule(id: string, change: Readonly<Record<string, unknown>>): Damage {
  return inStep(id, (step) => {
    step.data = { rule: { ...(step.data!['rule'] as object), ...change } };
  });
}

function leadingTo(id: string, target: string): Damage {
  return inStep(id, (step) => {
    step.children![0]!.external_id = target;
  });
}

damagesAreNoticed(
  (files) => verifyParcelvoy(files),
  async () => (await exportedSteps(openSample('win-back'))).files,
  {
    'a text cut short': (files) => files.map((file) => ({ ...file, text: file.text.slice(0, -20) })),
    'a list instead of a map': inJson((steps: LooseSteps) => Object.values(steps)),
    'a child that is not there': leadingTo('offer', 'gone'),
    'a way back': inStep('settle', (step) => (step.children = [{ external_id: 'offer' }])),
    'a way to the entrance': leadingTo('offer', 'lapsed'),
    'two paths to one step': inStep('test', ({ children }) => {
      children![1]!.external_id = children![0]!.external_id;
    }),
    'a gate with another path': inStep('value', ({ children }) => (children![0]!.path = 'maybe')),
    'a half of a ratio': inStep('test', ({ children }) => (children![0]!.data = { ratio: 4.5 })),
    'a ratio that makes a list of thousands': inStep('test', ({ children }) => {
      children![0]!.data = { ratio: 90_000 };
    }),
    'a message without a campaign': withData('offer', { campaign_id: undefined }),
    'a campaign in words': withData('offer', { campaign_id: 'welcome' }),
    'a delay of less than nothing': withData('settle', { days: -1 }),
    'a condition on an event joined by an equals sign': withRule('check.clicked', { operator: '=' }),
    'a rule without uuid': withRule('value', { uuid: undefined }),
    'a comparison that there is not': withRule('value', { operator: 'atLeast' }),
    'one uuid for two rules': inSteps((steps) => {
      steps['check.clicked']!.data = steps['check.opened']!.data!;
    }),
    'no list to enter': withData('lapsed', { list_id: undefined }),
    'no entrance': inSteps((steps) => delete steps['lapsed']),
    'a step that nobody comes to': inSteps((steps) => (steps['alone'] = { type: 'exit', x: 0, y: 0 })),
    'an update that is no JSON': withData('dormant', { template: '{tag_dormant: yes}' }),
    'an exit from an entrance that is not there': withData('end', { entrance_uuid: 'gone' }),
  },
);

damagesAreNoticedBy(
  'fixtures/schemas/parcelvoy.journeySteps.schema.json',
  (files) => verifyParcelvoy(files),
  async () => (await exportedSteps(openSample('win-back'))).files,
  {
    'a step without x': inStep('offer', (step) => delete step.x),
    'a type that there is not': inStep('offer', (step) => (step.type = 'message')),
    'a field of ours beside the data': inStep('offer', (step) => Object.assign(step, { note: 'x' })),
  },
);
