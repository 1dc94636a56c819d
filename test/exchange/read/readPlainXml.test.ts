import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainXml, xmlAttribute, xmlCdata, xmlText } from '../../../src/exchange/read/readPlainXml.ts';
import { domParser } from '../../support/formats/domParser.ts';

function rootOf(text: string) {
  const read = readPlainXml(text);
  if (!read.ok) throw new Error(`${read.words} at ${read.at}`);
  return read.root;
}

test('elements, attributes, text and CDATA are read', () => {
  const root = rootOf(
    '\uFEFF<?xml version="1.0"?> <!-- note --> <a x=\'1 &lt; 2\' y="&#x41;&#66;"><b/>one<!-- no --><c>t&amp;<![CDATA[<raw>]]></c>two</a>\n',
  );
  expect(root.name).toBe('a');
  expect(Object.fromEntries(root.attributes)).toEqual({ x: '1 < 2', y: 'AB' });
  expect(root.text).toBe('onetwo');
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['b', ''],
    ['c', 't&<raw>'],
  ]);
});

describe('what is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity of one’s own', '<a>&x;</a>'],
    ['an instruction inside', '<a><?php 1 ?></a>'],
    ['no end', '<a><b></b>'],
    ['a wrong end', '<a></b>'],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['a bare ampersand', '<a>1 & 2</a>'],
    ['a character that XML has not', '<a>&#0;</a>'],
    ['a surrogate alone', '<a>&#xD800;</a>'],
    ['CDATA without an end', '<a><![CDATA[x</a>'],
    ['text alone', 'hello'],
    ['nothing', ''],
    ['too deep', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`],
    ['too many', `<a>${'<b/>'.repeat(30_000)}</a>`],
    ['too long', `<a>${'x'.repeat(2_000_000)}</a>`],
  ])('%s', (_, text) => {
    const read = readPlainXml(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.words).not.toBe('');
  });
});

test('what is written is read back, here and by another parser', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const [text] = [xmlText(`${one}]]>${other}`)];
      const xml = `<a x="${xmlAttribute(text)}">${xmlCdata(text)}</a>`;
      const root = rootOf(xml);
      expect([root.attributes.get('x'), root.text]).toEqual([text, text]);
      const theirs = domParser.parseFromString(xml, 'text/xml').documentElement;
      expect(theirs.getAttribute('x')).toBe(text);
      expect(theirs.textContent).toBe(text.replaceAll(/\r\n?/g, '\n'));
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('whatever the text is, it is read or refused', () => {
  const pieces = fc.constantFrom(
    '<a>',
    '</a>',
    '<b x="1">',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&',
    '<!--',
    '-->',
    '<?',
    'x',
    ' ',
    '<!DOCTYPE',
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(typeof readPlainXml(parts.join('')).ok).toBe('boolean');
    }),
    { seed: 4, numRuns: 300 },
  );
});
