import type { ProgramStep, StepOp } from '../../src/compile/program.ts';
import { occasion } from '../../src/engine/random.ts';
import type { UnsentReason } from '../../src/engine/results.ts';
import { outcomesOf } from './answers.ts';
import { clockMinutesFor } from './clock.ts';
import { Contact, type Sent } from './contact.ts';

/** A contact that messages are sent to. */
export class Recipient extends Contact {
  protected message(step: ProgramStep, op: Extract<StepOp, { op: 'message' }>, t: number): void {
    const sendOn = (channel: number) => op.sendByChannel[channel]!;
    const preferred = this.columns.preferred[this.row]!;
    const own = op.preferred && preferred >= 0 && sendOn(preferred) >= 0 ? [preferred] : [];
    const tried = [...own, ...op.order];
    const possible = tried.find((channel) => this.obstacle(channel, op.transactional) === undefined);
    if (possible !== undefined) return this.send(step, op, sendOn(possible), t);
    const first = tried[0] ?? op.sendByChannel.findIndex((send) => send >= 0);
    const reason = this.obstacle(first, op.transactional) ?? 'consent';
    this.tally.unsent(sendOn(first), op.preferred && reason !== 'holdout' ? 'consent' : reason);
  }

  /** Whether a rung was climbed. */
  protected escalate(step: ProgramStep, op: Extract<StepOp, { op: 'escalate' }>, t: number): boolean {
    for (let rung = this.rungs.get(op.ladder) ?? 0; rung < op.rungs.length; rung++) {
      this.rungs.set(op.ladder, rung + 1);
      const send = op.rungs[rung]!;
      const reason = this.obstacle(this.journey.sends[send]!.channel, false);
      if (reason === undefined) {
        this.send(step, op, send, t);
        return true;
      }
      this.tally.unsent(send, reason);
      if (reason === 'holdout') return true;
    }
    return false;
  }

  protected obstacle(channel: number, transactional: boolean): UnsentReason | undefined {
    if (this.holdout) return 'holdout';
    if (this.suppressed.has(channel)) return 'suppressed';
    if (!transactional && !this.consents(channel)) return 'consent';
    return Math.floor(this.columns.reachable[this.row]! / 2 ** channel) % 2 === 1 ? undefined : 'unreachable';
  }

  protected send(step: ProgramStep, op: { slot: number; everSlot: number }, index: number, t: number): void {
    const send = this.journey.sends[index]!;
    const { response } = this.program;
    this.tally.send(index, 'sent');
    this.tally.group(this.group, 'sent');
    this.spend(t, send.costMicros);
    this.tally.send(index, 'costMicros', send.costMicros);
    this.reached.add('messaged');
    const pressureBin = this.pressureBin(t);
    this.pressure += send.pressure;
    this.openWindows('send', t);
    const sent: Sent = {
      send: index,
      channel: send.channel,
      minute: t,
      latest: [op.slot, this.journey.latestSlot].filter((slot) => slot >= 0),
      ever: [op.everSlot, this.journey.anySlot].filter((slot) => slot >= 0),
      answered: new Map(),
    };
    this.sents.push(sent);
    const at = {
      seed: this.seed,
      stepKey: step.key,
      contact: this.contact,
      entry: this.entry,
      pass: this.passOf(step),
    };
    const who = {
      engagement: this.engagement,
      propensity: this.propensity,
      isMachine: this.isMachine,
      deadWord: this.deadWord,
      pressureBin,
      warp: (virtual: number) => clockMinutesFor(virtual, this.clock.local(this.zone, t), response.warp),
    };
    for (const outcome of outcomesOf(send, at, who, response)) {
      const { valueWord, after, ...rest } = outcome;
      const value = valueWord === undefined ? 0 : this.orderValue(valueWord);
      this.expect({ ...rest, minute: t + after, sent, value });
    }
  }

  /** Pressure fades by the quarter hours since the last send, then counts in sixteenths. */
  protected pressureBin(t: number): number {
    const { pressureDecay, startPressure } = this.program.response;
    let quarters = Math.floor((t - this.lastSend) / 15);
    const most = pressureDecay.length - 1;
    while (quarters > most) {
      this.pressure *= pressureDecay[most]!;
      quarters -= most;
    }
    this.pressure = Math.floor(this.pressure * pressureDecay[quarters]!);
    this.lastSend = t;
    return Math.min(255, Math.floor((startPressure + this.pressure) / 256));
  }

  protected passOf(step: ProgramStep): number {
    return step.counter < 0 ? 0 : this.passes.get(this.journey.steps.indexOf(step))! - 1;
  }

  protected occasion(step: ProgramStep, purpose: number): number {
    return occasion(this.entry, this.passOf(step), purpose);
  }
}
