import { expect, it } from 'vitest';
import type { FlowLink, FlowNode } from '../../src/charts/flow.ts';
import { flowColumns } from '../../src/charts/flowColumns.ts';
import { flowLayout } from '../../src/charts/flowLayout.ts';

const node = (id: string, value: number, column?: number): FlowNode => ({
  id,
  label: id,
  value,
  kind: 'message',
  column,
});
const link = (source: string, target: string, value: number): FlowLink => ({
  source,
  target,
  value,
  label: 'next',
});

const nodes = [node('in', 100), node('a', 70), node('b', 30), node('out', 90)];
const links = [link('in', 'a', 70), link('in', 'b', 30), link('a', 'out', 60), link('b', 'out', 30)];

const boxOf = (layout: ReturnType<typeof flowLayout>, id: string) =>
  layout.nodes.find(({ node }) => node.id === id)!;

it('boxes and ribbons are as high as people are many, in one proportion', () => {
  const layout = flowLayout(nodes, links, 600);
  const perPerson = boxOf(layout, 'in').height / 100;
  for (const { node, height } of layout.nodes) expect(height).toBeCloseTo(node.value * perPerson);
  for (const { link, thickness } of layout.links) expect(thickness).toBeCloseTo(link.value * perPerson);
});

it('a box whose links take fewer than came is as high as those who came', () => {
  const layout = flowLayout(nodes, links, 600);
  const out = layout.links
    .filter(({ source }) => source.id === 'a')
    .reduce((sum, { thickness }) => sum + thickness, 0);
  expect(out).toBeCloseTo((boxOf(layout, 'a').height * 60) / 70);
});

it('every link leads to the right, within the picture', () => {
  const layout = flowLayout(nodes, links, 600);
  for (const { link } of layout.links)
    expect(boxOf(layout, link.target).x).toBeGreaterThan(boxOf(layout, link.source).x);
  for (const { x, y, height } of layout.nodes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThan(600);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(layout.height);
  }
});

it('boxes of a column do not overlap and leave room for two lines of words', () => {
  const many = [node('in', 1000), ...Array.from({ length: 40 }, (_, at) => node(`t${at}`, 25))];
  const layout = flowLayout(
    many,
    many.slice(1).map(({ id }) => link('in', id, 25)),
    600,
  );
  const column = layout.nodes
    .filter(({ node }) => node.id !== 'in')
    .map(({ y, height }) => ({ y, middle: y + height / 2 }));
  for (const [at, { middle }] of column.entries())
    if (at > 0) expect(middle - column[at - 1]!.middle).toBeGreaterThan(30);
});

it('what is given stays as it was', () => {
  const [before, linksBefore] = [structuredClone(nodes), structuredClone(links)];
  flowLayout(nodes, links, 600);
  expect([nodes, links]).toEqual([before, linksBefore]);
});

it('nodes stand in the columns they ask for, without gaps between columns', () => {
  const asked = [node('a', 1, 0), node('b', 1, 3), node('c', 1, 7)];
  expect([...flowColumns(asked, [])]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  const layout = flowLayout(asked, [link('a', 'b', 1)], 600);
  expect(layout.nodes.map(({ x }) => Math.round(x))).toEqual([1, 201, 401]);
  expect(layout.nodes.every(({ y, height }) => Number.isFinite(y) && Number.isFinite(height))).toBe(true);
});

it('ends without a column stand at the right', () => {
  const ways = flowColumns(
    [node('in', 2), node('a', 1), node('left', 1), node('goal', 1)],
    [link('in', 'a', 1), link('in', 'left', 1), link('a', 'goal', 1)],
  );
  expect(ways.get('left')).toBe(2);
});

it('one node, and nodes nobody reached, have finite places', () => {
  const layout = flowLayout([node('in', 5), node('nobody', 0)], [link('in', 'nobody', 0)], 300);
  for (const { x, y, height } of layout.nodes) expect([x, y, height].every(Number.isFinite)).toBe(true);
  expect(boxOf(layout, 'nobody').height).toBe(0);
});

it('a circle is refused', () => {
  expect(() => flowLayout([node('a', 1), node('b', 1)], [link('a', 'b', 1), link('b', 'a', 1)], 300)).toThrow(
    'circular',
  );
});

it('a link to no node is refused by name', () => {
  expect(() => flowLayout([node('a', 1)], [link('a', 'zz', 1)], 300)).toThrow('zz');
});
