/* Reads the file that image.ts writes: 8-byte words; an array is its length and its bytes, padded to words. */
#include "twin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Program program;
Columns *parts;
int part_count;

static const char *cursor;

static int64_t integer(void) {
  int64_t value;
  memcpy(&value, cursor, sizeof value);
  cursor += sizeof value;
  return value;
}

static const void *array(int64_t size, int64_t *length) {
  int64_t count = integer();
  const void *begin = cursor;
  cursor += (count * size + 7) & ~7;
  if (length != NULL) *length = count;
  return begin;
}

static const double *doubles(void) { return array(sizeof(double), NULL); }

static Ints ints(void) {
  Ints list;
  list.at = array(sizeof(int32_t), &list.length);
  return list;
}

static void *room(int64_t count, size_t size) {
  void *memory = calloc((size_t)(count > 0 ? count : 1), size);
  if (memory == NULL) exit(1);
  return memory;
}

static void read_tables(void) {
  program.first_quarter = integer();
  program.quarters = integer();
  program.offsets = array(sizeof(int16_t), NULL);
  program.organic_gap = doubles();
  program.exponential = doubles();
  int64_t rows = integer();
  program.goodwill = room(rows, sizeof(Poisson));
  for (int64_t r = 0; r < rows; r++) {
    program.goodwill[r].width = integer();
    program.goodwill[r].thresholds = doubles();
  }
  program.goodwill_delay = doubles();
  program.order_value = doubles();
  program.virtual_at_hour = doubles();
  program.hour_of_virtual = array(1, NULL);
  program.pressure_decay = array(sizeof(double), &program.pressure_decays);
  const double *scalars = doubles();
  program.order_mean = scalars[0];
  program.machine = scalars[1];
  program.machine_open_minutes = scalars[2];
  program.start_pressure = scalars[3];
}

static void read_send(Send *send) {
  send->channel = (int)integer();
  send->channel_key = (uint32_t)integer();
  send->cost = integer();
  send->pressure = (int)integer();
  send->goodwill = (int)integer();
  send->reply_is_click = integer() != 0;
  send->machine_opens = integer() != 0;
  send->opens_reported = integer() != 0;
  send->opens_counted = integer() != 0;
  send->warped = integer() != 0;
  send->goodwill_at_delivery = integer() != 0;
  send->transactional = integer() != 0;
  const double *thresholds = doubles();
  send->hard_bounce = thresholds[0];
  send->delivered = thresholds[1];
  send->complaint_share = thresholds[2];
  send->reply = thresholds[3];
  send->quick_share = thresholds[4];
  send->open_odds = doubles();
  send->click_odds = doubles();
  int64_t factors;
  send->click_delay_factor = array(sizeof(double), &factors);
  if (factors == 0) send->click_delay_factor = NULL;
  send->unsubscribe_odds = doubles();
  send->conversion = doubles();
  send->open_fatigue = doubles();
  send->click_fatigue = doubles();
  send->unsubscribe_fatigue = doubles();
  send->open_delay = doubles();
  send->click_delay = doubles();
  send->quick_delay = doubles();
  send->slow_delay = doubles();
}

/* Everybody waits as long, so the chance is the same for all: src/engine/steps/handoff.ts. */
static double chance_to_win(double waited, double half_life, const double *chance, int64_t last) {
  double place = waited * 64 / half_life;
  int64_t cell = (int64_t)place;
  if (cell >= last) return chance[last];
  return chance[cell] + (chance[cell + 1] - chance[cell]) * (place - (double)cell);
}

static void read_step(Step *step) {
  step->op = (enum Op)integer();
  step->key = (uint32_t)integer();
  step->counter = (int)integer();
  step->max_passes = (int)integer();
  step->targets = ints();
  step->first_exit = program.exits;
  program.exits += (int)step->targets.length;
  switch (step->op) {
    case ENTRY:
      step->entry.spread = (int)integer();
      return;
    case SPLIT:
      step->split.inputs = ints();
      return;
    case MESSAGE:
      step->message.send = (int)integer();
      return;
    case WAIT:
      step->wait.minutes = (int)integer();
      return;
    case CHECK:
      step->check.no_response = (int)integer();
      step->check.window = (int)integer();
      step->check.from_send = integer() != 0;
      step->check.ranked = integer() != 0;
      step->check.exit_of = ints().at;
      return;
    case ESCALATE:
      step->escalate.ladder = (int)integer();
      step->escalate.rungs = ints();
      return;
    case UPDATE:
      step->update.suppressed = ints();
      return;
    case HANDOFF: {
      step->handoff.service = (int)integer();
      step->handoff.sla = (int)integer();
      step->handoff.cost = integer();
      const double *scalars = doubles();
      step->handoff.value_mean = scalars[1];
      int64_t chances;
      const double *chance = array(sizeof(double), &chances);
      step->handoff.win = chance_to_win(step->handoff.service, scalars[0], chance, chances - 1);
      step->handoff.cycle = doubles();
      return;
    }
    case GOAL:
      step->goal.records = integer() != 0;
      step->goal.value = integer();
      return;
    case EXIT:
      return;
  }
}

static void read_program(void) {
  program.seed = (uint32_t)integer();
  program.epoch = integer();
  program.end = integer();
  program.channels = (int)integer();
  program.start = integer();
  program.horizon = integer();
  program.target = integer();
  program.entry_step = (int)integer();
  program.counters = (int)integer();
  program.ladders = (int)integer();
  read_tables();
  program.sends = (int)integer();
  program.send = room(program.sends, sizeof(Send));
  for (int s = 0; s < program.sends; s++) read_send(&program.send[s]);
  program.goals = (int)integer();
  program.goal = room(program.goals, sizeof(Goal));
  for (int g = 0; g < program.goals; g++) {
    Goal *goal = &program.goal[g];
    goal->step = (int)integer();
    goal->fixed = integer();
    goal->every = integer() != 0;
    goal->window = integer();
  }
  program.steps = (int)integer();
  program.step = room(program.steps, sizeof(Step));
  for (int s = 0; s < program.steps; s++) read_step(&program.step[s]);
}

static void read_columns(void) {
  part_count = (int)integer();
  int64_t inputs = integer();
  parts = room(part_count, sizeof(Columns));
  for (int p = 0; p < part_count; p++) {
    Columns *part = &parts[p];
    part->contact = array(sizeof(uint32_t), &part->count);
    part->consent = array(sizeof(uint16_t), NULL);
    part->reachable = array(sizeof(uint16_t), NULL);
    part->machine = array(1, NULL);
    part->zone = array(sizeof(uint16_t), NULL);
    part->inputs = room(inputs, sizeof(uint8_t *));
    for (int64_t k = 0; k < inputs; k++) part->inputs[k] = array(1, NULL);
  }
}

void read_image(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    fprintf(stderr, "twin: cannot read %s\n", path);
    exit(1);
  }
  size_t size = (size_t)ftell(file);
  char *bytes = room(1, size);
  rewind(file);
  if (fread(bytes, 1, size, file) != size) exit(1);
  fclose(file);
  cursor = bytes;
  read_program();
  read_columns();
}
