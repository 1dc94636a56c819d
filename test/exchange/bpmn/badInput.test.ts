import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { FOREIGN_BPMN } from '../../support/formats/foreignBpmn.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

async function refused(text: string): Promise<string> {
  const read = await converter.import([{ name: 'x.bpmn', type: '', text }]);
  if (read.ok) return `READ ${read.warnings.map(({ code, path }) => `${code} ${path}`).join('; ')}`;
  return read.problems
    .map(({ code, path, words }) => `${code}${path === undefined ? '' : ` @ ${path}`}: ${words}`)
    .join('\n');
}

const HEAD =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">';

function processOf(inside: string): string {
  return `${HEAD}<process id="p">${inside}</process></definitions>`;
}

const SHORT = '<startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="e" /><endEvent id="e" />';

describe('files that are not read, and why', () => {
  test.each([
    ['nothing at all', '', /^not-bpmn: This file is not XML/],
    ['JSON', '{"nodes":[]}', /^not-bpmn: This file is JSON/],
    ['plain text', 'hello', /^not-bpmn: This file is not XML/],
    ['a web page', '<!doctype html><html><body/></html>', /^not-bpmn: This file is a web page/],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /^not-bpmn: This file is a picture/],
    [
      'a decision table',
      '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"></definitions>',
      /^not-bpmn: This file is a decision table/,
    ],
    [
      'an older standard',
      '<Package xmlns="http://www.wfmc.org/2008/XPDL2.1"></Package>',
      /^not-bpmn: This file is XPDL/,
    ],
    [
      'a draft of the standard',
      '<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"></definitions>',
      /^not-bpmn: This file is a draft of BPMN 2.0/,
    ],
    ['another XML', '<note><to>you</to></note>', /^not-bpmn: This file begins with “note”/],
    [
      'text in UTF-16',
      `<?xml version="1.0" encoding="UTF-16"?>${processOf(SHORT)}`,
      /^xml-encoding: .*UTF-16/,
    ],
    ['text in Latin 1', `<?xml version='1.0' encoding='iso-8859-1'?>${processOf(SHORT)}`, /^xml-encoding/],
    [
      'a control character by its number',
      processOf(SHORT).replace('<process', '<!-- &#0; --><process'),
      /^xml-character @ line 1, column \d+: .*U\+0000/,
    ],
    [
      'a control character',
      processOf(SHORT).replace('<process', '\u0001<process'),
      /^xml-character @ .*U\+0001/,
    ],
    [
      'an entity bomb',
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>${processOf(SHORT)}`,
      /^xml-declarations @ line 1, column 22: .*<!DOCTYPE/,
    ],
    [
      'an external entity',
      `${HEAD}<!ENTITY x SYSTEM "file:///etc/passwd"></definitions>`,
      /^xml-declarations @ line 1, column 147/,
    ],
    [
      'an entity of nobody',
      processOf(`${SHORT}<task id="t" name="&lol;" />`),
      /^xml-entity @ line 1.*“&lol;”/,
    ],
    ['nesting without end', `${HEAD}${'<a>'.repeat(20_000)}`, /^nested-too-deep @ line 1/],
    ['20 MB', processOf(`<!-- ${'x'.repeat(20 * 1024 * 1024)} -->`), /^file-too-large: This file is 21 MB/],
    ['half a file', FOREIGN_BPMN.slice(0, 3000), /^not-(?:xml|bpmn)/],
    [
      'names that mean something to JavaScript',
      processOf(`${SHORT}<task id="t" __proto__="x" />`),
      /^forbidden-name/,
    ],
    ['other names of that kind', processOf(`${SHORT}<task id="t" toString="x" />`), /^forbidden-name/],
    [
      'a file of a newer Rehearsal',
      processOf(SHORT).replace(
        ' id="d"',
        ' xmlns:rehearsal="https://rehearsal.example/schema/bpmn/2" id="d"',
      ),
      /^newer-version: .*version 2/,
    ],
    [
      'an id twice',
      processOf(`${SHORT}<task id="s" />`),
      /^not-bpmn @ line 1, column \d+: .*duplicate ID <s>/,
    ],
    [
      'an arrow to nowhere',
      processOf(SHORT.replace('targetRef="e"', 'targetRef="x"')),
      /^dangling @ f.targetRef: .*“x”/,
    ],
    [
      'an arrow without an end',
      processOf(SHORT.replace(' targetRef="e"', '')),
      /^dangling @ f.targetRef: .*has no end/,
    ],
    [
      'an arrow into a sub-process',
      processOf(
        `<startEvent id="s" /><subProcess id="b"><task id="t" /></subProcess><sequenceFlow id="f" sourceRef="s" targetRef="t" />`,
      ),
      /^dangling @ f.targetRef: .*“t”, which is not a step/,
    ],
    ['an element without an id', processOf(`${SHORT}<task name="x" />`), /^id-missing @ p.bpmn:Task/],
    [
      'an element that BPMN does not have',
      processOf(`${SHORT}<sendLater id="t" />`),
      /^not-bpmn @ line 1, column/,
    ],
    ['no process', `${HEAD}</definitions>`, /^process-missing @ definitions/],
    [
      'two processes',
      `${HEAD}<process id="p">${SHORT}</process><process id="q"><task id="t" /></process></definitions>`,
      /^several-processes @ q/,
    ],
    ['two starts', processOf(`${SHORT}<startEvent id="z" />`), /^several-starts @ z: .*2 start events/],
    [
      'ways that are taken at once',
      processOf(
        `<startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="g" /><parallelGateway id="g" name="Both" /><sequenceFlow id="a" sourceRef="g" targetRef="e" /><sequenceFlow id="b" sourceRef="g" targetRef="e" /><endEvent id="e" />`,
      ),
      /^two-ways-at-once @ g: “Both” \(ParallelGateway\)/,
    ],
    [
      'ways that may be taken at once',
      processOf(
        `<startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="g" /><inclusiveGateway id="g" /><sequenceFlow id="a" sourceRef="g" targetRef="e" /><sequenceFlow id="b" sourceRef="g" targetRef="e" /><endEvent id="e" />`,
      ),
      /^two-ways-at-once @ g/,
    ],
    [
      'jumps',
      processOf(
        `${SHORT}<intermediateThrowEvent id="l" name="Jump"><linkEventDefinition id="x" name="A" /></intermediateThrowEvent>`,
      ),
      /^link-event @ l: “Jump”/,
    ],
  ])('%s', async (_, text, reason) => {
    expect(await refused(text)).toMatch(reason);
  });

  test('no file, and several', async () => {
    const file = { name: 'x.bpmn', type: '', text: processOf(SHORT) };
    const codes = await Promise.all(
      [[], [file, file]].map(async (files) => {
        const read = await converter.import(files);
        return read.ok ? 'read' : read.problems[0]?.code;
      }),
    );
    expect(codes).toEqual(['file-missing', 'several-files']);
  });

  test('an extension of ours that is damaged is refused with its place', async () => {
    const text = (await written(converter, openSample('welcome'))).files[0]?.text ?? '';
    const damaged = (pattern: RegExp, by: string) => {
      expect(text).toMatch(pattern);
      return refused(text.replace(pattern, by));
    };
    expect(await damaged(/"obeysCaps":true/, '"obeysCaps":"yes"')).toMatch(
      /^damaged-field @ \w+\.extensionElements\.obeysCaps: In the extension of “\w+”: “obeysCaps” is “yes”/,
    );
    expect(await damaged(/"obeysCaps":true/, '"obeysCaps":tr')).toMatch(
      /^not-json @ \w+\.extensionElements\.line 1/,
    );
    expect(await damaged(/"obeysCaps"/, '"__proto__"')).toMatch(/^forbidden-name/);
    expect(await damaged(/kind="message"/, 'kind="letter"')).toMatch(
      /^damaged-field @ \w+\.extensionElements\.kind/,
    );
    expect(await damaged(/"horizonMinutes":\d+/, '"horizonMinutes":-1')).toMatch(
      /^damaged-field @ welcome\.extensionElements\.settings\.horizonMinutes/,
    );
  });
});

describe('files that are read all the same', () => {
  test('arrows that elements do not name, or name wrongly; references that nothing needs', async () => {
    expect(await refused(processOf(SHORT))).toBe('READ ');
    const wrong = SHORT.replace('<endEvent id="e" />', '<endEvent id="e"><outgoing>f</outgoing></endEvent>');
    expect(await refused(processOf(wrong))).toBe('READ ');
    const message = '<startEvent id="s"><messageEventDefinition id="m" messageRef="gone" /></startEvent>';
    expect(await refused(processOf(SHORT.replace('<startEvent id="s" />', message)))).toBe(
      'READ reference-unknown m.messageRef; rate-supposed s',
    );
  });

  test('a process without a start, with loops in no time, with characters beyond sixteen bits', async () => {
    const text = processOf(
      '<task id="a" name="&#x1F600; &#128640;" /><sequenceFlow id="f" sourceRef="a" targetRef="b" /><task id="b" /><sequenceFlow id="g" sourceRef="b" targetRef="a" />',
    );
    const read = await converter.import([{ name: 'x', type: '', text: `\uFEFF${text}` }]);
    if (!read.ok) throw new Error('refused');
    expect(Object.values(read.journey.steps).map(({ name }) => name)).toContain('😀 🚀');
    expect(read.warnings.map(({ code }) => code)).toEqual([
      'read-as-milestone',
      'read-as-milestone',
      'entry-added',
      'loop-slowed',
    ]);
  });
});

describe('whatever comes', () => {
  test('ends in a journey or in a refusal: random deletions, doublings and letters', async () => {
    const ours = (await written(converter, openSample('speed-to-lead'))).files[0]?.text ?? '';
    const cut = fc.record({
      text: fc.constantFrom(ours, FOREIGN_BPMN),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(400),
      by: fc.oneof(
        fc.constant(''),
        fc.string(),
        fc.constantFrom('<', '>', '"', '&', '</', '<![CDATA[', '<!--'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(cut, async ({ text, at, length, by }) => {
        const from = Math.floor(at * text.length);
        const read = await converter.import([
          { name: 'x', type: '', text: text.slice(0, from) + by + text.slice(from + length) },
        ]);
        expect(read.ok ? [] : read.problems.filter(({ words }) => words.length < 20)).toEqual([]);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test('ends so when whole elements are gone', async () => {
    const ours = (await written(converter, openSample('welcome'))).files[0]?.text ?? '';
    const elements = [...ours.matchAll(/<((?:bpmn|bpmndi|rehearsal):\w+)\b[^>]*>/g)].map((tag) => {
      const closing = `</${tag[1]}>`;
      const end = tag[0].endsWith('/>') ? 0 : ours.indexOf(closing, tag.index) + closing.length;
      return { from: tag.index, to: Math.max(end, tag.index + tag[0].length) };
    });
    expect(elements.length).toBeGreaterThan(40);
    const some = elements.filter((_, index) => index % 5 === 0);
    for (const { from, to } of some) {
      const read = await converter.import([
        { name: 'x', type: '', text: ours.slice(0, from) + ours.slice(to) },
      ]);
      if (!read.ok) expect(read.problems[0]?.words).toMatch(/\S{3,}/);
    }
  });

  test('random text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((inside) => processOf(inside)),
        ),
        async (text) => {
          await expect(converter.import([{ name: 'x', type: '', text }])).resolves.toBeDefined();
        },
      ),
      { seed: 9, numRuns: 100 },
    );
  });
});

test('the packages make no code out of text, which the page forbids', () => {
  const root = new URL('../../../node_modules/', import.meta.url);
  for (const name of ['bpmn-moddle', 'moddle', 'moddle-xml', 'saxen', 'min-dash']) {
    const text = readFileSync(new URL(`${name}/dist/index.js`, root), 'utf8');
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toMatch(/\bnew Function\b|\beval\(|\bFunction\(/);
  }
});
