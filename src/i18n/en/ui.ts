/** Words of the parts that know nothing of the product. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  optional: 'optional',
  dismiss: 'Dismiss',
  collapse: 'Hide {{panel}}',
  resize: 'Resize {{panel}}',
  table: { all: 'Show all {{rows}} rows', save: 'Save CSV', saveNamed: 'Save CSV: {{caption}}' },
  commands: {
    title: 'What would you like to do?',
    open: 'Command palette',
    search: 'Search commands',
    none: 'No command is called “{{text}}”. Try “add”, “align” or “run”.',
    recent: 'Used lately',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    search: 'Search by what it does or by its keys',
    found_zero: 'Nothing found. Try “copy” or “arrow”.',
    found_one: '{{count}} shortcut',
    found_other: '{{count}} shortcuts',
  },
  text: {
    missing: 'This cannot be empty.',
    tooLong: 'At most {{max}} characters; this has {{length}}. It is not taken over until you shorten it.',
  },
  number: {
    empty: 'Enter a number.',
    notNumber: '“{{typed}}” is not a number.',
    integer: 'Enter a whole number.',
    atLeast: 'Enter {{min}} or more.',
    atMost: 'Enter {{max}} or less.',
  },
} as const;
