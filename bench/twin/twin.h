/* What the twin reads: the Program's tables and the contacts' columns, as image.ts writes them. */
#ifndef TWIN_H
#define TWIN_H

#include <stdbool.h>
#include <stdint.h>

enum Op { ENTRY, SPLIT, MESSAGE, WAIT, CHECK, ESCALATE, UPDATE, HANDOFF, GOAL, EXIT };

typedef struct {
  int64_t length;
  const int32_t *at;
} Ints;

typedef struct {
  enum Op op;
  uint32_t key;
  int counter, max_passes;
  int first_exit; /* place of exit 0 in Results.exits */
  Ints targets;
  union {
    struct { int spread; } entry;
    struct { Ints inputs; } split;
    struct { int send; } message;
    struct { int minutes; } wait;
    struct { int no_response, window; bool from_send, ranked; const int32_t *exit_of; } check;
    struct { int ladder; Ints rungs; } escalate;
    struct { Ints suppressed; } update;
    struct { int service, sla; int64_t cost; double win, value_mean; const double *cycle; } handoff;
    struct { bool records; int64_t value; } goal;
  };
} Step;

typedef struct {
  int channel, pressure, goodwill;
  uint32_t channel_key;
  int64_t cost;
  bool reply_is_click, machine_opens, opens_reported, opens_counted, warped, goodwill_at_delivery, transactional;
  double hard_bounce, delivered, complaint_share, reply, quick_share;
  const double *open_odds, *click_odds, *click_delay_factor, *unsubscribe_odds, *conversion;
  const double *open_fatigue, *click_fatigue, *unsubscribe_fatigue;
  const double *open_delay, *click_delay, *quick_delay, *slow_delay;
} Send;

typedef struct {
  int step; /* -1: any conversion */
  int64_t fixed; /* -1: the event's own value */
  bool every;
  int64_t window;
} Goal;

typedef struct {
  int64_t width;
  const double *thresholds;
} Poisson;

typedef struct {
  uint32_t seed;
  int64_t epoch, end, start, horizon, target;
  int channels, entry_step, counters, ladders, sends, goals, steps, exits;
  int64_t first_quarter, quarters;
  const int16_t *offsets;
  const double *organic_gap, *exponential, *goodwill_delay, *order_value, *virtual_at_hour, *pressure_decay;
  int64_t pressure_decays;
  const uint8_t *hour_of_virtual;
  Poisson *goodwill;
  double order_mean, machine, machine_open_minutes, start_pressure;
  Send *send;
  Goal *goal;
  Step *step;
} Program;

/* Columns of one part of the contacts. */
typedef struct {
  int64_t count;
  const uint32_t *contact;
  const uint16_t *consent, *reachable, *zone;
  const uint8_t *machine;
  const uint8_t **inputs;
} Columns;

extern Program program;
extern Columns *parts;
extern int part_count;

void read_image(const char *path);

#endif
