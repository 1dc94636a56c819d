import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import { campaignFaults, bodyFaults } from '../../support/formats/mautic.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { sharedJson, testWithShared } from '../../support/shared.ts';

interface Body {
  lists: unknown[];
  forms: unknown[];
  events: {
    id: string;
    name: string;
    type: string;
    eventType: string;
    order: number;
    parent: string | null;
    triggerMode: string | null;
    triggerIntervalUnit: string | null;
    children: string[];
    properties: Record<string, unknown>;
  }[];
  canvasSettings: {
    nodes: unknown[];
    connections: { sourceId: string; targetId: string; anchors: { source: string; target: string } }[];
  };
}

/** A damage of a campaign; what is looked for is in it, or the test trips. */
function inBody(change: (body: Body) => void) {
  return inJson((value) => change(value as Body));
}

describe('files of templates', () => {
  test.each(SAMPLE_NAMES)('%s is a campaign', async (name) => {
    expect(campaignFaults((await written(converter, openSample(name))).files)).toEqual([]);
  });
});

test('every journey that is exported is a campaign', async () => {
  await fc.assert(
    fc.asyncProperty(runnableJourney, async (journey) => {
      const exported = await converter.export(journey);
      if (exported.ok) expect(campaignFaults(exported.files)).toEqual([]);
    }),
    { seed: 3, numRuns: 200 },
  );
});

describe('the verifier', () => {
  testWithShared(
    'takes the payload of Mautic’s own tests',
    'fixtures/mautic/api-library_campaign_new_payload.json',
    () => {
      expect(bodyFaults(sharedJson('fixtures/mautic/api-library_campaign_new_payload.json'))).toEqual([]);
    },
  );
  testWithShared('takes the example of the format', 'reference/formats/mautic.campaigns-new.json', () => {
    expect(bodyFaults(sharedJson('reference/formats/mautic.campaigns-new.json'))).toEqual([]);
  });
  damagesAreNoticed(
    campaignFaults,
    async () => (await written(converter, openSample('orchestration'))).files,
    {
      'an id twice': inBody((body) => {
        body.events[1]!.id = body.events[0]!.id;
      }),
      'an id that is not new': inBody((body) => {
        body.events[0]!.id = '17';
      }),
      'an unknown type': inBody((body) => {
        body.events[0]!.type = 'email.sent';
      }),
      'a type that is another kind of event': inBody((body) => {
        body.events[0]!.eventType = 'decision';
      }),
      'a message without its number': inBody((body) => {
        const send = body.events.find((event) => event.type === 'email.send')!;
        delete send.properties['email'];
      }),
      'an unknown operator': inBody((body) => {
        const asked = body.events.find((event) => event.type === 'lead.field_value')!;
        asked.properties['operator'] = 'is';
      }),
      'nobody comes in': inBody((body) => {
        body.lists = [];
        body.forms = [];
      }),
      'no events': inBody((body) => {
        body.events = [];
      }),
      'a line to nothing': inBody((body) => {
        body.canvasSettings.connections.at(-1)!.targetId = 'new_nowhere';
      }),
      'a line from nothing': inBody((body) => {
        body.canvasSettings.connections.at(-1)!.sourceId = 'new_nowhere';
      }),
      'a second line to an event': inBody((body) => {
        const { connections } = body.canvasSettings;
        connections.push({
          ...connections.at(-1)!,
          sourceId: connections[1]!.targetId,
          anchors: { source: 'bottom', target: 'top' },
        });
      }),
      'two paths from one anchor': inBody((body) => {
        const split = body.events.find((event) => event.children.length === 2)!;
        for (const line of body.canvasSettings.connections)
          if (line.sourceId === split.id) line.anchors.source = 'yes';
      }),
      'a line that is missing': inBody((body) => {
        body.canvasSettings.connections.pop();
      }),
      'an event without a place': inBody((body) => {
        body.canvasSettings.nodes.shift();
      }),
      'a jump to nothing': inBody((body) => {
        const jump = body.events.find((event) => event.type === 'campaign.jump_to_event')!;
        jump.properties['jumpToEvent'] = 'new_nowhere';
      }),
      'a jump to a wait': inBody((body) => {
        const jump = body.events.find((event) => event.type === 'campaign.jump_to_event')!;
        const target = body.events.find((event) => event.id === jump.properties['jumpToEvent'])!;
        target.triggerMode = 'interval';
      }),
      'a unit of time that is none': inBody((body) => {
        const wait = body.events.find((event) => event.triggerMode === 'interval')!;
        wait.triggerIntervalUnit = 'w';
      }),
      'a name that is too long': inBody((body) => {
        body.events[0]!.name = 'x'.repeat(192);
      }),
      'a parent that the canvas does not know': inBody((body) => {
        body.events.at(-1)!.parent = null;
      }),
      'an order that is not that of the way': inBody((body) => {
        body.events.at(-1)!.order += 1;
      }),
    },
  );
});
