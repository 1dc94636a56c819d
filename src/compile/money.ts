/** Currencies whose smallest unit is not a hundredth (ISO 4217). A table, because `Intl` data differ between engines. */
const WITHOUT_MINOR = [
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
];
const IN_THOUSANDTHS = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

export function minorDigits(currency: string): number {
  if (WITHOUT_MINOR.includes(currency)) return 0;
  return IN_THOUSANDTHS.includes(currency) ? 3 : 2;
}

export function minorUnits(amount: number, currency: string): number {
  return Math.round(amount * [1, 10, 100, 1000][minorDigits(currency)]!);
}
