/** Words of every picture of figures, whatever it shows. */
export const charts = {
  menu: 'Show as table, copy or save: {{title}}',
  take: 'Take away',
  showTable: 'Show as table',
  showPicture: 'Show as picture',
  copy: 'Copy picture',
  saveSvg: 'Save as SVG',
  saveSvgHelp: 'For slides and print, sharp at any size',
  savePng: 'Save as PNG',
  savePngHelp: 'Twice the size on screen',
  saveCsv: 'Save figures as CSV',
  saveCsvHelp: 'For a spreadsheet',
  copied: 'The picture is on the clipboard.',
  notCopied: 'The browser did not take the picture to the clipboard. Save it as PNG instead.',
  notDrawn: 'The picture could not be drawn as PNG. Save it as SVG instead.',
  walk: 'Figures of the picture: the arrow keys read them one by one',
  walkRange:
    'Figures of the picture: the arrow keys read them one by one, with Shift they choose a stretch, Escape clears it',
  empty: 'There is nothing to draw: no figures, or all are zero.',
  showAll: 'Show all {{count}}',
  showFewer: 'Show the first {{count}}',
  series: 'What is shown',
} as const;
