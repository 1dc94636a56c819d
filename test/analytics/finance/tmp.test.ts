import { it } from 'vitest';
import { jackknife, plainInterval, positiveInterval, studentQuantile } from '../../../src/analytics/intervals.ts';
import { squareOfOne } from '../../../src/analytics/finance/groupRatio.ts';
import { widened } from '../../../src/analytics/pairParts.ts';
import { fieller } from '../../../src/analytics/incrementality/means.ts';
import { sum } from '../../../src/analytics/view.ts';
import { makeLuck } from '../luck.ts';
import { drawWorlds } from './madeLedgers.ts';
const fg = (above: Float64Array, below: Float64Array, k: number) => {
  const G = above.length; const ma = sum(above) / G, mb = sum(below) / G; let sa = 0, sb = 0, p = 0;
  for (let i = 0; i < G; i++) { sa += (above[i]! - ma) ** 2; sb += (below[i]! - mb) ** 2; p += (above[i]! - ma) * (below[i]! - mb); }
  const m = 1 / ((G - 1) * G);
  return fieller({ above: ma, below: mb, aboveVariance: sa * m + k / G / G, belowVariance: sb * m, covariance: p * m, quantile: studentQuantile(G - 1) });
};
const w = (j: any, k: number, sq: number, people: number) => ({ ...j, standardError: Math.sqrt(j.standardError ** 2 + (k * sq) / people ** 2) });
it('x', { timeout: 600000 }, () => {
  const R = 3000;
  for (const organic of [2, 5, 20, 60]) {
    const made = { organic, extra: 0, costEach: 0.01 };
    const truth = organic / (128 * 150 * .9 * .01);
    const acc: Record<string, number> = {};
    const luck = makeLuck(5);
    for (let r = 0; r < R; r++) {
      const { groups: g } = drawWorlds(luck, made).withIt;
      if (sum(g.revenue) === 0) { for (const k of [0,1, 2, 3,4]) acc['p' + k] = (acc['p' + k] ?? 0) + 1; continue; }
      const sq = squareOfOne(g.revenue, g.conversions), cost = sum(g.cost);
      for (const k of [0, 1, 2, 3, 4]) {
        const i = positiveInterval(w(jackknife(g.revenue, g.cost), k, sq, cost));
        acc['p' + k] = (acc['p' + k] ?? 0) + (i.low <= truth && truth <= i.high ? 1 : 0);
      }
    }
    console.log('X organic ' + organic + ' ' + Object.entries(acc).map(([k, v]) => `${k} ${(v / R).toFixed(3)}`).join(' '));
  }
  for (const made of [{ organic: 200, extra: 6, costEach: 0.001 },{ organic: 200, extra: 20, costEach: 0.001 }, { organic: 200, extra: 60, lost: 20, costEach: 0.001 }, { organic: 0, extra: 30, costEach: 0.001 }, { organic: 2000, extra: 300, lost: 40, costEach: .01 }]) {
    const more = made.extra - (made.lost ?? 0);
    const acc: Record<string, number> = {};
    const luck = makeLuck(6);
    const hit = (k: string, i: any, t: number) => { acc[k] = (acc[k] ?? 0) + (i.low <= t && t <= i.high ? 1 : 0); };
    for (let r = 0; r < R; r++) {
      const { withIt: { groups: a }, without: { groups: b } } = drawWorlds(luck, made);
      const sq = squareOfOne(a.revenue, a.conversions), people = sum(a.contacts);
      const dr = a.revenue.map((x, i) => x - b.revenue[i]!), dn = a.conversions.map((x, i) => x - b.conversions[i]!);
      const n0 = sum(b.conversions);
      for (const k of [2, 4, 6, 8, 10]) {
        hit('r' + k, plainInterval(w(jackknife(dr, a.contacts), k, sq, people)), more / 19200);
        hit('n' + k, plainInterval(w(jackknife(dn, a.contacts), k, 1, people)), more / 19200);
        if (n0 > 0) { const f = fg(dn, b.conversions, k); if (f) hit('f' + k, f, more / made.organic); else hit('f'+k, {low:-9,high:9}, 0); }
        if (n0 > 0) hit('q' + k, plainInterval(w(jackknife(dn, b.conversions), k, 1, n0)), more / made.organic);
      }
    }
    console.log('X ' + JSON.stringify(made) + ' ' + Object.entries(acc).sort().map(([k, v]) => `${k} ${(v / R).toFixed(3)}`).join(' '));
  }
});
