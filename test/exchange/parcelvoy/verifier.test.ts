import { expect } from 'vitest';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { verifyParcelvoy } from '../../support/formats/parcelvoy.ts';
import { written } from '../../support/formats/roundTrip.ts';
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

const lapsed = 'lapsed';

damagesAreNoticed(
  (files) => verifyParcelvoy(files),
  async () => (await written(converter, openSample('win-back'))).files,
  {
    'a text cut short': (files) => files.map((file) => ({ ...file, text: file.text.slice(0, -20) })),
    'a list instead of a map': inJson((steps) => Object.values(steps)),
    'a step without x': inJson((steps) => void delete steps.offer.x),
    'a type that there is not': inJson((steps) => void (steps.offer.type = 'message')),
    'a field of ours beside the data': inJson((steps) => void (steps.offer.note = 'x')),
    'a child that is not there': inJson((steps) => void (steps.offer.children[0].external_id = 'gone')),
    'a way back': inJson((steps) => void (steps.settle.children = [{ external_id: 'offer' }])),
    'a way to the entrance': inJson((steps) => void (steps.offer.children[0].external_id = lapsed)),
    'two paths to one step': inJson((steps) => {
      const [first, second] = steps.test.children;
      second.external_id = first.external_id;
    }),
    'a gate with another path': inJson((steps) => void (steps.value.children[0].path = 'maybe')),
    'a half of a ratio': inJson((steps) => void (steps.test.children[0].data.ratio = 4.5)),
    'ratios that make a list of thousands': inJson(
      (steps) => void (steps.test.children[0].data.ratio = 90_000),
    ),
    'a message without a campaign': inJson((steps) => void delete steps.offer.data.campaign_id),
    'a campaign in words': inJson((steps) => void (steps.offer.data.campaign_id = 'welcome')),
    'a delay without a duration': inJson((steps) => void (steps.settle.data.days = -1)),
    'a condition on an event joined by an equals sign': inJson(
      (steps) => void (steps['check.clicked'].data.rule.operator = '='),
    ),
    'a rule without uuid': inJson((steps) => void delete steps.value.data.rule.uuid),
    'one uuid for two rules': inJson(
      (steps) => void (steps['check.clicked'].data.rule.uuid = steps['check.opened'].data.rule.uuid),
    ),
    'a comparison that there is not': inJson((steps) => void (steps.value.data.rule.operator = 'atLeast')),
    'no list to enter': inJson((steps) => void delete steps[lapsed].data.list_id),
    'no entrance': inJson((steps) => void delete steps[lapsed]),
    'a step that nobody comes to': inJson((steps) => void (steps.alone = { type: 'exit', x: 0, y: 0 })),
    'an update that is no JSON': inJson((steps) => void (steps.dormant.data.template = '{tag_dormant: yes}')),
    'an exit from an entrance that is not there': inJson(
      (steps) => void (steps.end.data.entrance_uuid = 'gone'),
    ),
  },
);
