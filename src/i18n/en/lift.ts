/** Words of what a journey causes, and of what a test would see. */
export const lift = {
  caused: {
    title: 'What the journey causes',
    note: 'The same {{contacts}} contacts simulated twice with the same luck: with the journey, and without any message or hand-off. 95 % intervals: simulation noise and this sample of your audience.',
    sentence: 'The journey brings {{conversions}}.',
    anyway: {
      orders: '{{without}} orders come without it.',
      conversions: '{{without}} conversions come without it.',
    },
    alone: { orders: 'Nobody orders without it.', conversions: 'Nobody converts without it.' },
    money: 'It brings {{revenue}}, and after all cost {{profit}}.',
    goal: 'The goal is no order, so only the journey counts it: all of it is the journey’s.',
  },
  entering: {
    convert:
      'Of the {{entered}} contacts who enter ({{share}} of all), conversions that reach the goal in its window are {{with}} with it and {{without}} without.',
    relative: 'That is {{band}} more.',
    nobody: 'Nobody enters the journey.',
  },
  extra: {
    orders: 'Extra orders',
    conversions: 'Extra conversions',
    revenue: 'Extra revenue',
    profit: 'Extra profit',
  },
  name: { orders: 'Orders', conversions: 'Conversions', revenue: 'Revenue', profit: 'Profit' },
  said: {
    orders: {
      more: 'between {{low}} and {{high}} more orders',
      less: 'between {{low}} and {{high}} fewer orders',
      open: 'anything from {{less}} fewer to {{more}} more orders, which may be luck alone',
      same: 'as many orders as without it',
    },
    conversions: {
      more: 'between {{low}} and {{high}} more conversions',
      less: 'between {{low}} and {{high}} fewer conversions',
      open: 'anything from {{less}} fewer to {{more}} more conversions, which may be luck alone',
      same: 'as many conversions as without it',
    },
    revenue: {
      more: 'between {{low}} and {{high}} more revenue',
      less: 'between {{low}} and {{high}} less revenue',
      open: 'anything from {{less}} less to {{more}} more revenue, which may be luck alone',
      same: 'as much revenue as without it',
    },
    profit: {
      more: 'between {{low}} and {{high}} more profit',
      less: 'between {{low}} and {{high}} less profit',
      open: 'anything from {{less}} less to {{more}} more profit, which may be luck alone',
      same: 'as much profit as without it',
    },
  },
  picture: {
    metric: 'Figure',
    title: 'A real holdout sees the same lift less sharply',
    note: {
      entering:
        'Extra {{metric}} that reach the goal, for the {{contacts}} contacts who enter. Bars: what is expected; bands: 95 % intervals. The first of simulation noise and this sample; the second of one launch with different people in each part.',
      all: 'Extra {{metric}} for {{contacts}} contacts, whether they enter or not. Bars: what is expected; bands: 95 % intervals. The first of simulation noise and this sample; the second of one launch with different people in each part.',
    },
    same: 'Same people, same luck',
    holdout: 'A holdout of {{share}} %',
    column: 'Seen by',
    value: 'Extra',
    low: 'From',
    high: 'To',
    file: 'lift',
  },
  holdout: {
    title: 'What a holdout would see',
    note: {
      entering:
        'Before you launch: would a holdout of this size show the lift? A real one compares different people, each with their own luck. Drawn among those who enter, it compares conversions that reach the goal in its window after entry.',
      all: 'Before you launch: would a holdout of this size show the lift? A real one compares different people, each with their own luck. Drawn from all contacts, whether they enter or not, it compares all their orders: whoever never enters thins the lift out.',
    },
    of: 'Held out of',
    from: { entering: 'Who enters', all: 'All contacts' },
    share: 'Held out',
    contacts: 'Contacts in the test',
    contactsHelp: {
      entering: 'Empty: as many as enter in this run.',
      all: 'Empty: as many as this run shows.',
    },
    sizes: '{{treated}} contacts get the journey, {{held}} do not.',
    sees: 'It would typically see {{conversions}}.',
    ratio: {
      conversions: 'Conversions per contact: {{band}} times those of the holdout.',
      orders: 'Orders per contact: {{band}} times those of the holdout.',
    },
    revenueRatio: 'Revenue per contact: {{band}} times that of the holdout.',
    power: 'Chance that it shows the lift at all: {{chance}}.',
    least: {
      conversions:
        'The smallest lift that it shows four times in five is {{relative}} more conversions ({{from}} to {{to}} of contacts).',
      orders:
        'The smallest lift that it shows four times in five is {{relative}} more orders ({{from}} to {{to}} of contacts).',
    },
    leastNone: 'It is too small to show any lift four times in five.',
    needed: 'To show the simulated lift four times in five takes {{contacts}} contacts.',
    neededMonths:
      'To show the simulated lift four times in five takes {{contacts}} contacts: {{months}} at the pace of this run.',
    cost: {
      conversions: 'Holding them out forgoes {{conversions}} conversions while the test runs.',
      orders: 'Holding them out forgoes {{conversions}} orders while the test runs.',
    },
    small: 'A part of the test would be empty. Hold out another share, or take more contacts.',
    noLift: 'No lift was simulated, or too small a one for any number of contacts to show.',
    months_one: 'about {{count}} month',
    months_other: 'about {{figure}} months',
  },
  experiments: {
    title: 'Experiments',
    note: 'Each arm is simulated with everybody in it. One launch puts different people into each arm, so it can declare the wrong winner.',
    none: 'This journey has no experiment. Add one to try two ways against each other.',
    sizes: 'In this run: {{arms}}.',
    arm: '{{name}} {{contacts}}',
    asPlanned: 'The arms have the sizes that were planned.',
    off: 'The arms are not as large as planned, more than chance explains: whoever reads the result should find out why first.',
    nobody: 'Nobody comes to this experiment in the run.',
    least:
      '{{arm}} against {{control}}: the smallest difference shown four times in five is {{points}} points (from {{rate}} of contacts).',
    leastNone: '{{arm}} against {{control}}: too few contacts to show any difference four times in five.',
    leastMonths:
      '{{arm}} against {{control}}: the smallest difference shown four times in five is {{points}} points (from {{rate}} of contacts). Half of that takes {{months}} at the pace of this run.',
    work: 'Work out which arm wins',
    same: 'All arms bring as much: there is no winner to find.',
    best: '{{best}} is best.',
    ahead: '{{best}} is ahead in the simulation.',
    more: 'With everybody in it, it brings {{conversions}} (than {{than}}).',
    closeCall: 'Chance that another arm is as good in truth: {{chance}} (simulation noise and this sample).',
    wrong: 'Chance that one launch of this size declares the wrong winner: {{chance}}.',
  },
} as const;
