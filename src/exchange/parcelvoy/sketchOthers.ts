import type { StepId } from '../../journey/ids.ts';
import { durationWords } from '../../journey/policies.ts';
import type { ExitStep } from '../../journey/steps/exit.ts';
import type { GoalStep } from '../../journey/steps/goal.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../journey/steps/handoff.ts';
import type { UpdateStep } from '../../journey/steps/update.ts';
import { tagOf } from '../tagOf.ts';
import { SCORE_WORDS, TAG_WORDS } from './rules.ts';
import { inARow, lasting, OWN, type Sketch, single } from './sketch.ts';
import { updateTemplate } from './templates.ts';
import type { Plan } from './tellers.ts';

export function sketchUpdate({ name, changes }: UpdateStep, id: StepId, { say }: Plan): Sketch {
  if (changes.some(({ type }) => type === 'addTag' || type === 'removeTag'))
    say('emulated', id, { code: 'tag-as-attribute', words: TAG_WORDS, returns: true });
  if (changes.some(({ type }) => type === 'addScore'))
    say('emulated', id, { code: 'score-as-attribute', words: SCORE_WORDS, returns: true });
  for (const change of changes)
    if (change.type === 'suppress')
      say('missing', id, {
        code: 'suppress-left',
        words: `A journey cannot unsubscribe anybody there: the user gets the attribute “suppressed_${change.channel}”, for whatever looks after subscriptions, and is sent messages until that has done so.`,
        returns: true,
      });
  return inARow([[OWN, { type: 'update', name, data: { template: updateTemplate(changes) } }]]);
}

/** An event for whatever brings the contact to the people who call, and the time that they take. */
export function sketchHandoff(step: HandoffStep, id: StepId, { say, journey }: Plan): Sketch {
  const { name, to, serviceMinutes, slaMinutes } = step;
  const missed = slaMinutes !== undefined && serviceMinutes > slaMinutes;
  const minutes = missed ? slaMinutes : serviceMinutes;
  const [taken, other] = missed ? [MISSED, ACCEPTED] : [ACCEPTED, MISSED];
  say('emulated', id, {
    code: 'handoff-by-event',
    words: `Posts the event “handoff_${to}”, for whatever brings contacts to the people who call; everyone goes on by “${taken}”${minutes > 0 ? ` after ${durationWords(minutes)}` : ''}.`,
    returns: true,
  });
  if (journey.links[id]?.[other] !== undefined)
    say('missing', id, {
      code: 'handoff-one-way',
      words: `What came of it is not heard of there: nobody goes on by “${other}”.`,
      returns: true,
    });
  // Without a template the server never lets anybody past the step.
  const posts = { type: 'event', name, data: { event_name: `handoff_${to}`, template: '{}' } } as const;
  const waits = { type: 'delay', name: `${name}: time to call`, data: lasting(minutes) } as const;
  return inARow([[OWN, posts], ...(minutes > 0 ? [['time', waits] as const] : [])], taken);
}

export function sketchGoal({ name, conversion }: GoalStep, id: StepId, { say }: Plan): Sketch {
  const event = `reached_${tagOf(name)}`;
  say('emulated', id, {
    code: 'goal-as-event',
    words: `Posts the event “${event}” to the user${conversion ? '; its worth is not told' : ''}.`,
    returns: true,
  });
  return inARow([[OWN, { type: 'event', name, data: { event_name: event, template: '{}' } }]]);
}

export function sketchExit({ name }: ExitStep, entrance: string | undefined): Sketch {
  const data = entrance === undefined ? {} : { entrance_uuid: entrance };
  return single({ type: 'exit', name, data, children: [] });
}
