import type { ProgramSend, ProgramStep, StepOp } from '../../src/compile/program.ts';
import { draw, PURPOSE } from '../../src/engine/random.ts';
import { outcomesOf } from './answers.ts';
import { clockMinutesFor, DAY, startOfDay } from './clock.ts';
import type { Sent } from './contact.ts';
import { Member } from './member.ts';
import type { Token } from './token.ts';

/** Quiet hours hold a message no longer. */
const MOST_MINUTES_HELD = 7 * DAY;

/** What the policies say to a message that is due. */
type Verdict =
  | { readonly say: 'send' }
  | { readonly say: 'unsent' | 'exit'; readonly reason: string }
  | { readonly say: 'hold'; readonly until: number };

/** A message sent: for those who want to watch a run. */
export interface Watched {
  readonly contact: number;
  readonly journey: string;
  readonly step: string;
  readonly channel: string;
  readonly minute: number;
}

type MessageOp = Extract<StepOp, { op: 'message' }>;
type EscalateOp = Extract<StepOp, { op: 'escalate' }>;

/** A contact in a journey that messages are sent to. */
export abstract class Sender extends Member {
  watch: ((sent: Watched) => void) | undefined;

  protected abstract leaveByExitRule(minute: number): void;

  /** A message is due, or a held one is looked at again. */
  protected message(op: MessageOp, token: Token, minute: number): void {
    const sendOn = (channel: number) => op.sendByChannel[channel]!;
    const { preferred } = this.contact;
    const own = op.preferred && preferred >= 0 && sendOn(preferred) >= 0 ? [preferred] : [];
    const tried = [...own, ...op.order].map(sendOn);
    const first = tried[0] ?? op.sendByChannel.find((send) => send >= 0)!;
    const possible = tried.find((send) => this.obstacle(this.sendAt(send)) === undefined);
    if (op.preferred && possible === undefined && !this.holdout) this.tally.unsent(first, 'consent');
    else this.attempt(possible ?? first, op, token, minute);
  }

  /** A ladder is climbed from its next rung: by the first rung that is sent or held. */
  protected escalate(op: EscalateOp, token: Token, minute: number): void {
    for (;;) {
      const rung = this.rungs.get(op.ladder) ?? 0;
      token.exit = rung < op.rungs.length ? 0 : 1;
      if (rung >= op.rungs.length) return;
      const isOver = this.attempt(op.rungs[rung]!, op, token, minute);
      if (token.held) return;
      this.rungs.set(op.ladder, rung + 1);
      if (isOver || this.holdout) return;
      token.due = { since: minute };
    }
  }

  /** Does with a message what the policies say; whether nothing more is to be tried. */
  private attempt(index: number, op: MessageOp | EscalateOp, token: Token, minute: number): boolean {
    const verdict = this.judge(index, op, token, minute);
    switch (verdict.say) {
      case 'send':
        this.send(index, op, token, minute);
        return true;
      case 'hold':
        token.held = { send: index, release: verdict.until };
        token.leaves = Infinity;
        return true;
      case 'unsent':
        this.tally.unsent(index, verdict.reason);
        return false;
      case 'exit':
        this.tally.unsent(index, verdict.reason);
        this.leaveByExitRule(minute);
        return true;
    }
  }

  /** The table of reasons, from the top. */
  private judge(index: number, op: MessageOp | EscalateOp, token: Token, minute: number): Verdict {
    const send = this.sendAt(index);
    const obstacle = this.obstacle(send);
    if (obstacle !== undefined) return { say: 'unsent', reason: obstacle };
    if (send.quiet && this.isQuiet(minute)) return this.inQuietHours(token, minute);
    const full = this.contact.frequency.firstFull(send.caps, minute);
    if (full !== undefined) return this.atCap(full, send, op, token, minute);
    if (!this.contact.capacity.affords(send.channel, send.costMicros))
      return { say: 'unsent', reason: 'budget' };
    return this.inTurn(send, token, minute);
  }

  private obstacle({ channel, transactional }: ProgramSend): string | undefined {
    const { contact } = this;
    if (this.holdout) return 'holdout';
    if (contact.suppressed.has(channel)) return 'suppressed';
    if (!transactional && !contact.consents(channel)) return 'consent';
    return contact.hasAddress(channel) ? undefined : 'unreachable';
  }

  private isQuiet(minute: number): boolean {
    const { from, until } = this.program.policies.quiet!;
    const local = this.contact.clock.local(this.contact.zone, minute);
    const clock = local - startOfDay(local);
    if (from < until) return from <= clock && clock < until;
    return from <= clock || clock < until;
  }

  private inQuietHours(token: Token, minute: number): Verdict {
    const { onQuiet, until, spreadMinutes } = this.program.policies.quiet!;
    if (onQuiet !== 'hold') return { say: onQuiet === 'skip' ? 'unsent' : 'exit', reason: 'quiet' };
    const { contact } = this;
    const step = this.step(token.step);
    const word = draw(contact.seed, step.key, contact.number, this.occasion(step, PURPOSE.RELEASE));
    const end = contact.clock.nextReading(contact.zone, minute, until);
    const release = end + Math.floor((word / 2 ** 32) * spreadMinutes);
    token.due.quietSince ??= minute;
    if (release > token.due.quietSince + MOST_MINUTES_HELD) return { say: 'unsent', reason: 'quiet' };
    delete token.due.place;
    return { say: 'hold', until: release };
  }

  private atCap(
    cap: number,
    send: ProgramSend,
    { op }: MessageOp | EscalateOp,
    token: Token,
    minute: number,
  ): Verdict {
    const { frequency } = this.contact;
    const { onCap, retryMinutes } = this.program.policies.caps[cap]!;
    const reason = frequency.reason(cap, minute, this.journey.priority);
    if (onCap === 'exit') return { say: 'exit', reason };
    const atMost = token.due.since + retryMinutes;
    if (onCap === 'skip' || op === 'escalate' || minute >= atMost) return { say: 'unsent', reason };
    delete token.due.place;
    return { say: 'hold', until: frequency.roomAfter(send.caps, minute, atMost) };
  }

  /** Nothing stops the message but the rate limits of its channel, which may let it wait for its place. */
  private inTurn({ channel }: ProgramSend, token: Token, minute: number): Verdict {
    const { capacity } = this.contact;
    if (!capacity.isLimited(channel) || token.due.place === channel) return { say: 'send' };
    const turn = capacity.takePlace(channel, minute);
    token.due.place = channel;
    return turn > minute ? { say: 'hold', until: turn } : { say: 'send' };
  }

  private send(index: number, op: { slot: number; everSlot: number }, token: Token, minute: number): void {
    const send = this.sendAt(index);
    const { contact, place } = this;
    const { group } = contact;
    this.tally.send(index, 'sent');
    this.tally.group(group, 'sent');
    contact.tally.audience(group, 'sent');
    this.tally.send(index, 'costMicros', send.costMicros);
    this.spend(minute, send.costMicros);
    contact.capacity.spend(send.channel, send.costMicros);
    contact.frequency.sent({ minute, counts: send.counts, priority: this.journey.priority });
    this.reached.add('messaged');
    const sent: Sent = {
      journey: place,
      send: index,
      channel: send.channel,
      minute,
      latest: [op.slot, this.journey.latestSlot].filter((slot) => slot >= 0),
      ever: [op.everSlot, this.journey.anySlot].filter((slot) => slot >= 0),
      answered: new Map(),
    };
    this.sents.push(sent);
    this.goals.openWindows('send', minute);
    this.expectAnswers(send, sent, this.step(token.step));
    const names = { journey: this.journey.id, step: this.step(token.step).id };
    this.watch?.({
      ...names,
      contact: contact.number,
      channel: this.program.channels[send.channel]!,
      minute,
    });
  }

  /** All that will come of a send is drawn at once. */
  private expectAnswers(send: ProgramSend, sent: Sent, step: ProgramStep): void {
    const { contact } = this;
    const { response } = this.program;
    const { minute } = sent;
    const who = {
      engagement: contact.engagement,
      propensity: contact.propensity,
      isMachine: contact.isMachine,
      deadWord: contact.deadWord,
      pressureBin: contact.pressureBin(minute),
      warp: (virtual: number) =>
        clockMinutesFor(virtual, contact.clock.local(contact.zone, minute), response.warp),
    };
    contact.addPressure(send.pressure);
    const at = {
      seed: contact.seed,
      stepKey: step.key,
      contact: contact.number,
      entry: this.entry,
      pass: this.passOf(step),
    };
    for (const { valueWord, after, ...rest } of outcomesOf(send, at, who, response)) {
      const value = valueWord === undefined ? 0 : contact.orderValue(valueWord);
      contact.expect({ ...rest, minute: minute + after, sent, value });
    }
  }

  private sendAt(index: number): ProgramSend {
    return this.journey.sends[index]!;
  }
}
