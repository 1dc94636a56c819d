/** Words of one contact's way, lit on the canvas. */
export const way = {
  label: 'Her way: {{whose}}',
  group: 'Her way',
  at: 'Moment {{at}} of {{moments}}',
  place: '{{time}} · {{step}}',
  told: 'Moment {{at}} of {{moments}}: {{place}}. {{lines}}',
  previous: 'Previous moment',
  next: 'Next moment',
  story: 'Back to her story',
  stop: 'Stop',
  lines: 'What happened at this moment',
  odds: '{{name}}: {{chance}}, {{luck}}',
  card: '{{number}} · {{time}}',
  more: '+{{count}}',
  unsent: 'Not sent: {{reason}}',
  ended: 'Her way is no longer lit: it belonged to the journey as it was before this change.',
} as const;
