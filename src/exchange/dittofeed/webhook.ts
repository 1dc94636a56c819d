import { type Change, updateSchema } from '../../journey/steps/update.ts';
import { CHANNELS, type Channel } from '../../journey/channels.ts';
import type { HandoffStep } from '../../journey/steps/handoff.ts';
import { isObject } from '../kept.ts';
import { fromVerbatim, verbatim } from './liquid.ts';

/** What a webhook tells the service behind its address: Dittofeed has no other way to do what it cannot do itself. */
export type Order =
  | { readonly kind: 'message'; readonly channel: Channel; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'update'; readonly changes: readonly Change[] }
  | { readonly kind: 'handoff'; readonly to: HandoffStep['to']; readonly step: string };

/** The body of a webhook template: JSON whose texts are Liquid. */
export function webhookBody(url: string, order: Order): string {
  const { kind, ...rest } = order;
  const told =
    kind === 'message'
      ? { channel: order.channel, ...order.texts }
      : eachText(rest, (text) => verbatim(text, 'json'));
  const data = { kind, userId: '{{ user.id }}', ...(isObject(told) && told) };
  const config = { url, method: 'POST', headers: { 'Content-Type': 'application/json' }, data };
  return JSON.stringify({ config, secret: { headers: {} } }, null, 2);
}

/** Undefined: this webhook was not made by us. */
export function orderOf(body: string): Order | undefined {
  const data = dataOf(body);
  switch (data?.['kind']) {
    case 'message': {
      const channel = CHANNELS.find((one) => one === data['channel']);
      const { kind: _, userId: __, channel: ___, ...texts } = data;
      return channel && { kind: 'message', channel, texts: onlyTexts(texts) };
    }
    case 'update': {
      const changes = eachText(data['changes'], fromVerbatim);
      const read = updateSchema.safeParse({ kind: 'update', name: '', changes });
      return read.success ? { kind: 'update', changes: read.data.changes } : undefined;
    }
    case 'handoff': {
      const to = (['sales', 'crm', 'call-centre'] as const).find((one) => one === data['to']);
      return to && { kind: 'handoff', to, step: String(data['step']) };
    }
    default:
      return undefined;
  }
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => eachText(part, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, eachText(part, change)]));
}

function dataOf(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read = JSON.parse(body) as unknown;
    const config = isObject(read) ? read['config'] : undefined;
    const data = isObject(config) ? config['data'] : undefined;
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function onlyTexts(record: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

/** The address that a webhook calls. */
export function urlOf(body: string): string {
  try {
    const read = JSON.parse(body) as unknown;
    const config = isObject(read) ? read['config'] : undefined;
    return isObject(config) && typeof config['url'] === 'string' ? config['url'] : '';
  } catch {
    return '';
  }
}
