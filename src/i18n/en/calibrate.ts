/** Words of the three boxes of e-mail rates. */
export const calibrate = {
  title: 'Your rates',
  intro:
    'Type what your email tool reports. Clicks and conversions of every channel move with it. Empty boxes use published benchmarks.',
  clear: 'Use the benchmarks for all three',
  clearOne: 'Use the benchmark for: {{label}}',
  box: {
    opened: 'Your open rate',
    clicked: 'Your click rate',
    converted: 'Your conversion rate',
  },
  base: {
    opened: 'Opens of delivered emails, as your tool reports them, machine opens included.',
    clicked: 'Clicks of delivered emails.',
    converted: 'Conversions of clicks.',
  },
  range: 'Benchmark {{value}} ({{low}}–{{high}})',
  noRange: 'Benchmark {{value}}',
  source: 'Source: {{reference}}',
  sourceOpened: 'Source: {{reference}}; machine opens added',
  people:
    'Read as: people open {{share}} of delivered emails, and machines open all mail of {{machines}} of contacts.',
  badge: {
    benchmark: 'Benchmark',
    assumed: 'Assumed',
    calibrated: 'Calibrated',
    yours: 'Yours',
    journey: 'This journey',
  },
  badgeHint: {
    benchmark: 'A published figure',
    assumed: 'Nothing is published: a guess, or what changes nothing',
    calibrated: 'A default moved by your own rates',
    yours: 'Your own figure, from the settings',
    journey: 'A figure of one step of this journey',
  },
} as const;
