import type { EntryStep } from '../journey/steps/entry.ts';
import type { ExperimentStep } from '../journey/steps/experiment.ts';
import type { Step } from '../journey/steps/index.ts';
import type { Change, UpdateStep } from '../journey/steps/update.ts';
import type { WaitStep } from '../journey/steps/wait.ts';
import { MINUTES_PER_DAY } from '../journey/units.ts';
import type { Formats } from '../i18n/useFormat.ts';
import type { Translate } from '../i18n/i18n.ts';
import { isolated } from '../i18n/isolated.ts';
import { shownShares } from './shownShares.ts';

export interface Wording {
  readonly t: Translate;
  readonly format: Formats;
  readonly currency: string;
}

/** What a step does, in one line of plain language. */
export function stepSummary(step: Step, wording: Wording): string {
  const { t, format } = wording;
  switch (step.kind) {
    case 'entry':
      return entrySummary(step, wording);
    case 'split':
      return step.branches.length === 0
        ? t('editJourney.summary.splitEmpty')
        : t('editJourney.summary.split', {
            branches: step.branches.map(({ name }) => isolated(name)).join(', '),
          });
    case 'experiment':
      return experimentSummary(step, wording);
    case 'message': {
      const channel = t(`words.channel.${step.channel}`);
      const subject = step.content?.subject ?? step.content?.body;
      return subject
        ? t('editJourney.summary.message.titled', { channel, subject })
        : t('editJourney.summary.message.bare', { channel });
    }
    case 'wait':
      return waitSummary(step, wording);
    case 'check': {
      const responses = step.responses.map((response) => t(`words.exit.${response}`));
      if (responses.length === 0) return t('editJourney.summary.checkEmpty');
      return t('editJourney.summary.check', {
        responses: orList(responses, t),
        duration: format.duration(step.windowMinutes),
      });
    }
    case 'escalate':
      return step.rungs.length === 0
        ? t('editJourney.summary.escalateEmpty')
        : step.rungs.map(({ channel }) => t(`words.channel.${channel}`)).join(' → ');
    case 'update':
      return updateSummary(step, wording);
    case 'handoff':
      return t(`editJourney.summary.handoff.${step.to}`, { rate: format.rate(step.opportunity.winRate) });
    case 'goal':
      if (!step.conversion) return t('editJourney.summary.goal.milestone');
      return step.conversion.value === undefined
        ? t('editJourney.summary.goal.conversion')
        : t('editJourney.summary.goal.value', {
            value: format.money(step.conversion.value, wording.currency),
          });
    case 'exit':
      return step.reason
        ? t('editJourney.summary.exit.reason', { reason: step.reason })
        : t('editJourney.summary.exit.plain');
  }
}

function entrySummary({ trigger, eligible, spreadMinutes }: EntryStep, wording: Wording): string {
  const { t, format } = wording;
  const words = () => {
    switch (trigger.type) {
      case 'atOnce':
        return spreadMinutes
          ? t('editJourney.summary.entry.spread', { duration: format.duration(spreadMinutes) })
          : t('editJourney.summary.entry.atOnce');
      case 'schedule':
        return trigger.everyDays === 1
          ? t('editJourney.summary.entry.schedule.one', { at: trigger.at })
          : t('editJourney.summary.entry.schedule.many', { days: trigger.everyDays, at: trigger.at });
      case 'events':
        return t('editJourney.summary.entry.events', {
          event: trigger.event,
          perDay: format.number(trigger.perDay, 1),
        });
      case 'date': {
        const days = format.duration(Math.abs(trigger.offsetDays) * MINUTES_PER_DAY);
        const when = trigger.offsetDays === 0 ? 'on' : trigger.offsetDays < 0 ? 'before' : 'after';
        return t(`editJourney.summary.entry.date.${when}`, { days, column: trigger.column, at: trigger.at });
      }
    }
  };
  return eligible ? t('editJourney.summary.entry.eligible', { trigger: words() }) : words();
}

function experimentSummary({ arms, holdout }: ExperimentStep, { t, format }: Wording): string {
  const shares = shownShares([...arms.map(({ weight }) => weight), ...(holdout ? [holdout.weight] : [])]);
  const shareAt = (index: number) => format.number(shares[index] ?? 0, 1);
  const parts = arms.map(({ name }, index) => t('editJourney.summary.arm', { name, weight: shareAt(index) }));
  const rest = holdout ? [t('editJourney.summary.holdout', { weight: shareAt(arms.length) })] : [];
  return [...parts, ...rest].join(', ');
}

function waitSummary({ until }: WaitStep, { t, format }: Wording): string {
  switch (until.type) {
    case 'duration':
      return t('editJourney.summary.wait.duration', { duration: format.duration(until.minutes) });
    case 'daysAt':
      return until.days === 0
        ? t('editJourney.summary.wait.today', { at: until.at })
        : t('editJourney.summary.wait.daysAt', {
            duration: format.duration(until.days * MINUTES_PER_DAY),
            at: until.at,
          });
    case 'timeOfDay':
      return t('editJourney.summary.wait.timeOfDay', { at: until.at });
    case 'weekday': {
      const weekday = t(`words.${until.at ? 'weekdayShort' : 'weekday'}.${until.weekday}`);
      return until.at
        ? t('editJourney.summary.wait.weekdayAt', { weekday, at: until.at })
        : t('editJourney.summary.wait.weekday', { weekday });
    }
    case 'date': {
      const duration = format.duration(Math.abs(until.offsetMinutes));
      const form = until.offsetMinutes === 0 ? 'date' : until.offsetMinutes < 0 ? 'dateBefore' : 'dateAfter';
      return t(`editJourney.summary.wait.${form}`, { duration, column: until.column });
    }
    case 'random':
      return t('editJourney.summary.wait.random', {
        from: format.duration(until.from),
        to: format.duration(until.to),
      });
  }
}

function updateSummary({ changes }: UpdateStep, wording: Wording): string {
  const { t } = wording;
  const [first, ...others] = changes;
  if (!first) return t('editJourney.summary.update.none');
  const words = changeWords(first, wording);
  return others.length === 0
    ? words
    : t('editJourney.summary.update.more', { first: words, count: others.length });
}

function changeWords(change: Change, { t, format }: Wording): string {
  switch (change.type) {
    case 'set': {
      const { value } = change;
      const shown =
        typeof value === 'boolean'
          ? t(`editJourney.summary.update.${value ? 'yes' : 'no'}`)
          : typeof value === 'number'
            ? format.number(value, 6)
            : value;
      return t('editJourney.summary.update.set', { column: change.column, value: shown });
    }
    case 'addScore':
      return t('editJourney.summary.update.addScore', {
        points: `${change.points < 0 ? '−' : '+'}${format.number(Math.abs(change.points))}`,
      });
    case 'addTag':
      return t('editJourney.summary.update.addTag', { tag: change.tag });
    case 'removeTag':
      return t('editJourney.summary.update.removeTag', { tag: change.tag });
    case 'suppress':
      return change.channel === 'all'
        ? t('editJourney.summary.update.suppressAll')
        : t('editJourney.summary.update.suppress', { channel: t(`words.channel.${change.channel}`) });
  }
}

/** “Opened, clicked or replied” */
function orList(words: readonly string[], t: Translate): string {
  const [first = '', ...rest] = words;
  const lower = rest.map((word) => word.toLowerCase());
  const last = lower.pop();
  return last === undefined
    ? first
    : t('editJourney.summary.or', { first: [first, ...lower].join(', '), last });
}
