/**
 * Kevin Hillstrom's MineThatData e-mail challenge (2008): 64 000 customers of a shop, a third got the men's e-mail, a third the women's, a
 * third none. Counts and moments of the public file; intervals worked out from them apart from this project, with SciPy.
 */
export const NOBODY_MAILED = {
  contacts: 21_306,
  visits: 2262,
  conversions: 122,
  spend: { mean: 0.6527893551112363, deviation: 11.588199681271533 },
} as const;

export const HILLSTROM = [
  {
    name: 'the men’s e-mail',
    contacts: 21_307,
    visits: 3894,
    conversions: 267,
    spend: { mean: 1.422616511005773, deviation: 17.75420510373683 },
    expected: {
      visit: {
        newcombe: [0.06995330808373154, 0.08322674127411137],
        katz: [0.6403848884800001, 0.806425964714953],
        extra: 1631.8938327231763,
      },
      conversion: {
        newcombe: [0.005014344671481533, 0.008640723396917826],
        katz: [0.7679840780104206, 1.708842442743053],
        extra: 144.99427391345162,
      },
      spend: {
        difference: 0.7698271558945367,
        welch: [0.4851397325684075, 1.0545145792206658],
        degrees: 36_671.15797736051,
        t: 5.300140358411668,
        ratio: 2.179288770362006,
        fieller: [1.643690437936663, 2.9774473610628327],
        incrementalRevenue: 16_402.707210644894,
        iroasAtOneCent: 76.98271558945366,
        roiAtTenCents: 1.3094814676836097,
      },
    },
  },
  {
    name: 'the women’s e-mail',
    contacts: 21_387,
    visits: 3238,
    conversions: 189,
    spend: { mean: 1.0772015710478329, deviation: 15.116106470737082 },
    expected: {
      visit: {
        newcombe: [0.03889409535998813, 0.051574342962213596],
        katz: [0.35617122347245855, 0.4995400493949955],
        extra: 967.4004505773022,
      },
      conversion: {
        newcombe: [0.0015016571318770087, 0.00474547131367293],
        katz: [0.23010521952629714, 0.9362694451180944],
        extra: 66.53618698958041,
      },
      spend: {
        difference: 0.4244122159365966,
        welch: [0.16895678988377866, 0.6798676419894145],
        degrees: 40_064.88440653067,
        t: 3.2563715760253915,
        ratio: 1.650151863864686,
        fieller: [1.2241727868635164, 2.2749408945821377],
        incrementalRevenue: 9076.904062235992,
        iroasAtOneCent: 42.44122159365966,
        roiAtTenCents: 0.27323664780978973,
      },
    },
  },
] as const;
