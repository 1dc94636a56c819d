/** Words of the frame around every view. */
export const shell = {
  keptApart: 'Another tab changed this journey. What you did here goes on as “{{name}}”; nothing was lost.',
  skip: 'Skip to the content',
  nav: {
    label: 'Views',
    journeys: 'Journeys',
    design: 'Design',
    results: 'Results',
    audiences: 'Audiences',
    settings: 'Settings',
  },
  commands: {
    work: 'Work',
    files: 'Files',
    help: 'Help',
    go: 'Go to {{view}}',
    save: 'Say whether everything is saved',
    run: 'Run everybody',
    print: 'Print',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
  },
  name: 'Journey name',
  nameMissing: 'Give the journey a name.',
  undo: 'Undo',
  redo: 'Redo',
  save: {
    saved: 'Saved in this browser',
    savedAgo: 'Saved in this browser · {{ago}}',
    saving: 'Saving',
    failed: 'Not saved',
    failedWhy: 'Your last changes are not saved yet: {{words}} They are kept here and tried again.',
    download: 'Download journey',
    already: 'Already saved in this browser. Every change is saved as you make it.',
    onItsWay: 'Saving right now.',
  },
  audience: 'Audience: {{name}}',
  more: {
    label: 'Export and more',
    json: 'Download journey',
    jsonHelp: 'Everything, as .journey.json',
    mermaid: 'Download Mermaid',
    mermaidHelp: 'The flowchart as text',
    open: 'Open a file',
    openHelp: 'A journey or a Mermaid file; or drop it anywhere',
    paste: 'Paste a Mermaid flowchart',
    notLoaded: 'The flowchart could not be written. Check your connection or reload the page.',
    theme: 'Theme: {{theme}}',
  },
  settings: {
    title: 'Settings',
    rates: 'Your rates',
    look: 'Appearance',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    privacy: 'Privacy',
  },
  theme: { system: 'as the system', light: 'light', dark: 'dark' },
  drop: 'Drop a journey or Mermaid file to open it',
  opened: 'Opened {{name}}.',
  notOpened: '{{file}} was not opened. {{words}} Nothing was changed.',
  tooLarge: 'It is larger than 50 MB.',
  starting: 'Opening your journeys',
  failed: {
    title: 'The app could not start',
    help: '{{words}}',
    reload: 'Reload the page',
  },
  crash: {
    title: 'Something broke in this view',
    help: 'Your journey is kept. You can download it, go back to the canvas, or reload the page.',
    download: 'Download journey',
    retry: 'Try again',
  },
  tabTitle: '{{name}} · {{product}}',
  notFound: {
    title: 'There is no such page',
    help: 'The address may be mistyped. Nothing happened to your journeys.',
    toCanvas: 'Go to the canvas',
  },
  tour: {
    title: 'Tour',
    start: 'Take the tour',
    end: 'End the tour',
    back: 'Back',
    next: 'Next',
    done: 'Start working',
    count: '{{at}} of {{of}}',
    stop: {
      canvas: {
        title: 'A journey that you can try',
        words:
          'This is an example. Links are as wide as the people on them, and every card says how many came. Nothing here can be sent.',
      },
      steps: {
        title: 'Add steps',
        words:
          'Drag a step onto a card, a link or the canvas, or press the plus of a card. With the keyboard: arrows walk, Tab adds, question mark shows all keys.',
      },
      form: {
        title: 'Change what a step does',
        words:
          'Select a card and change it here. Everything is saved in this browser, and Ctrl+Z takes it back.',
      },
      forecast: {
        title: 'The numbers follow',
        words:
          'Each change is tried on 20 000 simulated contacts at once. The small range below a number is where the truth lies 95 times of 100.',
      },
      problems: {
        title: 'What is doubtful is said',
        words:
          'Dead ends, waits that never end, rules that nobody matches: listed with their step, many with a fix.',
      },
      run: {
        title: 'Then try it on everybody',
        words: 'Run the whole audience, and read people, money and each message in Results.',
      },
    },
  },
  welcome: {
    change: 'Change something',
    template: 'Start from a template',
    audience: 'Bring your audience',
    dismiss: 'Hide this line',
  },
  promise: 'Nothing here can be sent. Your data stays in this browser.',
} as const;
