import '../../i18n/formWords.ts';
import type { versions } from '../../i18n/en/versions.ts';
import * as part from './partWords.ts';
import type { Say } from './side.ts';
import * as value from './valueWords.ts';

/** What a field is called, and how its values are said; without `say` plainly. */
export interface Field {
  readonly label: keyof typeof versions.field;
  readonly say?: Say;
}

/** Lists whose items have names or numbers of their own. */
export const LISTS = ['arms', 'branches', 'exitRules', 'goals', 'rungs', 'changes'] as const;
export type ListName = (typeof LISTS)[number];

/** How a whole item is said, added or removed. */
export const ITEMS: Readonly<Record<ListName, Say>> = {
  arms: part.arm,
  branches: part.branchRule,
  exitRules: part.exitRule,
  goals: part.goalOn,
  rungs: part.rung,
  changes: part.change,
};

const field = (label: Field['label'], say?: Say): Field => (say ? { label, say } : { label });

/** What steps, items and sends share. */
const SHARED: Readonly<Record<string, Field>> = {
  kind: field('kind', value.kind),
  name: field('name'),
  brief: field('brief'),
  luckId: field('luckId'),
  disabled: field('disabled', value.yesNo),
  maxPasses: field('maxPasses'),
  note: field('note'),
  tags: field('tags'),
  transactional: field('transactional', value.yesNo),
};

const SENDS: Readonly<Record<string, Field>> = {
  channel: field('channel', value.channel),
  fallback: field('fallback', value.each(value.channel)),
  occasion: field(
    'occasion',
    value.oneOf(['campaign', 'triggered'], (of, t) => t(`versions.choice.${of}`)),
  ),
  content: field('content'),
  'content.subject': field('subject'),
  'content.preheader': field('preheader'),
  'content.body': field('body'),
  'content.couponCode': field('couponCode'),
  'content.utm': field('utm'),
  'content.utm.*': field('utmTag'),
  'content.variants': field('variants', value.each(value.named)),
  'content.variants.*': field('variant', value.named),
  'content.variants.*.name': field('variant'),
  'content.variants.*.share': field('variant', value.percent),
  'content.variants.*.subject': field('variant'),
  'content.variants.*.preheader': field('variant'),
  'content.variants.*.body': field('variant'),
  cost: field('cost', value.money),
  response: field('response'),
  'response.delivered': field('delivered', value.rate),
  'response.opened': field('opened', value.rate),
  'response.clicked': field('clicked', value.rate),
  'response.converted': field('converted', value.rate),
  'response.replied': field('replied', value.rate),
  'response.unsubscribed': field('unsubscribed', value.rate),
  obeysCaps: field('obeysCaps', value.yesNo),
  countsTowardCaps: field('countsTowardCaps', value.yesNo),
};

const LOGIC: Readonly<Record<string, Field>> = {
  trigger: field('trigger', part.trigger),
  eligible: field('eligible', part.eligible),
  spreadMinutes: field('spreadMinutes', value.duration),
  'branches.*.rule': field('rule', part.branchRule),
  'arms.*.weight': field('weight', value.percent),
  holdout: field('holdout'),
  'holdout.weight': field('holdoutWeight', value.percent),
  'holdout.goesOn': field('goesOn', value.yesNo),
  until: field('wait', part.wait),
  on: field('on', value.message),
  responses: field('responses', value.each(value.response)),
  windowMinutes: field('window', value.duration),
  windowFrom: field(
    'windowFrom',
    value.oneOf(['arrival', 'send'], (of, t) => t(`versions.choice.${of === 'send' ? 'sendOfIt' : of}`)),
  ),
  ranked: field('ranked', value.yesNo),
};

const ENDS: Readonly<Record<string, Field>> = {
  to: field(
    'to',
    value.oneOf(['sales', 'crm', 'call-centre'], (of, t) => t(`inspectors.handoff.toOf.${of}`)),
  ),
  serviceMinutes: field('serviceMinutes', value.duration),
  slaMinutes: field('slaMinutes', value.duration),
  capacity: field('capacity'),
  'capacity.agents': field('agents'),
  'capacity.handlingMinutes': field('handlingMinutes', value.duration),
  'capacity.handlingSpread': field(
    'handlingSpread',
    value.oneOf(['exponential', 'constant'], (of, t) => t(`versions.choice.${of}`)),
  ),
  'capacity.hours': field('hours'),
  'capacity.hours.weekdays': field('weekdays', value.each(value.weekday)),
  'capacity.hours.from': field('hoursFrom', value.word),
  'capacity.hours.until': field('hoursUntil', value.word),
  costPerHandoff: field('costPerHandoff', value.money),
  'opportunity.winRate': field('winRate', value.rate),
  'opportunity.halfLifeMinutes': field('halfLife', value.duration),
  'opportunity.value': field('winValue', value.money),
  'opportunity.cycleMinutes': field('cycle', value.duration),
  'opportunity.cycleSigma': field('sigma'),
  conversion: field('conversion', (found, side) =>
    typeof found === 'object' && found && Object.keys(found).length === 0
      ? side.t('versions.yes')
      : undefined,
  ),
  'conversion.value': field('value', value.money),
  reason: field('reason'),
};

const SETTINGS: Readonly<Record<string, Field>> = {
  start: field('start', value.instant),
  horizonMinutes: field('horizon', value.duration),
  zone: field('zone', value.word),
  currency: field('currency', value.word),
  entryCap: field('entryCap'),
  reEntry: field('reEntry', part.reEntry),
  'exitRules.*.when': field('when', part.exitRule),
  'exitRules.*.mode': field(
    'leave',
    value.oneOf(['immediate', 'stepEnd', 'afterWait'], (of, t) => t(`inspectors.journey.modeOf.${of}`)),
  ),
  'goals.*.on': field('counts', part.goalOn),
  'goals.*.value': field('worth', part.goalValue),
  'goals.*.count': field(
    'count',
    value.oneOf(['oncePerEntry', 'every'], (of, t) => t(`inspectors.journey.countOf.${of}`)),
  ),
  'goals.*.window.minutes': field('goalWindow', value.duration),
  'goals.*.window.from': field(
    'goalWindowFrom',
    value.oneOf(['entry', 'send', 'open', 'click'], (of, t) => t(`inspectors.journey.windowFromOf.${of}`)),
  ),
  target: field('target'),
  'target.metric': field(
    'targetMetric',
    value.oneOf(['conversions', 'revenue', 'profit'], (of, t) => t(`words.metric.${of}`)),
  ),
  'target.atLeast': field('targetAtLeast'),
  'target.by': field('targetBy', value.word),
  priority: field('priority'),
  heterogeneity: field(
    'heterogeneity',
    value.oneOf(['on', 'off'], (of, t) => t(`versions.choice.${of === 'on' ? 'differ' : 'alike'}`)),
  ),
};

const FIELDS = new Map(Object.entries({ ...SHARED, ...SENDS, ...LOGIC, ...ENDS, ...SETTINGS }));

/** The field at a path below a step, the settings or the document; `*` stands for an item or a free name. */
export function fieldAt(path: string): Field | undefined {
  // A rung is a send, and items have names as steps do.
  return FIELDS.get(path) ?? FIELDS.get(path.replace(/^\w+\.\*\./, ''));
}
