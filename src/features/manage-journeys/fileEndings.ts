/** What a chooser offers of files that may hold a journey: ours, drawings, and those of other platforms. */
export const FILE_ENDINGS = '.json,.rehearsal,.mmd,.mermaid,.md,.txt,.bpmn,.xml,application/json,.zip';
