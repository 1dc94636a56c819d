/** Words of the settings: what holds for every journey of this browser. */
export const settings = {
  title: 'Settings',
  intro: 'What holds for every journey in this browser. Changes are kept as you make them.',
  index: 'Sections',
  section: {
    money: 'Money',
    channels: 'Channels: cost and rates',
    policies: 'Policies',
    defaults: 'New journeys and messages',
    look: 'Look',
    privacy: 'Your data stays here',
    files: 'Move settings',
  },
  sectionHint: {
    money:
      'What your sales and your work are worth. Every forecast uses it for profit and for what a conversion costs. Amounts are in the currency of each journey.',
    channels: 'What a message costs and how people answer it. A message’s own figures win over these.',
    policies: 'Rules that all journeys keep. Each says what it means, and what it does to the open journey.',
    defaults: 'What they begin with. Journeys and messages that are there already stay as they are.',
    look: 'How the app looks in this browser.',
    files:
      'The command line reads the same files: rehearse simulate --policies policies.json --response rates.json gives the numbers that you see here.',
  },
  glance: {
    label: 'Forecast of the open journey',
    title: 'Forecast',
    of: 'of “{{journey}}”',
    messages: 'Messages sent',
    none: 'The forecast is on its way.',
    blocked: 'This journey has errors, so these numbers are from before them.',
  },

  money: {
    grossMargin: 'Gross margin',
    grossMarginHelp: 'Part of revenue that is left after the cost of goods. Empty: all of it, 100 %.',
    grossMarginExample: 'An order of {{order}} leaves {{left}} for profit.',
    lifetimeValue: 'Lifetime value',
    lifetimeValueHelp:
      'What a new customer is worth over the years. Shown beside the cost of a conversion, never added to revenue. Empty: not shown.',
    lifetimeValueExample: 'The open journey spends {{cost}} on a conversion, {{share}} of that worth.',
    fixedCost: 'Fixed cost of a journey',
    fixedCostHelp: 'Agency, design and tools, whoever is messaged. Empty: nothing.',
    fixedCostExample: 'Over the {{conversions}} conversions of the open journey that is {{each}} each.',
    agentHour: 'An agent’s hour',
    agentHourHelp:
      'What a hand-off with agents costs that has no cost of its own, by its handling time. Empty: nothing.',
    agentHourExample: 'A conversation of 12 minutes costs {{cost}}.',
    badge: { yours: 'Yours', default: 'Assumed' },
    reset: 'Empty the box: {{label}}',
  },

  channels: {
    email: 'Your email rates',
    all: 'All channels',
    allHint:
      'Figures of campaigns. What is plain is a published benchmark; open a channel to put your own in its place.',
    table: 'Cost and rates of all channels',
    channel: 'Channel',
    inJourney: 'In the open journey',
    cost: 'Cost',
    costOf: 'Cost per send',
    costOfAd: 'Cost per impression',
    costAdHelp: 'A contact sees an ad {{impressions}} times.',
    rate: {
      delivered: 'Delivered',
      opened: 'Opened',
      clicked: 'Clicked',
      converted: 'Converted',
      replied: 'Replied',
      unsubscribed: 'Unsubscribed',
    },
    of: {
      delivered: 'Of sent.',
      opened: 'By people, of delivered.',
      clicked: 'Of delivered.',
      converted: 'Of clicks.',
      replied: 'Of delivered.',
      unsubscribed: 'Of delivered.',
    },
    doesNotApply: '–',
    doesNotApplyWords: 'Does not apply',
    benchmark: 'Benchmark {{value}} ({{low}}–{{high}})',
    benchmarkPlain: 'Benchmark {{value}}',
    reference: 'Source: {{reference}}',
    trueOpens: 'true opens; your tool reports {{reported}} with machine opens',
    triggered: 'In answer to an action: {{value}}',
    editor: '{{channel}}: your figures',
    fromBoxes: 'Email’s opens, clicks and conversions are the three boxes above.',
    tap: 'A tap is the open and the click at once.',
    fewOpens: 'Fewer open than click. Who clicks has opened, so opens count as many as clicks.',
    resetOf: 'Use the benchmark for: {{label}}',
    resetChannel: 'Use all benchmarks for {{channel}}',
    resetAll: 'Use all benchmarks for all channels',
    allReset: 'All channels use benchmarks again.',
    undo: 'Undo',
  },

  messages_one: '1 message',
  messages_other: '{{figure}} messages',
  onChannels: ' on {{channels}}',
  either: '{{first}} or {{last}}',
  channelList: 'Channels',
  channelsOne: 'At least one channel stays chosen.',

  effect: {
    label: 'Effect on the open journey',
    intro: 'In “{{journey}}”, beside the same contacts without this policy',
    nothing: 'Changes nothing in “{{journey}}”.',
    pending: 'Working out what it does in “{{journey}}” …',
    blocked: 'What it does shows once “{{journey}}” has no errors.',
    failed: 'What it does could not be worked out: {{words}}',
    messages: 'Messages sent',
    working: 'Working it out …',
    noChange: 'no change',
    conversions: 'Conversions',
    cost: 'Cost',
    profit: 'Profit',
    noise: 'no effect that can be told from noise',
    band: '{{low}} to {{high}}',
    later: 'What it holds goes out later; the figures count that.',
    leftOut: 'Left out of the forecast: {{messages}}.',
  },

  caps: {
    title: 'Frequency caps',
    hint: 'How many messages one contact may get. All caps hold; the first full one decides what happens. A cap of 0 is not possible: to send nothing, switch the steps off or set a budget of 0.',
    none: 'No caps: contacts get every message that is due.',
    add: 'Add a cap',
    name: 'Name',
    nameHelp: 'Results name the messages it stopped by this.',
    nameOdd: 'Use letters from a to z, digits, - and _, with a letter first, at most 64.',
    nameTaken: 'Another cap has this name. Give each cap a name of its own.',
    max: 'Messages at most',
    maxZero:
      'A cap allows at least 1 message. To send nothing, switch the steps off or set a budget of 0 on the channel.',
    window: 'Window',
    windowOf: {
      rolling: 'Any stretch of time',
      day: 'Calendar day',
      week: 'Calendar week',
      month: 'Calendar month',
    },
    length: 'Length',
    zone: 'Whose clock',
    zoneOf: { contact: 'Each contact’s', workspace: 'The journey’s', UTC: 'UTC' },
    scope: 'Counts and stops',
    scopeOf: { all: 'All messages', channels: 'Messages on some channels', tags: 'Messages with a tag' },
    tagsHelp: 'Words between commas. A message gets its tags in its form.',
    onCap: 'When it is full',
    onCapOf: {
      skip: 'Skip the message',
      exit: 'The contact leaves the journey',
      retry: 'Hold it until there is room',
    },
    retry: 'Held at most',
    sentence: 'At most {{messages}}{{scope}} {{often}} per contact; {{rest}}.',
    tagged: ' tagged {{tags}}',
    often: { rolling: 'in any {{duration}}', calendar: 'a {{unit}} ({{clock}})' },
    unit: { day: 'calendar day', week: 'calendar week', month: 'calendar month' },
    clock: { contact: 'contact’s clock', workspace: 'journey’s clock', UTC: 'UTC' },
    rest: {
      skip: 'more are skipped',
      exit: 'whoever would get more leaves the journey',
      retry: 'more wait for room, at most {{duration}}',
    },
  },

  quiet: {
    title: 'Quiet hours',
    hint: 'The part of each contact’s own day in which nothing is sent.',
    on: 'Keep quiet hours',
    from: 'From',
    until: 'Until',
    onQuiet: 'A message that is due then',
    onQuietOf: {
      hold: 'Waits for the end',
      skip: 'Is skipped',
      exit: 'Takes the contact out of the journey',
    },
    some: 'Only on some channels',
    someHelp: 'Off: on all channels.',
    spread: 'Spread what was held',
    spreadHelp: 'Held messages go out evenly over a while instead of all at once.',
    spreadOver: 'Over',
    sentence: 'Nothing is sent{{on}} {{when}} on the contact’s clock; {{rest}}.',
    sentenceNever: 'Nothing is sent{{on}} {{when}} on the contact’s clock.',
    always: 'at any time of the day',
    between: 'from {{from}} until {{until}}',
    rest: {
      hold: 'messages are held until the end',
      spread: 'messages are held and go out over {{duration}} from the end',
      skip: 'messages are skipped',
      exit: 'whoever would get a message leaves the journey',
    },
  },

  budgets: {
    title: 'Budgets',
    hint: 'How much a run may spend on a channel, over all journeys and contacts.',
    none: 'No budgets: every message that is due is paid for.',
    add: 'Add a budget',
    name: 'Budget of {{channel}}',
    amount: 'Amount',
    sentence: 'At most {{amount}} is spent on {{channel}}; then nothing more that costs money is sent there.',
    sentenceNothing: 'Nothing that costs money is sent on {{channel}}.',
  },

  rateLimits: {
    title: 'Rate limits',
    hint: 'How fast a channel lets messages out, to all contacts together.',
    none: 'No rate limits: all messages that are due at a time go out at that time.',
    add: 'Add a rate limit',
    name: 'Rate limit {{number}}',
    max: 'Messages at most',
    per: 'In every',
    sentence:
      'At most {{messages}} on {{channel}} every {{duration}} to all contacts together; more wait their turn.',
  },

  week: {
    title: 'Start of the week',
    hint: 'Frequency caps that count calendar weeks begin on this day.',
    label: 'A week begins on',
    of: { monday: 'Monday', saturday: 'Saturday', sunday: 'Sunday' },
    sentence: 'Calendar weeks begin on {{day}}.',
  },

  always: {
    title: 'Always on',
    consent:
      'Consent: nobody gets a message on a channel without consent and an address there. Who unsubscribes, bounces or is on the suppression list gets nothing more on that channel.',
    preference:
      'Preference: where a step says “preferred channel”, each contact gets it on the channel they prefer, never on one they opted out of.',
    transactional:
      'Transactional messages, such as receipts, need no consent to marketing; caps and quiet hours do not stop them.',
  },
  conflict: {
    title: 'When journeys compete',
    words:
      'When two journeys would message the same contact and a cap has room for one, the journey with the higher priority sends. Of equals, the one that starts earlier; then the one whose id comes first.',
    priority: '“{{journey}}” has priority {{priority}} of 100.',
    change: 'Change it in the journey’s settings',
  },

  doubt: {
    idleCap:
      '“{{other}}” already stops everything that this cap would stop, so this one makes no difference.',
    idleLimit: 'Rate limit {{other}} on this channel is stricter, so this one makes no difference.',
    quietAllDay: {
      hold: 'Quiet all day, every day: messages are held for 7 days and then not sent. Change one of the times.',
      skip: 'Quiet all day, every day: no message that keeps to them is ever sent. Change one of the times.',
      exit: 'Quiet all day, every day: contacts leave at their first message. Change one of the times.',
    },
    longRelease:
      'It is quiet again after {{duration}}, so some of what is held waits for another day. Spread it over {{duration}} at most.',
    emptyBudget: 'With a budget of 0 no message that costs anything goes out here. Free ones still do.',
  },
  inJourney: 'In “{{journey}}”: {{words}}',

  defaults: {
    currencyHelp:
      'Three letters, such as EUR. A label only: no amount is converted. Costs and budgets in these settings count in the currency of each journey.',
    zoneHelp: 'For starts, schedules and target dates, and for contacts whose own zone is not known.',
    templates: 'Copies of templates take them once you have changed them here.',
    utm: 'UTM tags of messages',
    utmHelp:
      'The tracking fields of a message offer these. {{journey}}, {{step}} and {{channel}} stand for the names.',
    utmOf: { source: 'Source', medium: 'Medium', campaign: 'Campaign', content: 'Content', term: 'Term' },
  },

  kept: {
    refused:
      '“{{typed}}” is not taken over as “{{field}}” in the settings, under “{{section}}”. It stays there until you mend it or close the app.',
    empty:
      '“{{field}}” in the settings, under “{{section}}”, was left empty, so it keeps its value. The box shows what to do.',
    back: 'Go back',
  },

  files: {
    policies: 'Policies and money',
    policiesHint: 'Caps, quiet hours, budgets, rate limits, start of the week, money and costs per channel.',
    rates: 'Rates',
    ratesHint: 'Your email rates, your rates per channel.',
    savePolicies: 'Download policies',
    saveRates: 'Download rates',
    read: 'Read a settings file',
    drop: 'Or drop a file anywhere on this page. What is read takes the place of what is here.',
    policiesRead: '{{file}} was read as policies and money. Yours are now those of the file.',
    ratesRead: '{{file}} was read as rates. Yours are now those of the file.',
    noRatesRead:
      '{{file}} was read as rates and holds none. All rates are benchmarks again; your policies stay as they are.',
    undo: 'Undo',
    refused: '{{file}} was not read. Nothing was changed.',
    empty: 'The file is empty. Choose a file of policies or of rates.',
    tooLarge: 'The file is larger than 1 MB, which no settings are. Is it the right file?',
    binary: 'This is no text file. Choose a JSON file of policies or of rates.',
    journey: 'This is a journey, not settings. Open it in Journeys.',
    unreadable: 'The browser could not read it: {{words}}',
  },
} as const;
