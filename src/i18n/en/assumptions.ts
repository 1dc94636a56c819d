/** Words of what the results rest on. */
export const assumptions = {
  intro:
    'Every number that these results rest on and that somebody may know better, what each moves, and how much of the doubt is luck and how much is not knowing.',
  blocked: 'This journey cannot run, so nothing can be tried. Mend its errors first.',
  failed: 'This could not be worked out: {{words}} Open the section again to try once more.',
  metric: 'Figure',
  rests: {
    whole_one: 'Worked out over the {{contacts}} contact of this run, with her luck.',
    whole_other: 'Worked out over the {{contacts}} contacts of this run, with their luck.',
    scaled:
      'Worked out over the {{contacts}} contacts of this forecast, with their luck, and shown for {{shown}}.',
    sample:
      'Worked out over {{contacts}} of the {{all}} contacts of this run, with their luck, and shown for all.',
    centre:
      '{{metric}} of these contacts: {{here}}; of the run: {{there}}. The pictures are about the first.',
  },
  moves: {
    title: '“{{name}}” moves {{metric}} most: from {{low}} to {{high}}',
    none: 'No assumption moves {{metric}} by more than luck does',
    working: 'What moves {{metric}}: {{known}} of {{all}} assumptions tried',
    note: 'Difference to this figure when one assumption alone is at either end of its range, over the same contacts with the same luck. Where no range is known, or you gave a figure without one, the ends are ± 50 %.',
    lowEnd: 'Low end of the range',
    highEnd: 'High end of the range',
    end: '{{change}} at {{value}}',
    caption: 'What each assumption moves',
    assumption: 'Assumption',
    atLow: 'Low end',
    changeAtLow: 'Change there',
    atHigh: 'High end',
    changeAtHigh: 'Change at the high end',
    trying: 'Each is tried at both ends of its range; what moves the figure most comes to the top.',
    empty: 'Try another figure, or more contacts: luck then moves less.',
  },
  even: {
    title: 'Where the journey stops paying',
    about:
      'For the assumptions that move profit most: the value at which the journey earns no more than it costs while everything else stays. What counts is what the journey causes: profit with it less profit of the same contacts with the same luck without it, both at the tried value; there its incremental ROI is zero. Found by halving the range. The interval answers where the crossing lies, given simulation noise and this sample of your audience.',
    working: 'Looking for the crossings: {{known}} of {{all}}',
    waiting: 'Worked out after the picture above.',
    now: 'now {{value}}',
    below: 'The journey stops paying below {{at}} ({{band}}).',
    above: 'The journey stops paying above {{at}} ({{band}}).',
    between: '{{low}}–{{high}}',
    upTo: 'up to {{high}}',
    from: 'from {{low}}',
    open: 'anywhere in its range',
    neverGain: 'The journey pays anywhere between {{low}} and {{high}}.',
    neverLoss: 'The journey does not pay anywhere between {{low}} and {{high}}.',
    neverUnsure:
      'No crossing between {{low}} and {{high}}, but what the journey earns comes so near to zero there that luck may hide one.',
    cannotRun:
      'With some values between {{low}} and {{high}} the journey cannot run, so no crossing can be given.',
    none: 'No assumption moves profit by more than luck does, so there is no crossing to look for.',
  },
  luck: {
    title: 'Not knowing makes {{metric}} {{times}} times as uncertain as luck alone',
    little: 'Luck is nearly all of the doubt about {{metric}}',
    only: 'Only not knowing makes {{metric}} uncertain',
    working: 'Luck and not knowing: {{known}} of {{all}} sets of assumptions tried',
    waiting: 'Luck and not knowing are worked out next.',
    note_one:
      '{{sets}} values of one assumption, spread evenly over its range, over the same contacts with the same luck. 95 % intervals.',
    note_other:
      '{{sets}} sets of {{count}} assumptions, spread evenly over their ranges (Latin hypercube), over the same contacts with the same luck. 95 % intervals.',
    sampling: 'Sampling alone',
    samplingNote: '{{band}}, assumptions as they are',
    both: 'Assumptions vary, too',
    bothNote: '{{band}}, anywhere in their ranges',
    sentence:
      'More contacts make the first band narrower and leave the second as it is; your own rates make the second narrower.',
    unvaried_one:
      'One assumption does not vary here: you gave it without a range, or nothing is known about its range.',
    unvaried_other:
      '{{count}} assumptions do not vary here: you gave them without a range, or nothing is known about their range.',
    nothing: 'No assumption of this journey has a known range, so luck is all that can be told.',
    caption: 'Intervals of the figure',
    source: 'What varies',
    value: 'Figure',
    low: 'Low',
    high: 'High',
  },
  ledger: {
    title: 'All assumptions',
    assumption: 'Assumption',
    value: 'Value',
    range: 'Range',
    source: 'Source',
    change: 'Change',
    noRange: 'not known; tried at ± 50 %',
    yoursNoRange: 'you gave no range; tried at ± 50 %',
    journeyNoRange: 'the step gives no range; tried at ± 50 %',
    nothingToTry: 'not known, and of 0 there is no half to try',
    inChannels: 'Channels',
    inMoney: 'Money',
    inStep: 'Step “{{step}}”',
    toChannels: 'Change in the settings of channels: {{name}}',
    toMoney: 'Change in the settings of money: {{name}}',
    toStep: 'Show the step “{{step}}”',
    run: 'As they were in this run.',
  },
} as const;
