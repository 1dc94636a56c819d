/*
 * The engine's run of a journey once more, in C: same tables, same columns, same keyed draws, same numbers to the last digit. It takes
 * one contact at a time from entry to exit: its state stays in registers and one cache line or two, and no waves are sorted. Draws that
 * belong together are made in one loop, which the compiler turns into vector instructions. It knows what image.ts lets through.
 *
 * twin IMAGE RUNS: runs that often; prints the seconds of each run and the results as JSON.
 */
#include "twin.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "names.h" /* written by compile.ts: fields, reasons, purposes and keys as the engine numbers them */

#define GROUPS 128
#define CHANNELS 16
#define MAX_STEPS 256
#define MAX_SENDS 256
#define MAX_EXITS 1024
#define MAX_GOALS 64
#define NEVER 0x7fffffff
#define TWO_32 4294967296.0

enum Kind { CONVERSION = 2, ENTERED_JOURNEY = 3, RECORDED = 5, GOAL_REACHED = 6 };
enum Flag { FLAG_ENTERED = 1, FLAG_MESSAGED = 2, FLAG_OPENED = 4, FLAG_CLICKED = 8, FLAG_UNSUBSCRIBED = 16 };

static struct {
  int64_t entered[MAX_STEPS], in_flight[MAX_STEPS], loop_bound[MAX_STEPS], ended[MAX_STEPS], won[MAX_STEPS];
  int64_t exits[MAX_EXITS], goals[MAX_GOALS * 2];
  int64_t sends[MAX_SENDS][SEND_FIELDS], unsent[MAX_SENDS][UNSENT_REASONS];
  int64_t groups[GROUP_FIELDS][GROUPS], audience[AUDIENCE_FIELDS][GROUPS];
} results;

/* ---- Draws: src/engine/random.ts ---- */

typedef struct {
  uint32_t first, second;
} Draw;

static inline uint32_t rotate(uint32_t value, int by) { return value << by | value >> (32 - by); }

static inline Draw draw(uint32_t key0, uint32_t key1, uint32_t counter0, uint32_t counter1) {
  uint32_t key2 = 0x1bd11bda ^ key0 ^ key1;
  uint32_t x = counter0 + key0, y = counter1 + key1;
#define MIX(by) x += y, y = rotate(y, by) ^ x
#define FOUR(a, b, c, d) MIX(a), MIX(b), MIX(c), MIX(d)
  FOUR(13, 15, 26, 6), x += key1, y += key2 + 1;
  FOUR(17, 29, 16, 24), x += key2, y += key0 + 2;
  FOUR(13, 15, 26, 6), x += key0, y += key1 + 3;
  MIX(17);
  return (Draw){x, y};
}

static inline double quantile(const double *table, uint32_t word) {
  uint32_t cell = word >> 22;
  double low = table[cell];
  return low + (table[cell + 1] - low) * (word & 0x3fffff) / 0x400000;
}

static inline int64_t whole_minutes(double delay) {
  double up = ceil(delay);
  return up < 1 ? 1 : (int64_t)up;
}

static inline bool accepts(uint32_t word, double odds) { return word * (1 + odds) < odds * TWO_32; }

/* All that one send may draw, by purpose: wanted or not, eight at once cost less than three one by one. */
typedef struct {
  uint32_t first[PURPOSE_GOODWILL + 1], second[PURPOSE_GOODWILL + 1];
} SendDraws;

_Static_assert(PURPOSE_DELIVERY == 1 && PURPOSE_GOODWILL == 8, "the draws of a send stand side by side");

static inline void draw_send(SendDraws *draws, uint32_t key, uint32_t delivery_key, uint32_t number, uint32_t occasion) {
  for (uint32_t purpose = PURPOSE_DELIVERY; purpose <= PURPOSE_GOODWILL; purpose++) {
    uint32_t own = purpose == PURPOSE_DELIVERY ? delivery_key : key;
    Draw word = draw(program.seed, own, number, occasion | purpose);
    draws->first[purpose] = word.first;
    draws->second[purpose] = word.second;
  }
}

/* ---- Local clocks: src/engine/calendar.ts ---- */

static inline int64_t local_minute(int zone, int64_t t) {
  int64_t instant = program.epoch + t;
  int64_t quarter = instant / 15 - program.first_quarter; /* the run is after 1970 */
  if (quarter < 0) quarter = 0;
  if (quarter >= program.quarters) quarter = program.quarters - 1;
  return instant + program.offsets[zone * program.quarters + quarter];
}

static double unwarp(int64_t from, double elapsed) {
  const double *virtual_at = program.virtual_at_hour;
  int64_t hour = from / 60;
  double target =
      virtual_at[hour] + (double)(from - hour * 60) * (virtual_at[hour + 1] - virtual_at[hour]) / 60 + elapsed;
  double weeks = floor(target / 10080);
  double rest = target - weeks * 10080;
  hour = program.hour_of_virtual[(int)(rest / 60)];
  while (virtual_at[hour + 1] <= rest) hour++;
  double start = virtual_at[hour];
  return weeks * 10080 + ((double)(hour * 60) + (rest - start) * 60 / (virtual_at[hour + 1] - start)) - (double)from;
}

/* ---- One contact ---- */

#define BATCH 512

/* What every contact draws, made for many at once. */
static struct {
  Draw traits[BATCH], organic[BATCH];
  uint32_t group[BATCH], spread[BATCH];
} drawn;

static void draw_contacts(const uint32_t *numbers, int64_t count) {
  uint32_t seed = program.seed, entry = program.step[program.entry_step].key;
  for (int64_t k = 0; k < count; k++) drawn.traits[k] = draw(seed, KEY_TRAITS, numbers[k], 0);
  for (int64_t k = 0; k < count; k++) drawn.organic[k] = draw(seed, KEY_ORGANIC, numbers[k], 0);
  for (int64_t k = 0; k < count; k++) drawn.group[k] = draw(seed, KEY_GROUP, numbers[k], 0).first;
  for (int64_t k = 0; k < count; k++) drawn.spread[k] = draw(seed, entry, numbers[k], PURPOSE_SPREAD).first;
}

typedef struct {
  int64_t value;
  int32_t time, kind, goal;
} Event;

static struct {
  uint32_t number, dead_word;
  int group, engagement, propensity, zone;
  uint32_t consent, reachable;
  bool machine;
  int flags;
  double pressure;
  int64_t last_send;
  int32_t at, entry_minute;
  int32_t unsubscribed_at[CHANNELS], unsubscribed_by[CHANNELS], suppressed_at[CHANNELS];
  int32_t sent_at, open_at, click_at, reply_at, bounce_at; /* of the latest send */
  int sent_on;
  int passes[MAX_STEPS], rung[MAX_STEPS];
  int events;
} self;

/* The contact's events in the order in which they count: by time, then kind, then as they came. */
static Event *events;
static int event_room;

static inline int rank(int kind) { return kind < ENTERED_JOURNEY ? kind : ENTERED_JOURNEY; }

static void note(int64_t time, int kind, int64_t value, int goal) {
  if (self.events == event_room) {
    event_room = event_room * 2 + 64;
    events = realloc(events, (size_t)event_room * sizeof(Event));
    if (events == NULL) exit(1);
  }
  int place = self.events++;
  for (; place > 0; place--) {
    const Event *before = &events[place - 1];
    if (before->time < time || (before->time == time && rank(before->kind) <= rank(kind))) break;
    events[place] = *before;
  }
  events[place] = (Event){value, (int32_t)time, kind, goal};
}

static inline void add_to_group(enum GroupField field, int64_t amount) { results.groups[field][self.group] += amount; }

static inline void add_to_audience(enum AudienceField field, int64_t amount) {
  results.audience[field][self.group] += amount;
}

static inline int64_t order_value(uint32_t word, double mean) {
  return (int64_t)floor(mean * quantile(program.order_value, word) + 0.5);
}

static inline bool fits(const Goal *goal, int index, const Event *event) {
  if (goal->step < 0) return event->kind == CONVERSION || event->kind == RECORDED;
  return event->kind == GOAL_REACHED && event->goal == index;
}

/* First event of the primary goal in (after, up_to]: src/engine/goals.ts. There is one entry, as nobody comes back. */
static int64_t first_primary(int64_t after, int64_t up_to) {
  const Goal *goal = &program.goal[0];
  bool inside = false;
  for (int e = 0; e < self.events; e++) {
    const Event *event = &events[e];
    if (event->kind == ENTERED_JOURNEY) inside = true;
    if (!inside || !fits(goal, 0, event) || event->time >= self.entry_minute + goal->window) continue;
    if (event->time > up_to) return NEVER;
    if (event->time > after) return event->time;
    if (!goal->every) return NEVER;
  }
  return NEVER;
}

static void count_goals(void) {
  for (int g = 0; g < program.goals; g++) {
    const Goal *goal = &program.goal[g];
    bool inside = false;
    int64_t conversions = 0;
    for (int e = 0; e < self.events; e++) {
      const Event *event = &events[e];
      if (event->kind == ENTERED_JOURNEY) inside = true;
      if (!inside || !fits(goal, g, event) || event->time >= self.entry_minute + goal->window) continue;
      int64_t value = goal->fixed >= 0 ? goal->fixed : event->value;
      results.goals[g * 2]++;
      results.goals[g * 2 + 1] += value;
      if (g == 0) {
        conversions++;
        add_to_group(GROUP_conversions, 1);
        add_to_group(GROUP_revenueMinor, value);
        if (event->time < program.target) {
          add_to_group(GROUP_conversionsByTarget, 1);
          add_to_group(GROUP_revenueByTargetMinor, value);
        }
      }
      if (!goal->every) break;
    }
    if (conversions > 0) add_to_group(GROUP_converters, 1);
  }
  for (int e = 0; e < self.events; e++) {
    if (events[e].kind != CONVERSION && events[e].kind != RECORDED) continue;
    add_to_group(GROUP_conversionsAudience, 1);
    add_to_audience(AUDIENCE_conversions, 1);
    add_to_audience(AUDIENCE_revenueMinor, events[e].value);
    add_to_group(GROUP_revenueAudienceMinor, events[e].value);
  }
}

/* ---- Sends: src/engine/send.ts ---- */

static int obstacle(const Send *send, int64_t t) {
  int channel = send->channel;
  if (self.suppressed_at[channel] <= t) return UNSENT_suppressed;
  bool given = (self.consent >> channel & 1) == 1 && self.unsubscribed_at[channel] > t;
  if (!send->transactional && !given) return UNSENT_consent;
  return (self.reachable >> channel & 1) == 1 ? -1 : UNSENT_unreachable;
}

static int pressure_bin(int64_t t) {
  double left = self.pressure;
  if (left > 0) {
    int64_t last = program.pressure_decays - 1, quarters = (t - self.last_send) / 15;
    for (; quarters > last; quarters -= last) left *= program.pressure_decay[last];
    left = floor(left * program.pressure_decay[quarters]);
    self.pressure = left;
  }
  self.last_send = t;
  int bin = (int)(program.start_pressure + left) >> 8;
  return bin < 256 ? bin : 255;
}

static void charge(int64_t t, int64_t micros) {
  if (micros == 0) return;
  add_to_group(GROUP_costMicros, micros);
  add_to_audience(AUDIENCE_costMicros, micros);
  if (t < program.target) add_to_group(GROUP_costByTargetMicros, micros);
}

static void answer(int64_t time, int send, enum SendField field, int32_t *noted) {
  if (time >= program.end) return;
  results.sends[send][field]++;
  *noted = (int32_t)time;
}

static void unsubscribe(int64_t time, int index, const SendDraws *draws) {
  const Send *send = &program.send[index];
  if (time >= program.end || self.unsubscribed_at[send->channel] <= time) return;
  int overtaken = self.unsubscribed_by[send->channel];
  if (overtaken >= 0) {
    results.sends[overtaken >> 1][SEND_unsubscribed]--;
    if (overtaken & 1) results.sends[overtaken >> 1][SEND_complained]--;
  }
  self.unsubscribed_at[send->channel] = (int32_t)time;
  self.flags |= FLAG_UNSUBSCRIBED;
  results.sends[index][SEND_unsubscribed]++;
  bool complains = draws->second[PURPOSE_CLICKING] < send->complaint_share;
  if (complains) results.sends[index][SEND_complained]++;
  self.unsubscribed_by[send->channel] = index * 2 + complains;
}

static void goodwill(int64_t from, const Poisson *table, uint32_t word, uint32_t key, uint32_t occasion) {
  const double *row = &table->thresholds[self.propensity * table->width];
  for (uint32_t k = 0; word >= row[k]; k++) {
    Draw each = draw(program.seed, key, self.number, occasion | (PURPOSE_EACH + k));
    int64_t time = from + whole_minutes(quantile(program.goodwill_delay, each.first));
    if (time < program.end) note(time, CONVERSION, order_value(each.second, program.order_mean), -1);
  }
}

static void click(int64_t opened, int index, const SendDraws *draws) {
  const Send *send = &program.send[index];
  int64_t time = opened + whole_minutes(quantile(send->click_delay, draws->first[PURPOSE_CLICKING]));
  if (time >= program.end) return;
  answer(time, index, SEND_clicked, &self.click_at);
  if (send->reply_is_click) answer(time, index, SEND_replied, &self.reply_at);
  self.flags |= FLAG_CLICKED;
  if (draws->first[PURPOSE_CONVERTING] >= send->conversion[self.propensity]) return;
  bool quick = draws->second[PURPOSE_CONVERTING] < send->quick_share;
  const double *delays = quick ? send->quick_delay : send->slow_delay;
  int64_t bought = time + whole_minutes(quantile(delays, draws->first[PURPOSE_BUYING]));
  if (bought >= program.end) return;
  int64_t value = order_value(draws->second[PURPOSE_BUYING], program.order_mean);
  note(bought, CONVERSION, value, -1);
  results.sends[index][SEND_converted]++;
  results.sends[index][SEND_revenueMinor] += value;
}

static uint32_t occasion_at(const Step *step) {
  return step->counter < 0 ? 0 : (uint32_t)(self.passes[step->counter] - 1) << 8;
}

static void send_message(int index, const Step *step) {
  const Send *send = &program.send[index];
  int64_t t = self.at;
  int bin = pressure_bin(t);
  uint32_t occasion = occasion_at(step);
  results.sends[index][SEND_sent]++;
  results.sends[index][SEND_costMicros] += send->cost;
  charge(t, send->cost);
  self.flags |= FLAG_MESSAGED;
  add_to_group(GROUP_sent, 1);
  add_to_audience(AUDIENCE_sent, 1);
  self.pressure += send->pressure;
  self.sent_at = self.at;
  self.sent_on = send->channel;
  self.open_at = self.click_at = self.reply_at = self.bounce_at = NEVER;

  SendDraws draws;
  draw_send(&draws, step->key, step->key + (send->channel_key + 1) * 0x9e3779b9u, self.number, occasion);
  bool dead = self.dead_word < send->hard_bounce;
  if (dead || draws.first[PURPOSE_DELIVERY] >= send->delivered) {
    answer(t + 1, index, SEND_bounced, &self.bounce_at);
    if (dead && t + 1 < self.suppressed_at[send->channel]) self.suppressed_at[send->channel] = (int32_t)t + 1;
    return;
  }
  if (t + 1 < program.end) results.sends[index][SEND_delivered]++;

  bool opens = accepts(draws.first[PURPOSE_OPENING], send->open_odds[self.engagement] * send->open_fatigue[bin]);
  double leaving = send->unsubscribe_odds[self.engagement] * send->unsubscribe_fatigue[bin];
  bool leaves = accepts(draws.first[PURPOSE_ANSWERING], leaving);
  bool replies = !send->reply_is_click && draws.first[PURPOSE_REPLYING] < send->reply;
  int64_t open_time = NEVER; /* most do nothing and need no time for it */
  if (opens || leaves || replies) {
    double delay = quantile(send->open_delay, draws.second[PURPOSE_OPENING]);
    if (send->warped) delay = unwarp((local_minute(self.zone, t) + 3 * 1440) % 10080, delay);
    open_time = t + whole_minutes(delay);
  }
  if (leaves) unsubscribe(open_time, index, &draws);
  if (send->opens_counted && opens && open_time < program.end) results.sends[index][SEND_openedTrue]++;
  if (replies) answer(open_time + 1, index, SEND_replied, &self.reply_at);
  if (send->opens_reported) {
    int64_t reported = opens ? open_time : NEVER;
    if (send->machine_opens && self.machine) {
      double within = draws.second[PURPOSE_REPLYING] / TWO_32 * program.machine_open_minutes;
      int64_t by_machine = t + 1 + (int64_t)within;
      if (by_machine < reported) reported = by_machine;
    }
    if (reported < program.end) {
      answer(reported, index, SEND_opened, &self.open_at);
      self.flags |= FLAG_OPENED;
    }
  }
  if (send->goodwill >= 0 && (send->goodwill_at_delivery || opens))
    goodwill(send->goodwill_at_delivery ? t : open_time, &program.goodwill[send->goodwill], draws.first[PURPOSE_GOODWILL],
             step->key, occasion);
  if (!opens) return;
  uint32_t cell = draws.second[PURPOSE_OPENING] >> 25;
  double factor = send->click_delay_factor != NULL ? send->click_delay_factor[cell] : 1;
  if (accepts(draws.second[PURPOSE_ANSWERING], send->click_odds[self.engagement] * send->click_fatigue[bin] * factor))
    click(open_time, index, &draws);
}

/* ---- Steps: src/engine/steps. Each answers the exit and sets the minute of leaving. ---- */

static int check(const Step *step, int64_t *leave) {
  int64_t t = self.at;
  *leave = t + step->check.window;
  if (self.sent_at == NEVER) return step->check.no_response;
  if (step->check.from_send) {
    int64_t deadline = (int64_t)self.sent_at + step->check.window;
    *leave = deadline > t ? deadline : t;
  }
  int64_t deadline = *leave;
  const int32_t *exit_of = step->check.exit_of;
  int64_t left = self.unsubscribed_at[self.sent_on];
  int64_t minutes[] = {
      exit_of[0] < 0 ? NEVER : first_primary(self.sent_at, deadline),
      self.click_at,
      self.reply_at,
      self.open_at,
      left > self.sent_at ? left : NEVER,
      self.bounce_at,
  };
  int64_t settled = step->check.ranked ? deadline : t, first = NEVER;
  int chosen = step->check.no_response;
  for (int r = 0; r < 6; r++) {
    if (exit_of[r] < 0) continue;
    if (minutes[r] <= settled) {
      *leave = settled;
      return exit_of[r];
    }
    if (minutes[r] < first && minutes[r] <= deadline) {
      first = *leave = minutes[r];
      chosen = exit_of[r];
    }
  }
  return chosen;
}

static int climb(const Step *step) {
  int *rung = &self.rung[step->escalate.ladder];
  while (*rung < step->escalate.rungs.length) {
    int send = step->escalate.rungs.at[(*rung)++];
    int reason = obstacle(&program.send[send], self.at);
    if (reason < 0) {
      send_message(send, step);
      return 0;
    }
    results.unsent[send][reason]++;
  }
  return 1;
}

static int hand_off(const Step *step, int index, int64_t *leave) {
  bool missed = step->handoff.sla >= 0 && step->handoff.service > step->handoff.sla;
  *leave = self.at + (missed ? step->handoff.sla : step->handoff.service);
  if (missed || *leave >= program.horizon) return missed;
  charge(*leave, step->handoff.cost);
  uint32_t occasion = occasion_at(step);
  Draw winning = draw(program.seed, step->key, self.number, occasion | PURPOSE_WINNING);
  if (winning.first >= step->handoff.win) return 0;
  int64_t won = *leave + whole_minutes(quantile(step->handoff.cycle, winning.second));
  if (won >= program.end) return 0;
  uint32_t word = draw(program.seed, step->key, self.number, occasion | PURPOSE_VALUE).first;
  results.won[index]++;
  note(won, CONVERSION, order_value(word, step->handoff.value_mean), -1);
  return 0;
}

static void reach_goals(const Step *step, int index) {
  int64_t value = 0;
  if (step->goal.records) {
    uint32_t word = draw(program.seed, step->key, self.number, occasion_at(step) | PURPOSE_VALUE).first;
    value = step->goal.value >= 0 ? step->goal.value : order_value(word, program.order_mean);
    note(self.at, RECORDED, value, -1);
  }
  for (int g = 0; g < program.goals; g++)
    if (program.goal[g].step == index) note(self.at, GOAL_REACHED, value, g);
}

static int advance(const Step *step, int index, const Columns *part, int64_t row, int64_t *leave) {
  *leave = self.at;
  switch (step->op) {
    case ENTRY:
      return 0;
    case SPLIT: {
      int exit = 0;
      while (exit < step->split.inputs.length && part->inputs[step->split.inputs.at[exit]][row] != 1) exit++;
      return exit;
    }
    case MESSAGE: {
      int send = step->message.send;
      int reason = obstacle(&program.send[send], self.at);
      if (reason < 0) send_message(send, step);
      else results.unsent[send][reason]++;
      return 0;
    }
    case WAIT:
      *leave += step->wait.minutes;
      return 0;
    case CHECK:
      return check(step, leave);
    case ESCALATE:
      return climb(step);
    case UPDATE:
      for (int64_t k = 0; k < step->update.suppressed.length; k++)
        for (int c = 0; c < program.channels; c++)
          if ((step->update.suppressed.at[k] >> c & 1) == 1 && self.at < self.suppressed_at[c])
            self.suppressed_at[c] = self.at;
      return 0;
    case HANDOFF:
      return hand_off(step, index, leave);
    case GOAL:
      reach_goals(step, index);
      return 0;
    case EXIT:
      return -1;
  }
  return -1;
}

/* ---- From entry to exit: src/engine/walk.ts ---- */

static void walk(const Columns *part, int64_t row) {
  for (int at = program.entry_step; at >= 0;) {
    const Step *step = &program.step[at];
    results.entered[at]++;
    if (step->counter >= 0 && ++self.passes[step->counter] > step->max_passes) {
      results.loop_bound[at]++;
      return;
    }
    int64_t leave;
    int exit = advance(step, at, part, row, &leave);
    if (leave >= program.horizon) {
      results.in_flight[at]++;
      return;
    }
    if (exit < 0) {
      results.ended[at]++;
      return;
    }
    results.exits[step->first_exit + exit]++;
    self.at = (int32_t)leave;
    at = step->targets.at[exit];
  }
}

static void begin(const Columns *part, int64_t row, int place) {
  uint32_t number = part->contact[row];
  Draw traits = drawn.traits[place];
  int told = part->machine[row];
  self.number = number;
  self.zone = part->zone[row];
  self.consent = part->consent[row];
  self.reachable = part->reachable[row];
  self.group = (int)(drawn.group[place] >> 25);
  self.dead_word = traits.second;
  self.engagement = (int)(traits.first >> 28);
  self.propensity = (int)(traits.first >> 20 & 255);
  self.machine = told == 2 ? (traits.first & 0xfffff) < program.machine / 4096 : told == 1;
  self.flags = 0;
  self.pressure = 0;
  self.last_send = 0;
  self.sent_at = NEVER;
  self.events = 0;
  for (int c = 0; c < program.channels; c++) {
    self.unsubscribed_at[c] = self.suppressed_at[c] = NEVER;
    self.unsubscribed_by[c] = -1;
  }
  for (int c = 0; c < program.counters; c++) self.passes[c] = 0;
  for (int l = 0; l < program.ladders; l++) self.rung[l] = 0;
  double gap = program.organic_gap[self.propensity], minute = 0;
  for (uint32_t k = 0;; k++) {
    Draw organic = k == 0 ? drawn.organic[place] : draw(program.seed, KEY_ORGANIC, number, k);
    minute += quantile(program.exponential, organic.first) * gap;
    if (minute >= (double)program.end) break;
    note((int64_t)minute, CONVERSION, order_value(organic.second, program.order_mean), -1);
  }
}

static void finish(void) {
  add_to_group(GROUP_contacts, 1);
  add_to_audience(AUDIENCE_contacts, 1);
  if (self.flags & FLAG_ENTERED) add_to_group(GROUP_entered, 1);
  if (self.flags & FLAG_MESSAGED) add_to_group(GROUP_messaged, 1);
  if (self.flags & FLAG_OPENED) add_to_group(GROUP_opened, 1);
  if (self.flags & FLAG_CLICKED) add_to_group(GROUP_clicked, 1);
  if (self.flags & FLAG_UNSUBSCRIBED) {
    add_to_group(GROUP_unsubscribed, 1);
    add_to_audience(AUDIENCE_unsubscribed, 1);
  }
  count_goals();
}

static void run_contact(const Columns *part, int64_t row, int place) {
  begin(part, row, place);
  double spread = program.step[program.entry_step].entry.spread;
  double minute = (double)program.start + floor(drawn.spread[place] / TWO_32 * spread);
  if (minute < (double)program.horizon) {
    self.flags = FLAG_ENTERED;
    self.at = self.entry_minute = (int32_t)minute;
    note(self.at, ENTERED_JOURNEY, 0, -1);
    walk(part, row);
  }
  finish();
}

static double run(void) {
  struct timespec begin, end;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
  memset(&results, 0, sizeof results);
  for (int p = 0; p < part_count; p++)
    for (int64_t row = 0; row < parts[p].count; row++) {
      int64_t left = parts[p].count - row;
      if (row % BATCH == 0) draw_contacts(parts[p].contact + row, left < BATCH ? left : BATCH);
      run_contact(&parts[p], row, (int)(row % BATCH));
    }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
}

static void print(const char *name, const int64_t *numbers, int64_t count) {
  printf(",\n\"%s\": [", name);
  for (int64_t k = 0; k < count; k++) printf(k == 0 ? "%lld" : ",%lld", (long long)numbers[k]);
  printf("]");
}

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "twin IMAGE RUNS\n"), 2;
  read_image(words[1]);
  if (program.steps > MAX_STEPS || program.exits > MAX_EXITS || program.sends > MAX_SENDS || program.goals > MAX_GOALS)
    return fprintf(stderr, "twin: the journey is too large\n"), 1;
  printf("{\"seconds\": [");
  for (int k = 0; k < atoi(words[2]); k++) printf(k == 0 ? "%.9f" : ",%.9f", run());
  printf("]");
  print("entered", results.entered, program.steps);
  print("inFlight", results.in_flight, program.steps);
  print("loopBound", results.loop_bound, program.steps);
  print("ended", results.ended, program.steps);
  print("won", results.won, program.steps);
  print("exits", results.exits, program.exits);
  print("sends", results.sends[0], program.sends * SEND_FIELDS);
  print("unsent", results.unsent[0], program.sends * UNSENT_REASONS);
  print("goals", results.goals, program.goals * 2);
  print("groups", results.groups[0], GROUP_FIELDS * GROUPS);
  print("audience", results.audience[0], AUDIENCE_FIELDS * GROUPS);
  printf("\n}\n");
  return 0;
}
