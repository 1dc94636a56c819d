import { expect, test } from 'vitest';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { hours, minutes } from '../../../src/journey/units.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { flowFaults, verifyPosthog } from '../../support/formats/posthog.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { sharedJson, testWithShared } from '../../support/shared.ts';

const journey = draft(
  {
    in: step('entry', { trigger: { type: 'events', event: 'signed up', perDay: 9 } }),
    who: step('split', { branches: [branchOf('vip', { kind: 'tag', tag: 'vip' })] }),
    arms: step('experiment'),
    mail: step('message', { content: { subject: 'Hi', body: 'Hello', couponCode: 'A1' } }),
    look: step('check', { responses: ['clicked'], windowMinutes: hours(48) }),
    rest: step('wait', { until: { type: 'duration', minutes: minutes(90) } }),
    tag: step('update'),
    end: step('exit'),
  },
  [
    ...[
      'in.next > who',
      'who.vip > arms',
      'who.else > end',
      'arms.a > mail',
      'arms.b > rest',
      'mail.next > look',
    ],
    ...['look.clicked > tag', 'look.noResponse > end', 'rest.next > tag', 'tag.next > end'],
  ],
  { exitRules: [{ id: 'converted', when: { kind: 'converted' }, mode: 'immediate' }] },
);

async function files(): Promise<readonly ExchangeFile[]> {
  return (await written(converter, journey)).files;
}

/** Puts a value somewhere into the file; undefined takes away what is there. */
function put(path: string, value: unknown) {
  return inJson((flow: object) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const place = keys.reduce<object>((at, key) => Reflect.get(at, key) as object, flow);
    if (value === undefined) Reflect.deleteProperty(place, last);
    else Reflect.set(place, last, value);
  });
}

/** The same in one action. */
function at(id: string, path: string, value: unknown) {
  return (all: ExchangeFile[]) => {
    const { actions } = JSON.parse(all[0]?.text ?? '') as {
      readonly actions: readonly { readonly id: string }[];
    };
    return put(`actions.${actions.findIndex((action) => action.id === id)}.${path}`, value)(all);
  };
}

interface Edges {
  edges: { from: string; to: string; type: string; index?: number }[];
}

function onEdges(change: (edges: Edges['edges']) => Edges['edges']) {
  return inJson((flow: Edges) => ({ ...flow, edges: change(flow.edges) }));
}

interface Actions {
  actions: { id: string }[];
}

function onActions(change: (actions: Actions['actions']) => Actions['actions']) {
  return inJson((flow: Actions) => ({ ...flow, actions: change(flow.actions) }));
}

damagesAreNoticed(verifyPosthog, files, {
  'an action gone': onActions((actions) => actions.filter(({ id }) => id !== 'mail')),
  'an id twice': at('tag', 'id', 'rest'),
  'another trigger': at('rest', 'type', 'trigger'),
  'an edge to nowhere': put('edges.2.to', 'nobody'),
  'no edge when the condition is met': onEdges((edges) =>
    edges.filter(({ from, type }) => from !== 'look' || type !== 'branch'),
  ),
  'no edge when the time is over': onEdges((edges) =>
    edges.filter(({ from, type }) => from !== 'look' || type !== 'continue'),
  ),
  'a branch that is not there': onEdges((edges) =>
    edges.map((edge) => (edge.from === 'who' && edge.type === 'branch' ? { ...edge, index: 4 } : edge)),
  ),
  'a branch without a number': onEdges((edges) => edges.map(({ index: _, ...edge }) => edge)),
  'a cycle': onEdges((edges) => edges.map((edge) => (edge.from === 'tag' ? { ...edge, to: 'mail' } : edge))),
  'an action that nobody comes to': onEdges((edges) =>
    edges.map((edge) => (edge.to === 'arms' ? { ...edge, to: 'end' } : edge)),
  ),
  'shares of 90 %': at('arms', 'config.cohorts.0.percentage', 40),
  'a delay beyond the bound of its unit': at('rest', 'config.delay_duration', '90m'),
  'a duration in words': at('rest', 'config.delay_duration', 'PT90M'),
  'no longest wait': at('look', 'config.max_wait_duration', undefined),
  'a wait for nothing': at('look', 'config.events', []),
  'an event in a condition': at('who', 'config.conditions.0.filters.events', [
    { id: 'x', name: 'x', type: 'events', order: 0 },
  ]),
  'properties without their filters': at('who', 'config.conditions', [{ properties: [] }]),
  'another template': at('mail', 'config.template_id', 'template-mail'),
  'no sender': at('mail', 'config.inputs.email.value.from', undefined),
  'an unknown type': at('tag', 'type', 'function_posthog_capture'),
  'a value without braces in a dictionary': at('tag', 'config.inputs.set_properties.value.x', true),
  'a trigger that is another than its action’s': put('trigger.filters.events.0.id', 'other'),
  'an exit on a conversion that nothing says': put('conversion', {
    window_minutes: null,
    filters: [],
    events: [],
  }),
  'a variable twice': inJson((flow: { variables: unknown[] }) => void flow.variables.push(flow.variables[0])),
  'no exit condition': put('exit_condition', undefined),
  bytecode: at('who', 'config.conditions.0.filters.bytecode', ['_H', 1]),
  'a second file': (all) => [...all, ...all],
  'cut short': (all) => all.map((file) => ({ ...file, text: file.text.slice(0, 400) })),
});

testWithShared('the rules accept what others wrote', 'fixtures/posthog/re_engagement.json', () => {
  expect(flowFaults(sharedJson('fixtures/posthog/re_engagement.json'))).toEqual([]);
});

test('the rules notice hours beyond a day, which PostHog cuts off', () => {
  const flow = {
    name: 'x',
    exit_condition: 'exit_only_at_end',
    actions: [
      { id: 't', name: '', type: 'trigger', config: { type: 'batch', filters: { properties: [] } } },
      { id: 'd', name: '', type: 'delay', config: { delay_duration: '48h' } },
      { id: 'x', name: '', type: 'exit', config: {} },
    ],
    edges: [
      { from: 't', to: 'd', type: 'continue' },
      { from: 'd', to: 'x', type: 'continue' },
    ],
  };
  expect(flowFaults(flow)).toEqual(['d waits 48h, which PostHog cuts off or refuses']);
});
