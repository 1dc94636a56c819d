import { stepSummary } from '../stepSummary.ts';
import { ruleInWords } from '../ruleInWords.ts';
import type { ExitRule, Goal } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { clipped } from './plainWords.ts';
import { itemOf, stepName, type Say, type Side } from './side.ts';

/** Parts of a journey that are said as a whole; each finds itself, typed, in the side's document. */

function ruleWords(rule: Rule, side: Side): string {
  return clipped(ruleInWords(rule, side.t, (id) => stepName(id, side)));
}

export const wait: Say = (_, side) =>
  side.step?.kind === 'wait' ? waitWords(side.step.until, side) : undefined;

function waitWords(until: WaitUntil, { t, format }: Side): string {
  switch (until.type) {
    case 'duration':
      return format.duration(until.minutes);
    case 'daysAt':
      return t('versions.wait.daysAt', {
        duration: format.duration(until.days * MINUTES_PER_DAY),
        at: until.at,
      });
    case 'timeOfDay':
      return t('versions.wait.timeOfDay', { at: until.at });
    case 'weekday': {
      const weekday = t(`words.weekday.${until.weekday}`);
      return until.at === undefined
        ? t('versions.wait.weekday', { weekday })
        : t('versions.wait.weekdayAt', { weekday, at: until.at });
    }
    case 'date': {
      const form = until.offsetMinutes === 0 ? 'date' : until.offsetMinutes < 0 ? 'dateBefore' : 'dateAfter';
      const duration = format.duration(Math.abs(until.offsetMinutes));
      return t(`versions.wait.${form}`, { duration, column: clipped(until.column) });
    }
    case 'random':
      return t('versions.wait.random', {
        from: format.duration(until.from),
        to: format.duration(until.to),
      });
  }
}

export const trigger: Say = (_, { t, format, journey, step }) => {
  if (step?.kind !== 'entry') return undefined;
  const { currency } = journey.settings;
  return clipped(stepSummary({ kind: 'entry', name: '', trigger: step.trigger }, { t, format, currency }));
};

export const eligible: Say = (_, side) =>
  side.step?.kind === 'entry'
    ? side.step.eligible
      ? ruleWords(side.step.eligible, side)
      : side.t('inspectors.rule.everyone')
    : undefined;

export const branchRule: Say = (_, side) => {
  const branch = side.step?.kind === 'split' ? itemOf(side.step.branches, side.item) : undefined;
  return branch && ruleWords(branch.rule, side);
};

export const arm: Say = (_, { t, format, step, item }) => {
  const found = step?.kind === 'experiment' ? itemOf(step.arms, item) : undefined;
  return found && t('versions.percent', { number: format.number(found.weight, 2) });
};

export const rung: Say = (_, { t, step, item }) => {
  const found = step?.kind === 'escalate' ? itemOf(step.rungs, item) : undefined;
  return found && t(`words.channel.${found.channel}`);
};

/** What an update does is said as its card says it. */
export const change: Say = (_, { t, format, journey, step, item }) => {
  const found = step?.kind === 'update' && typeof item === 'number' ? step.changes[item] : undefined;
  const { currency } = journey.settings;
  return (
    found && clipped(stepSummary({ kind: 'update', name: '', changes: [found] }, { t, format, currency }))
  );
};

export const reEntry: Say = (_, { t, format, journey }) => {
  const { reEntry: rule } = journey.settings;
  return rule.mode === 'cooldown'
    ? t(`versions.reEntry.${rule.from}`, { duration: format.duration(rule.minutes) })
    : t(`versions.reEntry.${rule.mode}`);
};

export const exitRule: Say = (_, side) => {
  const found = itemOf(side.journey.settings.exitRules, side.item);
  return found && whenWords(found.when, side);
};

function whenWords(when: ExitRule['when'], side: Side): string {
  const { t } = side;
  switch (when.kind) {
    case 'converted':
      return t('versions.leavesWhen.converted');
    case 'unsubscribed': {
      const channel =
        when.channel === 'any' ? t('versions.leavesWhen.anyChannel') : t(`words.channel.${when.channel}`);
      return t('versions.leavesWhen.unsubscribed', { channel });
    }
    case 'rule':
      return t('versions.leavesWhen.rule', { rule: ruleWords(when.rule, side) });
  }
}

const goalOf = ({ journey, item }: Side): Goal | undefined => itemOf(journey.settings.goals, item);

export const goalOn: Say = (_, side) => {
  const on = goalOf(side)?.on;
  switch (on?.kind) {
    case undefined:
      return undefined;
    case 'conversion':
      return side.t('versions.goalOn.conversion');
    case 'step': {
      const name = stepName(on.step, side);
      const step = name === undefined ? side.t('inspectors.rule.goneStep') : clipped(name);
      return side.t('versions.goalOn.step', { step });
    }
    case 'rule':
      return side.t('versions.goalOn.rule', { rule: ruleWords(on.rule, side) });
  }
};

export const goalValue: Say = (_, side) => {
  const value = goalOf(side)?.value;
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'event':
      return side.t('versions.goalValue.event');
    case 'fixed':
      return side.format.money(value.amount, side.journey.settings.currency);
    case 'column':
      return side.t('versions.goalValue.column', { column: clipped(value.column) });
  }
};
