import type { Doubt } from '../doubt.ts';
import { JUMP, SEND_EMAIL } from './campaign.ts';
import { nameOfEvent } from './eventName.ts';
import type { Tree } from './treeShape.ts';

/** Marketing e-mails between a jump and the event above it that it leads back to: Mautic sends them in the first round only. */
export function sentOnce({ order, events, targetOf, parentOf }: Tree): readonly Doubt[] {
  const again = new Set<string>();
  for (const { id, raw } of order) {
    if (raw.type !== JUMP) continue;
    const way: string[] = [];
    const target = targetOf(id);
    for (let at: string | undefined = id; at !== undefined && at !== target; at = parentOf.get(at)?.id)
      way.push(at);
    const top = way.at(-1);
    if (target !== undefined && top !== undefined && parentOf.get(top)?.id === target)
      for (const at of [...way, target]) again.add(at);
  }
  return [...again].flatMap((id) => {
    const event = events.get(id);
    if (event?.raw.type !== SEND_EMAIL || event.properties['email_type'] === 'transactional') return [];
    return [
      {
        code: 'sent-once',
        words: `Mautic sends “${nameOfEvent(event.raw)}” to a contact once only, as it is a marketing e-mail; here it is sent in every round of the loop.`,
        path: event.path,
      },
    ];
  });
}
