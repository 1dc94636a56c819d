/** Words of running a journey. */
export const runSimulation = {
  run: 'Run {{contacts}} contacts',
  runShort: 'Run',
  options: 'Choose how many contacts',
  title: 'Run the journey',
  contacts: 'Contacts',
  contactsUnit: 'contacts',
  contactsHelp:
    'Your audience has {{rows}}. Fewer: a fixed sample of them. More: its rows repeat as new contacts.',
  presets: 'Usual numbers',
  seed: 'Seed',
  seedHelp: 'The same seed gives the same people the same luck, so that two designs can be compared.',
  progress: 'Running {{contacts}} contacts',
  share: '{{share}}',
  left: '{{share}}, {{wait}} left',
  cancel: 'Cancel run',
  blocked: 'Fix the errors of the journey first: {{problem}}',
  finished: 'Run finished: {{conversions}} conversions, profit {{profit}}.',
  see: 'See results',
  repeated: 'A worker died. Its part of the run is simulated once more; the results stay the same.',
  failed: 'The run stopped. {{words}}',
} as const;
