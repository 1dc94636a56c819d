/** Words of the parts that know nothing of the product. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  optional: 'optional',
  dismiss: 'Dismiss',
  collapse: 'Hide {{panel}}',
  expand: 'Show {{panel}}',
  resize: 'Resize {{panel}}',
  number: {
    empty: 'Enter a number.',
    notNumber: '“{{typed}}” is not a number.',
    integer: 'Enter a whole number.',
    atLeast: 'Enter {{min}} or more.',
    atMost: 'Enter {{max}} or less.',
  },
} as const;
