/** What whoever runs the process has to provide for tasks; docs/exchange.md says what each does. */
const TASK_SERVICES = ['send', 'escalate', 'update', 'handOff'] as const;

/** How a task names its service. */
export function implementationBy(service: (typeof TASK_SERVICES)[number]): string {
  return `\${environment.services.${service}}`;
}

export const OUR_IMPLEMENTATIONS: ReadonlySet<unknown> = new Set(TASK_SERVICES.map(implementationBy));
