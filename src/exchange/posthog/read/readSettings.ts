import type { ExitRule, JourneySettings, ReEntry } from '../../../journey/journey.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import { isId } from '../../../journey/ids.ts';
import type { Rule } from '../../../journey/rules.ts';
import { days, minutes } from '../../../journey/units.ts';
import { isObject } from '../../kept.ts';
import { type Slip, numberOf, says } from '../slip.ts';
import type { ReadContext } from './context.ts';
import { ruleOfProperties } from './readFilters.ts';

/** As long as a repetition can be kept out at most: three years. Who may come in once only is kept out so long. */
export const NEVER_AGAIN_SECONDS = 94_608_000;

type Fields = Readonly<Record<string, unknown>>;
type Read = Pick<JourneySettings, 'reEntry' | 'exitRules'> & {
  readonly entryCap?: number;
  readonly windowMinutes?: number;
};

/** What the fields of a workflow beside its actions say. `eligible`: who its trigger lets in. */
export function readSettings(
  flow: Fields,
  slip: Slip,
  { eligible, context }: { readonly eligible: Rule | undefined; readonly context: ReadContext },
): Read {
  const cap = numberOf(slip, 'most');
  const { conversion } = flow;
  const window = isObject(conversion) ? conversion['window_minutes'] : undefined;
  const long = typeof window === 'number' && window >= 1 && window <= days(36_500);
  warnOfOthers(flow, context);
  return {
    reEntry: reEntryOf(flow['trigger_masking'], slip, context),
    exitRules: listedRules(slip) ?? exitRulesOf(flow, slip, { eligible, context }),
    ...(cap !== undefined && cap > 0 && { entryCap: cap }),
    ...(long && { windowMinutes: Math.round(window) }),
  };
}

function reEntryOf(masking: unknown, slip: Slip, context: ReadContext): ReEntry {
  if (!isObject(masking)) return { mode: 'afterExit' };
  const { ttl, hash, threshold } = masking;
  if (
    (typeof hash === 'string' && !hash.includes('person')) ||
    (typeof threshold === 'number' && threshold > 1)
  )
    context.warn({
      code: 'masking-not-read',
      words:
        '“trigger_masking” lets in every so many events, or goes by something else than the person. Here it goes by the person alone.',
      path: 'trigger_masking',
    });
  if (typeof ttl !== 'number' || !(ttl > 0) || ttl >= NEVER_AGAIN_SECONDS) return { mode: 'never' };
  const from = says(slip, 'cooldownAfterEnd') ? 'end' : 'start';
  return {
    mode: 'cooldown',
    minutes: minutes(says(slip, 'cooldownZero') ? 0 : Math.max(1, Math.round(ttl / 60))),
    from,
  };
}

const MODES = ['immediate', 'stepEnd', 'afterWait'] as const;

/** The exit rules as our own file lists them: `bought:converted:any:immediate`; undefined: it lists none. */
function listedRules(slip: Slip): readonly ExitRule[] | undefined {
  if (!says(slip, 'leave')) return undefined;
  return (slip['leave'] ?? []).flatMap((listed): ExitRule[] => {
    const [id = '', kind, about, mode] = listed.split(':');
    const how = MODES.find((one) => one === mode);
    const channel = (['any', ...CHANNELS] as const).find((one) => one === about);
    if (how === undefined || !isId(id)) return [];
    if (kind === 'converted') return [{ id, when: { kind }, mode: how }];
    return kind === 'unsubscribed' && channel ? [{ id, when: { kind, channel }, mode: how }] : [];
  });
}

/** How our own file calls a rule that is a conversion there. */
function named(slip: Slip): Pick<ExitRule, 'id' | 'mode'> {
  const [id = 'converted', mode] = slip['leaveBy'] ?? [];
  return { id: isId(id) ? id : 'converted', mode: MODES.find((one) => one === mode) ?? 'immediate' };
}

function exitRulesOf(
  flow: Fields,
  slip: Slip,
  { eligible, context }: { readonly eligible: Rule | undefined; readonly context: ReadContext },
): readonly ExitRule[] {
  const condition = flow['exit_condition'];
  const rules: ExitRule[] = [];
  if (condition === 'exit_on_conversion' || condition === 'exit_on_trigger_not_matched_or_conversion')
    rules.push({ ...named(slip), when: conversionOf(flow['conversion'], context) });
  if (
    condition === 'exit_on_trigger_not_matched' ||
    condition === 'exit_on_trigger_not_matched_or_conversion'
  )
    if (eligible)
      rules.push({
        id: 'not-matched',
        when: { kind: 'rule', rule: { kind: 'none', rules: [eligible] } },
        mode: 'immediate',
      });
    else
      context.warn({
        code: 'exit-condition-left-out',
        words:
          '“exit_condition” takes out who does not match the trigger any more, and the trigger asks nothing that can change. It is left out.',
        path: 'exit_condition',
      });
  return rules;
}

/** An event is a conversion; properties are a rule. */
function conversionOf(conversion: unknown, context: ReadContext): ExitRule['when'] {
  if (!isObject(conversion)) return { kind: 'converted' };
  const { filters, events } = conversion;
  if (Array.isArray(events) && events.length > 0) return { kind: 'converted' };
  const properties = isObject(filters) ? filters['properties'] : filters;
  if (!Array.isArray(properties) || properties.length === 0) return { kind: 'converted' };
  return { kind: 'rule', rule: ruleOfProperties(properties, 'conversion.filters', context) };
}

function warnOfOthers(flow: Fields, { warn }: ReadContext): void {
  if (isObject(flow['email_sending_rate_limit']))
    warn({
      code: 'rate-limit-not-read',
      words:
        '“email_sending_rate_limit” holds back e-mails of this workflow. Rate limits belong to the workspace here: set one under Policies.',
      path: 'email_sending_rate_limit',
    });
  if (typeof flow['abort_action'] === 'string' && flow['abort_action'] !== '')
    warn({
      code: 'abort-left-out',
      words:
        '“abort_action” says where contacts go on whose action failed. Nothing fails here, so it is left out.',
      path: 'abort_action',
    });
}
