/** Words around problems; what is wrong and what to do about it is said by the problems themselves. */
export const problems = {
  errors_one: '{{count}} error',
  errors_other: '{{count}} errors',
  warnings_one: '{{count}} warning',
  warnings_other: '{{count}} warnings',
  /** Said by a screen reader when the number changes. */
  noErrors: 'No errors left: the journey can run',
  errorsNow_one: '{{count}} error stops the run',
  errorsNow_other: '{{count}} errors stop the run',
  fix: 'Fix: {{problem}}',
  openSettings: 'Open settings',
  touches: 'touches {{people}} of {{all}} contacts',
  outdated: 'touched {{people}} of {{all}} contacts',
  from: {
    step: 'The forecast counts {{times}} times that a contact comes to this step.',
    exit: 'The forecast counts {{times}} times that a contact leaves this step by that exit.',
    entry: 'The problem is about the whole journey: the forecast counts {{times}} entries.',
  },
  fromOutdated: 'These numbers are from before the last change. New ones are on their way.',
} as const;
