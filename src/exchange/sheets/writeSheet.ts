import type { BuildSheet, SheetTask } from '../../journey/portability.ts';

/** A build sheet in Markdown: numbered tasks with boxes to tick, what to set as a list below each. */
export function writeSheet({ title, parts }: BuildSheet): string {
  let number = 0;
  const written = parts.map((part) => {
    const tasks = part.tasks.map((task) => taskText(task, (number += 1)));
    return [`## ${plain(part.title)}`, '', ...tasks].join('\n');
  });
  return `${[`# ${plain(title)}`, ...written].join('\n\n')}\n`;
}

function taskText({ words, settings, remarks }: SheetTask, number: number): string {
  return [
    `- [ ] **${number}.** ${plain(words)}`,
    ...settings.map(({ name, value }) => `  - ${plain(name)}: ${plain(value)}`),
    ...remarks.map((remark) => `  - _${plain(remark)}_`),
  ].join('\n');
}

/** Names of steps are anybody's: what Markdown would read as marks stays text, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`);
}
