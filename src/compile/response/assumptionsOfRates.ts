import type { Calibration } from '../../journey/calibration.ts';
import type { Channel } from '../../journey/channels.ts';
import type { RateName, Rate } from './rates.ts';
import { isDefault, RATE_NAMES, ratesOf, reportedOpens } from './rates.ts';
import { ALL_FIGURES, BOX_NAMES, type Assumption, type Design } from './assumption.ts';
import { byChannel, type SendInUse } from './assumptionsInUse.ts';
import { CHANNEL_BENCHMARKS } from './benchmarks.ts';

/** The three rates of the marketer's own e-mail, those that she gave: empty boxes are benchmarks, which stand below their channels. */
export function boxAssumptions({ calibration }: Design, sends: readonly SendInUse[]): readonly Assumption[] {
  if (sends.length === 0) return [];
  return BOX_NAMES.flatMap((name): readonly Assumption[] => {
    const value = calibration[name];
    if (value === undefined) return [];
    const { value: rate, low = rate, high = rate } = CHANNEL_BENCHMARKS.email[name];
    // The box holds opens as tools report them, machines' included.
    const seen = name === 'opened' ? reportedOpens : (share: number) => share;
    return [
      {
        id: `box.${name}`,
        place: { in: 'box', name },
        value,
        benchmark: seen(rate),
        published: { low: seen(low), high: seen(high) },
        source: 'yours',
        reference: 'your e-mail',
        unit: 'share',
        most: 1,
        moves: ALL_FIGURES,
      },
    ];
  });
}

/** What each channel in use answers with, and where a message has rates of its own, these. */
export function rateAssumptions(design: Design, sends: readonly SendInUse[]): readonly Assumption[] {
  return byChannel(sends).flatMap(([channel, there]) =>
    namesOn(channel, design).flatMap((name) => [
      ...ofChannel(name, channel, there, design),
      ...there.flatMap((use) => ofSend(name, use)),
    ]),
  );
}

/** A tap is the open and the click at once, and the click's name is the one kept. */
function namesOn(channel: Channel, { calibration }: Design): readonly RateName[] {
  const { openStage } = CHANNEL_BENCHMARKS[channel];
  const given = calibration.channels?.[channel] ?? {};
  return RATE_NAMES.filter((name) => {
    if (given[name] !== undefined) return true;
    return !(name === 'opened' && (openStage === 'tap' || openStage === 'none'));
  });
}

function ofChannel(
  name: RateName,
  channel: Channel,
  there: readonly SendInUse[],
  { calibration }: Design,
): readonly Assumption[] {
  const plain = there.filter(({ send }) => !hasOwn(name, send));
  const [first] = plain;
  if (!first) return [];
  const campaign = plain.find(({ send }) => send.occasion === 'campaign');
  const { occasion } = (campaign ?? first).send;
  const now = ratesOf({ channel, occasion }, calibration)[name];
  const { value, source, reference } = now;
  const benchmark = ratesOf({ channel, occasion }, {})[name];
  if (isDefault(source) && !isAsked(benchmark)) return [];
  if (source === 'yours' && isOfBox(name, channel, calibration)) return [];
  return [
    {
      id: `${channel}.${name}`,
      place: { in: 'channel', name, channel, occasion },
      value,
      benchmark: benchmark.value,
      ...rangeOf(now),
      ...publishedOf(benchmark),
      source,
      reference,
      unit: 'share',
      most: 1,
      moves: ALL_FIGURES,
    },
  ];
}

/** A rate of e-mail that stands in a box already: one number is listed once. */
function isOfBox(name: RateName, channel: Channel, { channels }: Calibration): boolean {
  return (
    channel === 'email' && BOX_NAMES.some((box) => box === name) && channels?.email?.[name] === undefined
  );
}

/** What does not apply on a channel is no assumption. */
function isAsked({ reference, value, low }: Rate): boolean {
  return reference !== 'does not apply' && (value > 0 || low !== undefined);
}

function ofSend(name: RateName, { step, rung, send }: SendInUse): readonly Assumption[] {
  const value = send.response?.[name];
  if (value === undefined) return [];
  const benchmark = ratesOf({ channel: send.channel, occasion: send.occasion }, {})[name];
  return [
    {
      id: `${step}.${rung ?? ''}.${send.channel}.${name}`,
      place: { in: 'send', name, step, rung },
      value,
      ...publishedOf(benchmark),
      source: 'journey',
      reference: 'this message',
      unit: 'share',
      most: 1,
      moves: ALL_FIGURES,
    },
  ];
}

/** A tap that a message gives by either name is its open and its click. */
function hasOwn(name: RateName, { channel, response }: SendInUse['send']): boolean {
  if (response?.[name] !== undefined) return true;
  const isTap = CHANNEL_BENCHMARKS[channel].openStage === 'tap';
  return (
    isTap &&
    (name === 'clicked' || name === 'opened') &&
    (response?.clicked ?? response?.opened) !== undefined
  );
}

export function publishedOf({ low, high }: Pick<Rate, 'low' | 'high'>): Pick<Assumption, 'published'> {
  return low === undefined || high === undefined ? {} : { published: { low, high } };
}

export function rangeOf({ low, high }: Pick<Rate, 'low' | 'high'>): Pick<Assumption, 'range'> {
  return low === undefined || high === undefined ? {} : { range: { low, high } };
}
