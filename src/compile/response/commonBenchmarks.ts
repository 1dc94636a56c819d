/** What stands in place of a source. */
export const ASSUMPTION = 'assumption: no published figure was found';

/** Defaults that belong to no channel. */
export const COMMON_BENCHMARKS = {
  organicPerDay: {
    value: 0.00041,
    low: 0.0001,
    high: 0.002,
    reference: 'Hillstrom control group: 0.573 % in 14 days',
  },
  orderMean: { value: 116, reference: 'Hillstrom, 578 orders' },
  orderSd: { value: 108, reference: 'Hillstrom, 578 orders' },
  propensityShape: { value: 0.24, reference: 'CDNOW, BG/NBD' },
  machineReaders: {
    value: 0.17,
    low: 0.1,
    high: 0.35,
    reference: 'derived from Mailchimp 2019 and NeverBounce 2025',
  },
  pressureHalfLifeDays: { value: 7, low: 3.5, high: 14, reference: ASSUMPTION },
  startPressure: { value: 1, reference: 'assumption: a weekly sender' },
  goodwillHalfLifeDays: {
    value: 3.5,
    reference: 'Sahni, Zou and Chintagunta: a quarter of the effect is left in week two',
  },
  goodwillPerOpen: { value: 2.21, reference: 'assumption: half of the incremental orders bypass the click' },
  adLift: {
    value: 0.105,
    reference: 'Johnson, Lewis and Nubbemeyer 2017: purchases under display retargeting',
  },
  clickDelayExponent: { value: 0.143, reference: 'derived from GetResponse 2020 and 2022' },
  clickDelayPivotHours: { value: 4.31, reference: 'derived: mean factor 1' },
  unsubscribePressure: { value: 0.2, reference: ASSUMPTION },
  unsubscribeEngagement: { value: 0.35, reference: ASSUMPTION },
  complaintShare: { value: 0.05, reference: 'BS&Co 2026, Mailchimp 2018' },
  quickBuyers: { value: 0.6, reference: ASSUMPTION },
  quickBuyHours: { mu: -1.386294361, sigma: 1 },
  slowBuyHours: { mu: 3.17805383, sigma: 1.2 },
  machineOpenMinutes: { value: 60, reference: ASSUMPTION },
} as const;

/** Activity by local hour, 0–23; only the shape counts. After Leanplum 2016 and MailerMailer 2013. */
export const ACTIVITY_BY_HOUR = [
  0.35, 0.2, 0.12, 0.08, 0.08, 0.15, 0.4, 0.8, 1.1, 1.3, 1.35, 1.3, 1.3, 1.25, 1.2, 1.2, 1.2, 1.25, 1.3, 1.35,
  1.4, 1.35, 1.1, 0.7,
] as const;
