import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Icon } from '../../../../ui/Icon.tsx';
import { useWorkspace } from '../../../../state/useWorkspace.ts';
import styles from '../../../../forms/fields.module.css';

/** What is doubtful about one field of the document, beside it. `path` as problems name it: `steps.welcome.windowMinutes`. */
export function FieldProblem({ path }: { readonly path: string }) {
  const problem = useWorkspace(({ problems }) => problems.find((one) => one.path === path));
  if (!problem) return null;
  const isError = problem.severity === 'error';
  return (
    <p className={isError ? styles.problem : styles.doubt} dir="auto">
      <Icon of={isError ? CircleAlert : TriangleAlert} size={14} />
      <span>{problem.words}</span>
    </p>
  );
}

export function useHasProblem(path: string): boolean {
  return useWorkspace(({ problems }) => problems.some((one) => one.path === path));
}
