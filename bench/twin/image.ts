import type { Columns, Program, ProgramSend, ProgramStep, Test } from '../../src/compile/program.ts';

type Numbers = Float64Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** A file of 8-byte words in the order in which the twin reads them; an array is its length and its bytes, padded. */
class Image {
  readonly #pieces: Buffer[] = [];

  int(...values: number[]): void {
    for (const value of values) {
      const word = Buffer.alloc(8);
      word.writeBigInt64LE(BigInt(value));
      this.#pieces.push(word);
    }
  }

  array(values: Numbers): void {
    this.int(values.length);
    this.#pieces.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    this.#pieces.push(Buffer.alloc(-values.byteLength & 7));
  }

  ints(values: readonly number[]): void {
    this.array(Int32Array.from(values));
  }

  doubles(...values: number[]): void {
    this.array(Float64Array.from(values));
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

/** The Program and the columns of all parts as one file. Throws for whatever the twin has not learnt. */
export function twinImage(program: Program, parts: readonly Columns[], seed: number): Buffer {
  const image = new Image();
  const journey = program.journeys[0]!;
  need(program.journeys.length === 1, 'several journeys');
  need(!program.chronological && !journey.sends.some(isHeldUp), 'policies');
  need(journey.exitRules.length === 0, 'exit rules');
  need(journey.entryCap < 0, 'an entry cap');
  need(journey.reEntry.mode === 'never', 'coming back');
  need(journey.slots === 1 && journey.latestSlot === 0, 'checks of single messages');
  need(program.channels.length <= 16, 'more than 16 channels');
  image.int(seed, program.epoch, program.endMinute, program.channels.length);
  image.int(journey.startMinute, journey.horizonMinute, journey.targetMinute, journey.entryStep);
  image.int(journey.counters, journey.ladders);
  writeTables(image, program);
  image.int(journey.sends.length);
  for (const send of journey.sends) writeSend(image, send);
  image.int(journey.goals.length);
  for (const { on, value, every, windowMinutes, windowFrom } of journey.goals) {
    need(windowFrom === 'entry' && on.kind !== 'test' && value.kind !== 'input', 'such a goal');
    image.int(on.kind === 'step' ? on.step : -1, value.kind === 'fixed' ? value.minor : -1);
    image.int(every ? 1 : 0, windowMinutes);
  }
  image.int(journey.steps.length);
  for (const step of journey.steps) writeStep(image, step);
  image.int(parts.length, program.inputs.length);
  for (const columns of parts) writeColumns(image, columns);
  return image.bytes();
}

function isHeldUp({ caps, counts, quiet }: ProgramSend): boolean {
  return quiet || caps.length + counts.length > 0;
}

function need(known: boolean, what: string): void {
  if (!known) throw new Error(`the C twin does not know ${what}; teach it in bench/twin/twin.c`);
}

function writeTables(image: Image, { zones, response }: Program): void {
  image.int(zones.firstQuarter, zones.quarters);
  image.array(zones.offsets);
  image.array(response.organicGap);
  image.array(response.exponential);
  image.int(response.goodwill.length);
  for (const { width, thresholds } of response.goodwill) {
    image.int(width);
    image.array(thresholds);
  }
  image.array(response.goodwillDelay);
  image.array(response.orderValue);
  image.array(response.warp.virtualAtHour);
  image.array(response.warp.hourOfVirtual);
  image.array(response.pressureDecay);
  image.doubles(
    response.orderMeanMinor,
    response.machineThreshold,
    response.machineOpenMinutes,
    response.startPressure,
  );
}

function writeSend(image: Image, send: ProgramSend): void {
  image.int(send.channel, send.channelKey, send.costMicros, send.pressure, send.goodwill);
  image.int(
    ...[
      send.replyIsClick,
      send.machineOpens,
      send.opensReported,
      send.opensCounted,
      send.warped,
      send.goodwillAtDelivery,
      send.transactional,
    ].map(Number),
  );
  image.doubles(
    send.hardBounceThreshold,
    send.deliveredThreshold,
    send.complaintShareThreshold,
    send.replyThreshold,
    send.quickShareThreshold,
  );
  image.array(send.openOdds);
  image.array(send.clickOdds);
  image.array(send.clickDelayFactor);
  image.array(send.unsubscribeOdds);
  image.array(send.conversionThreshold);
  image.array(send.openFatigue);
  image.array(send.clickFatigue);
  image.array(send.unsubscribeFatigue);
  image.array(send.openDelay);
  image.array(send.clickDelay);
  image.array(send.quickDelay);
  image.array(send.slowDelay);
}

/** Numbers of the operations, as in twin.c. */
const OP = {
  entry: 0,
  split: 1,
  message: 2,
  wait: 3,
  check: 4,
  escalate: 5,
  update: 6,
  handoff: 7,
  goal: 8,
  exit: 9,
};

function writeStep(image: Image, step: ProgramStep): void {
  const { op } = step;
  need(op.op in OP, `the step kind ${op.op}`);
  need(step.targets.length <= 8, 'more than 8 exits');
  image.int(OP[op.op as keyof typeof OP], step.key, step.counter, step.maxPasses);
  image.ints(step.targets);
  switch (op.op) {
    case 'entry':
      need(op.trigger.type === 'once' && op.eligible === undefined, 'such an entry');
      return image.int(op.spreadMinutes);
    case 'split':
      return image.ints(op.tests.map(inputOf));
    case 'message':
      need(!op.preferred && op.slot < 0 && op.everSlot < 0, 'such a message');
      return image.int(op.sendByChannel[op.order[0]!]!);
    case 'wait':
      need(op.until.type === 'duration', 'such a wait');
      return image.int(op.until.type === 'duration' ? op.until.minutes : 0);
    case 'check':
      image.int(op.noResponseExit, op.windowMinutes, op.fromSend ? 1 : 0, op.ranked ? 1 : 0);
      return image.ints(op.exitOf);
    case 'escalate':
      need(op.slot < 0 && op.everSlot < 0, 'such an escalation');
      image.int(op.ladder);
      return image.ints(op.rungs);
    case 'update':
      return image.ints(
        op.changes.map((change) => {
          need(change.type === 'suppress', 'such an update');
          return change.type === 'suppress' ? change.channels : 0;
        }),
      );
    case 'handoff':
      image.int(op.serviceMinutes, op.slaMinutes, op.costMicros);
      need(op.queue === undefined, 'queues of agents');
      image.doubles(op.halfLifeMinutes, op.valueMeanMinor);
      image.array(op.winThreshold);
      return image.array(op.cycle);
    case 'goal':
      return image.int(op.records ? 1 : 0, op.valueMinor);
    case 'exit':
    case 'experiment':
    case 'pass':
  }
}

function inputOf(test: Test): number {
  need(test.op === 'bit', 'rules about what happens in the run');
  return test.op === 'bit' ? test.input : -1;
}

function writeColumns(image: Image, columns: Columns): void {
  image.array(columns.contact);
  image.array(columns.consent);
  image.array(columns.reachable);
  image.array(columns.machine);
  image.array(columns.zone);
  for (const input of columns.inputs) {
    need(input instanceof Uint8Array, 'inputs that are numbers');
    image.array(input);
  }
}
