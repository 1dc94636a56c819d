/**
 * Which steps lie on a loop: strongly connected components (Tarjan 1972) with more than one step, or a step that leads to
 * itself. An explicit stack, so that a thousand steps in a row do not overflow the call stack.
 */
export function stepsOnCycles(targets: readonly (readonly number[])[]): boolean[] {
  const count = targets.length;
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const cyclic = new Array<boolean>(count).fill(false);
  const stack: number[] = [];
  let next = 0;
  for (let root = 0; root < count; root++) {
    if (order[root]! >= 0) continue;
    const path: { step: number; link: number }[] = [{ step: root, link: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const { step } = top;
      if (top.link === 0) {
        order[step] = low[step] = next++;
        stack.push(step);
        onStack[step] = 1;
      }
      const to = targets[step]![top.link++];
      if (to !== undefined) {
        if (to === step) cyclic[step] = true;
        if (to < 0) continue;
        if (order[to]! < 0) path.push({ step: to, link: 0 });
        else if (onStack[to] === 1) low[step] = Math.min(low[step]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.step] = Math.min(low[parent.step]!, low[step]!);
      if (low[step] !== order[step]) continue;
      const component = stack.splice(stack.lastIndexOf(step));
      for (const member of component) {
        onStack[member] = 0;
        if (component.length > 1) cyclic[member] = true;
      }
    }
  }
  return cyclic;
}
