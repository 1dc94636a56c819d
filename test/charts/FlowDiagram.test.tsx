import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FlowDiagram } from '../../src/charts/FlowDiagram.tsx';
import { flowLayout, flowRoom, flowSize, isFlowWide } from '../../src/charts/flowLayout.ts';
import type { FlowNode } from '../../src/charts/flow.ts';

const nodes: readonly FlowNode[] = [
  { id: 'in', label: 'New customers', value: 100, kind: 'entry' },
  { id: 'mail', label: 'Welcome', value: 80, kind: 'message' },
  { id: 'out', label: 'Left', value: 20, kind: 'exit' },
];
const links = [
  { source: 'in', target: 'mail', value: 80, label: 'next' },
  { source: 'in', target: 'out', value: 20, label: 'not reached' },
];

it('boxes have the colour of their family, their name and their people', () => {
  const { container } = render(
    <FlowDiagram label="Most get it" nodes={nodes} links={links} print={String} />,
  );
  expect(container.querySelector('rect[data-key="mail"]')).toHaveAttribute('fill', 'var(--family-message)');
  for (const words of ['Welcome', '80', 'Left', '20']) expect(screen.getByText(words)).toBeInTheDocument();
});

it('a box that is read lights its ways and says where people came from and went', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <FlowDiagram label="Most get it" nodes={nodes} links={links} print={String} />,
  );
  const lit = () =>
    [...container.querySelectorAll('path[class*="lit"]')].map((path) => path.getAttribute('data-key'));
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent(
    'New customers: 100. → Welcome · next: 80. → Left · not reached: 20',
  );
  expect(lit()).toHaveLength(2);
  await user.keyboard('{End}');
  expect(lit()).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(lit()).toHaveLength(0);
});

it('with all words the picture is as wide as these need; all of it fits, with words where there is room', () => {
  const many = Array.from({ length: 200 }, (_, at): FlowNode => ({
    id: `${at}`,
    label: `Step ${at}`,
    value: 10,
    kind: 'time',
    column: Math.floor(at / 8),
  }));
  const flow = { nodes: many, links: [] };
  const few = { nodes: many.slice(0, 64), links: [] };
  expect(flowRoom(flow, 'full', 1200)).toBeGreaterThan(25 * 100);
  expect(flowRoom(flow, 'full', 390)).toBeGreaterThan(25 * 100);
  expect(flowRoom(flow, 'fit', 1200)).toBe(1200);
  expect(flowLayout(many, [], 1200).hasWords).toBe(false);
  // A few columns are fitted, with labels cut sooner.
  expect(flowRoom(few, 'full', 1100)).toBe(1100);
  expect(flowLayout(few.nodes, [], 1100).hasWords).toBe(true);
  // Unless somebody chooses: words as long as they can be read along.
  expect(flowSize(flow, 1200)).toBe('fit');
  expect(flowSize(few, 1100)).toBe('fit');
  expect(flowSize(few, 360)).toBe('full');
  expect(isFlowWide(few, 360)).toBe(true);
  expect(isFlowWide(few, 1100)).toBe(false);
});

it('says so where nobody came', () => {
  render(
    <FlowDiagram
      label="f"
      nodes={nodes.map((node) => ({ ...node, value: 0 }))}
      links={[]}
      print={String}
      empty="Nobody entered."
    />,
  );
  expect(screen.getByText('Nobody entered.')).toBeInTheDocument();
});
