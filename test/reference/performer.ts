import type { HandoffOp, ProgramStep, StepOp } from '../../src/compile/program.ts';
import { draw, PURPOSE, second } from '../../src/engine/random.ts';
import type { Agents } from './agents.ts';
import { quantile, rounded } from './answers.ts';
import type { Contact, Sent } from './contact.ts';
import { Sender } from './sender.ts';
import type { Token } from './token.ts';
import { waitUntil } from './waits.ts';

const TWO_32 = 2 ** 32;
const [ACCEPTED, MISSED] = [0, 1];

type CheckOp = Extract<StepOp, { op: 'check' }>;

/** A contact in a journey that does what the steps say. */
export abstract class Performer extends Sender {
  /** Of the hand-offs that have some. */
  private readonly agents: ReadonlyMap<ProgramStep, Agents>;
  protected token: Token | undefined;

  constructor(contact: Contact, place: number, agents: ReadonlyMap<ProgramStep, Agents>) {
    super(contact, place);
    this.agents = agents;
  }

  protected perform(step: ProgramStep, token: Token): void {
    const { op } = step;
    switch (op.op) {
      case 'entry':
      case 'exit':
        return;
      case 'pass':
        token.exit = op.exit;
        return;
      case 'split': {
        const branch = op.tests.findIndex((test) => this.holds(test));
        token.exit = branch < 0 ? op.tests.length : branch;
        return;
      }
      case 'experiment': {
        // Neither entry nor pass: the same arm each time.
        const word = draw(this.contact.seed, step.key, this.contact.number, PURPOSE.ARM);
        const arm = op.thresholds.findIndex((threshold) => word < threshold);
        token.exit = arm < 0 ? op.thresholds.length : arm;
        if (token.exit === op.holdoutExit && op.holdoutGoesOn) this.holdout = true;
        return;
      }
      case 'message':
        return this.message(op, token, token.arrived);
      case 'escalate':
        return this.escalate(op, token, token.arrived);
      case 'wait':
        return this.wait(step, op, token);
      case 'check':
        return this.check(op, token);
      case 'update':
        return this.contact.update(op);
      case 'handoff':
        return this.handoff(step, op, token);
      case 'goal':
        return this.goal(step, op, token);
    }
  }

  private wait(step: ProgramStep, op: Extract<StepOp, { op: 'wait' }>, token: Token): void {
    const { contact } = this;
    const until = waitUntil(op.until, token.arrived, {
      clock: contact.clock,
      zone: contact.zone,
      epoch: this.program.epoch,
      share: this.word(step, PURPOSE.WAITING) / TWO_32,
      input: (at) => contact.input(at),
    });
    if (until === undefined) this.tally.step('wentOn', token.step);
    token.leaves = until ?? token.arrived;
  }

  private goal(step: ProgramStep, op: Extract<StepOp, { op: 'goal' }>, token: Token): void {
    const word = this.word(step, PURPOSE.VALUE);
    const value = op.valueMinor < 0 ? this.contact.orderValue(word) : op.valueMinor;
    if (op.records) this.contact.converts(token.arrived, value);
    this.goals.stepReached(token.step, token.arrived, op.records ? value : 0);
  }

  private check(op: CheckOp, token: Token): void {
    const sent = this.checked(op);
    token.leaves = token.arrived + op.windowMinutes;
    if (sent && op.fromSend) token.leaves = Math.max(token.arrived, sent.minute + op.windowMinutes);
    if (this.checkEnds(token, token.arrived)) this.endCheck(token, token.arrived);
  }

  /** Whether a check has what it waits for: its answer, or its time. */
  protected checkEnds(token: Token, minute: number): boolean {
    const { op } = this.step(token.step);
    if (op.op !== 'check') return false;
    return token.leaves === minute || (!op.ranked && this.bestAnswer(op) !== undefined);
  }

  protected endCheck(token: Token, minute: number): void {
    const { op } = this.step(token.step);
    if (op.op !== 'check') return;
    token.exit = this.bestAnswer(op) ?? op.noResponseExit;
    token.leaves = minute;
  }

  /** The send that a check reads. */
  private checked(op: CheckOp): Sent | undefined {
    return this.sents.findLast((sent) => sent.latest.includes(op.slot));
  }

  /** Exit of the best answer there is now. */
  private bestAnswer(op: CheckOp): number | undefined {
    const sent = this.checked(op);
    if (!sent) return undefined;
    const unsubscribed = this.contact.unsubscribed.get(sent.channel);
    const there = [
      this.goals.isReachedSince(sent.minute),
      sent.answered.has('clicked'),
      sent.answered.has('replied'),
      sent.answered.has('opened'),
      unsubscribed !== undefined && unsubscribed > sent.minute,
      sent.answered.has('bounced'),
    ];
    return op.exitOf.find((exit, rank) => exit >= 0 && there[rank]);
  }

  private handoff(step: ProgramStep, op: HandoffOp, token: Token): void {
    const { serviceMinutes, slaMinutes } = op;
    token.exit = this.holdout ? MISSED : ACCEPTED;
    if (this.holdout) return;
    if (op.queue) return this.queueUp(step, op, token);
    if (slaMinutes >= 0 && serviceMinutes > slaMinutes) {
      token.exit = MISSED;
      token.leaves = token.arrived + slaMinutes;
    } else {
      token.leaves = token.arrived + serviceMinutes;
      token.onLeave = () => this.accepted(step, op, token, serviceMinutes);
    }
  }

  /** Waits for an agent, in seconds. */
  private queueUp(step: ProgramStep, op: HandoffOp, token: Token): void {
    const { contact } = this;
    const fraction = Math.floor((this.word(step, PURPOSE.QUEUE) / TWO_32) * 60);
    const handling = quantile(op.queue!.handling, second());
    const came = 60 * token.arrived + fraction;
    token.leaves = Infinity;
    this.agents.get(step)!.join({
      contact: contact.number,
      rank: contact.rank,
      joined: came + 60 * op.serviceMinutes,
      deadline: op.slaMinutes < 0 ? Infinity : came + 60 * op.slaMinutes,
      handling: Math.max(1, Math.ceil(handling)),
      isThere: () => this.token === token,
      taken: (at) => {
        token.leaves = Math.ceil(at / 60);
        token.onLeave = () => this.accepted(step, op, token, (at - came) / 60);
      },
      missed: (at) => {
        token.exit = MISSED;
        token.leaves = Math.floor(at / 60) + 1;
      },
    });
  }

  /** Somebody talks to the contact, after so many minutes of waiting. */
  private accepted(step: ProgramStep, op: HandoffOp, token: Token, waitMinutes: number): void {
    this.spend(token.leaves, op.costMicros);
    const wins = this.word(step, PURPOSE.WINNING) < winThreshold(op, waitMinutes);
    const won = token.leaves + rounded(quantile(op.cycle, second()));
    const value = this.contact.orderValue(this.word(step, PURPOSE.VALUE), op.valueMeanMinor);
    if (!wins || won >= this.program.endMinute) return;
    this.tally.step('won', token.step);
    this.contact.expect({ answer: 'conversion', minute: won, value });
  }

  private word(step: ProgramStep, purpose: number): number {
    return draw(this.contact.seed, step.key, this.contact.number, this.occasion(step, purpose));
  }
}

/** The chance to win, out of 2^32: of 64 for each half-life the places of the table, and between them in proportion. */
function winThreshold({ winThreshold: table, halfLifeMinutes }: HandoffOp, waitMinutes: number): number {
  const place = (waitMinutes / halfLifeMinutes) * 64;
  const cell = Math.floor(place);
  if (cell >= table.length - 1) return table[table.length - 1]!;
  return table[cell]! + (table[cell + 1]! - table[cell]!) * (place - cell);
}
