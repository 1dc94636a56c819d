import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src/journey/channels.ts';
import type { Content } from '../../src/journey/steps/message.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';
import { sampleFacts } from '../support/sampleFacts.ts';

const COLUMNS = new Set(sampleFacts.schema?.columns.map(({ name }) => name));
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
/** One text message; with placeholders filled in by their defaults. */
const SMS_CHARACTERS = 160;
const WORDED: ReadonlySet<Channel | 'preferred'> = new Set(['email', 'preferred']);

interface Send {
  readonly where: string;
  readonly channels: readonly (Channel | 'preferred')[];
  readonly content: Content | undefined;
}

function sendsOf(name: string): readonly Send[] {
  return Object.entries(openSample(name).steps).flatMap(([id, step]): readonly Send[] => {
    if (step.kind === 'message')
      return [{ where: id, channels: [step.channel, ...(step.fallback ?? [])], content: step.content }];
    if (step.kind === 'escalate')
      return step.rungs.map(({ channel, content }, index) => ({
        where: `${id} rung ${index + 1}`,
        channels: [channel],
        content,
      }));
    return [];
  });
}

const textsOf = ({ content }: Send) =>
  [content?.subject, content?.preheader, content?.body].filter((text) => text !== undefined);

describe.each(SAMPLE_NAMES)('each message of %s', (name) => {
  const sends = sendsOf(name);
  test.each(sends.map((send) => [send.where, send] as const))('%s says something', (_, send) => {
    const { content, channels } = send;
    expect(content?.body?.length).toBeGreaterThan(20);
    if (channels.some((channel) => WORDED.has(channel))) expect(content?.subject?.length).toBeGreaterThan(5);
    expect(textsOf(send).join('')).not.toMatch(/!|lorem|todo/i);
  });

  test.each(sends.map((send) => [send.where, send] as const))(
    '%s asks for columns that the sample has, each with a default',
    (_, send) => {
      for (const [, inside] of textsOf(send).join('\n').matchAll(PLACEHOLDER)) {
        const [column = '', fallback = ''] = inside?.split('|') ?? [];
        expect(COLUMNS.has(column), column).toBe(true);
        expect(fallback.trim()).not.toBe('');
      }
      expect(textsOf(send).join('').replaceAll(PLACEHOLDER, '')).not.toMatch(/[{}]/);
    },
  );

  test.each(sends.map((send) => [send.where, send] as const))(
    '%s can be told apart by its tags',
    (_, send) => {
      expect(Object.keys(send.content?.utm ?? {})).toEqual(
        expect.arrayContaining(['utm_campaign', 'utm_medium', 'utm_source']),
      );
      expect(Object.values(send.content?.utm ?? {}).every((value) => /^[a-z0-9-]+$/.test(value))).toBe(true);
    },
  );

  test('fits one text message wherever it may be one', () => {
    const texts = sends.filter(({ channels }) => channels.includes('sms'));
    for (const { where, content } of texts) {
      const sent = content?.body?.replaceAll(PLACEHOLDER, (_, inside: string) => inside.split('|')[1] ?? '');
      expect(sent?.length, where).toBeLessThanOrEqual(SMS_CHARACTERS);
    }
  });
});

test('text messages that are only that say how to stop them', () => {
  const texts = SAMPLE_NAMES.flatMap(sendsOf).filter(({ channels }) => channels[0] === 'sms');
  expect(texts.length).toBeGreaterThan(3);
  for (const { content, where } of texts) expect(content?.body, where).toContain('STOP');
});
