import { ACCEPTED, type HandoffStep, MISSED } from '../../journey/steps/handoff.ts';
import { type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import type { Change, UpdateStep } from '../../journey/steps/update.ts';
import { tagOf } from '../tagOf.ts';
import { POINTS, type JsonObject } from './campaign.ts';
import { ALL_DNC_CHANNELS, dncChannel, fieldOf, fieldValue, questionParts } from './conditions.ts';
import { DO_NOTHING } from './doNothing.ts';
import { action, type Out, type Part, type StepParts, type Surroundings } from './parts.ts';

/** By a number of the contact’s own, below the sum of the shares so far. */
export function experimentParts(step: ExperimentStep, around: Surroundings): StepParts {
  const shares = [
    ...step.arms.map(({ id, weight }) => ({ exit: id, weight })),
    ...(step.holdout ? [{ exit: HOLDOUT, weight: step.holdout.weight }] : []),
  ];
  around.say('emulated', {
    code: 'random-field',
    words:
      'Mautic does not split by chance: a field of the contact is asked, which must hold a random number from 0 to below 100, drawn once and for this experiment alone.',
    returns: true,
  });
  const field = around.blank({
    id: `random-field:${around.id}`,
    kind: 'field',
    what: `the alias of the number field that holds a random number from 0 to below 100 for “${step.name}”`,
    form: 'text',
    scope: 'journey',
    placeholder: 'random_number_to_be_filled_in',
  });
  let sum = 0;
  const asked = shares.slice(0, -1).map(({ exit, weight }) => {
    sum = Math.round((sum + weight) * 1e6) / 1e6;
    const properties: JsonObject = { field, operator: 'lt', value: String(sum) };
    return { exit, question: { type: 'lead.field_value', properties } };
  });
  const last = shares.at(-1);
  if (!last) return { parts: [action(DO_NOTHING.type, DO_NOTHING.properties, { exit: 'none' })] };
  const parts = questionParts(asked, last.exit);
  if (step.holdout?.goesOn !== true) return { parts };
  around.say('missing', {
    code: 'holdout-goes-on',
    words:
      'Mautic cannot let contacts walk on without messages: those who are held out leave the campaign here.',
    returns: true,
  });
  const [first, ...rest] = parts.map(withoutHoldout);
  return { parts: first ? [first, ...rest] : parts };
}

function withoutHoldout(part: Part): Part {
  const out = Object.entries(part.out).filter(([, to]) => !('exit' in to && to.exit === HOLDOUT));
  return { ...part, out: Object.fromEntries(out) };
}

/** Hand-offs by what takes them. Whether a contact was taken in time says a tag that those who take it have to give. */
export function handoffParts(step: HandoffStep, around: Surroundings): StepParts {
  const taken = `${tagOf(around.id)}-taken`;
  const { slaMinutes } = step;
  const later =
    slaMinutes === undefined
      ? 'Contacts go on at once: Mautic does not know when they are taken.'
      : `At the end of the time limit Mautic asks for the tag “${taken}”, which whoever takes the contact must give; all wait until then.`;
  around.say('emulated', {
    code: 'handoff',
    words: `${HANDOFF_WORDS[step.to]} ${later}`,
    values: { tag: taken },
    returns: true,
  });
  if (slaMinutes === undefined) return { parts: [handingOver(step, { exit: ACCEPTED }, around)] };
  const asked: Part = {
    type: 'lead.tags',
    eventType: 'condition',
    properties: { tags: [taken] },
    out: { yes: { exit: ACCEPTED }, no: { exit: MISSED } },
    after: slaMinutes,
  };
  return { parts: [handingOver(step, { part: 1 }, around), asked] };
}

function handingOver(step: HandoffStep, out: Out, around: Surroundings): Part {
  const ask = (kind: string, what: string, form: 'wholeNumber' | 'text', placeholder: string) =>
    around.blank({ id: `${kind}:${around.id}`, kind, what, form, scope: 'journey', placeholder });
  switch (step.to) {
    case 'sales': {
      const what = `the number of the user who owns the contacts of “${step.name}” (Settings, Users, column ID)`;
      return action('lead.changeowner', { owner: ask('user', what, 'wholeNumber', '0') }, out);
    }
    case 'crm': {
      const what = `the name of the plugin that takes the contacts of “${step.name}” (Settings, Plugins)`;
      return action('plugin.leadpush', { integration: ask('plugin', what, 'text', 'to-be-filled-in') }, out);
    }
    case 'call-centre': {
      const what = `the number of the e-mail that tells the call centre of the contacts of “${step.name}” (Channels, Emails, column ID)`;
      const email = ask('internal e-mail', what, 'wholeNumber', '0');
      return action('email.send.to.user', { useremail: { email }, to_owner: 1 }, out);
    }
  }
}

const HANDOFF_WORDS: Readonly<Record<HandoffStep['to'], string>> = {
  sales: 'The contact gets an owner.',
  crm: 'The contact is pushed to a plugin.',
  'call-centre': 'An e-mail about the contact goes to its owner.',
};

/** One action for each change, but for fields that are set one after the other. */
export function updateParts(step: UpdateStep, around: Surroundings): StepParts {
  const actions = step.changes.reduce<Written[]>((before, change) => {
    const written = changeOf(change, around);
    const last = before.at(-1);
    return last && mayJoin(last, written)
      ? [...before.slice(0, -1), { ...last, properties: { ...last.properties, ...written.properties } }]
      : [...before, written];
  }, []);
  const [first = DO_NOTHING, ...rest] = actions;
  const all = [first, ...rest];
  const parts = all.map(({ type, properties }, index) =>
    action(type, properties, index + 1 < all.length ? { part: index + 1 } : { exit: 'next' }),
  );
  return {
    parts: [parts[0] ?? action(DO_NOTHING.type, DO_NOTHING.properties, { exit: 'next' }), ...parts.slice(1)],
  };
}

interface Written {
  readonly type: string;
  readonly properties: JsonObject;
}

const SET = 'lead.updatelead';

function mayJoin(last: Written, next: Written): boolean {
  return (
    last.type === SET &&
    next.type === SET &&
    Object.keys(next.properties).every((field) => !Object.hasOwn(last.properties, field))
  );
}

function changeOf(change: Change, around: Surroundings): Written {
  switch (change.type) {
    case 'set':
      return { type: SET, properties: { [fieldOf(change.column, around)]: fieldValue(change.value) } };
    case 'addScore': {
      const points = Math.round(change.points);
      if (points !== change.points)
        around.say('emulated', {
          code: 'points-rounded',
          words: `Mautic counts whole points: ${change.points} become ${points}.`,
          values: { points: change.points, rounded: points },
          returns: true,
        });
      return { type: POINTS, properties: { points } };
    }
    case 'addTag':
      return { type: 'lead.changetags', properties: { add_tags: [change.tag], remove_tags: [] } };
    case 'removeTag':
      return { type: 'lead.changetags', properties: { add_tags: [], remove_tags: [change.tag] } };
    case 'suppress':
      return suppression(change.channel, around);
  }
}

function suppression(
  channel: Extract<Change, { type: 'suppress' }>['channel'],
  around: Surroundings,
): Written {
  const known =
    channel === 'all' ? ALL_DNC_CHANNELS : [dncChannel(channel)].filter((name) => name !== undefined);
  if (known.length > 0) return { type: 'lead.adddnc', properties: { channels: known, reason: '' } };
  around.say('missing', {
    code: 'suppress',
    words: `Mautic has no “do not contact” for the channel “${channel}”: nothing is changed there.`,
    values: { channel },
    returns: true,
  });
  return DO_NOTHING;
}
