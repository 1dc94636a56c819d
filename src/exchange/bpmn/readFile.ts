import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import { fileFault } from '../../journey/jsonFile.ts';
import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Doubt } from '../doubt.ts';
import { checkXml } from '../read/checkXml.ts';
import { strangerWords } from './strangers.ts';
import { BPMN, otherVersion } from './namespace.ts';
import { type Plain, plainOf } from './plain.ts';

export type ReadDefinitions =
  | { readonly ok: true; readonly definitions: Plain; readonly doubts: readonly Doubt[] }
  | { readonly ok: false; readonly problem: Problem };

/** The definitions of a BPMN file. Whatever the parser doubts is a refusal, or a doubt with its place. */
export async function readDefinitions({ text }: ExchangeFile): Promise<ReadDefinitions> {
  const stranger = strangerWords(text.slice(0, 4000));
  if (stranger !== undefined) return refuse(fileFault('not-bpmn', stranger));
  const checked = checkXml(text);
  if (!checked.ok) return refuse(checked.problem);
  const version = otherVersion(checked.text);
  if (version !== undefined) return refuse(newerVersion(version));
  try {
    const { rootElement, warnings } = await BPMN.fromXML(checked.text);
    const problem = warnings.map(refusalOf).find((one) => one !== undefined);
    if (problem) return refuse(problem);
    return { ok: true, definitions: plainOf(rootElement), doubts: warnings.map(doubtOf) };
  } catch (error) {
    return refuse(unreadable(error instanceof Error ? error.message : String(error)));
  }
}

function refuse(problem: Problem): ReadDefinitions {
  return { ok: false, problem };
}

function newerVersion(version: string): Problem {
  const shown = clip(version);
  return fileFault(
    'newer-version',
    `This file was saved by a newer Rehearsal: its extension is version ${shown}, this one reads version 1. Update Rehearsal and open it again.`,
    { version: shown },
  );
}

/** References without which nobody knows where contacts go. */
const ENDS = /:(?:sourceRef|targetRef|incoming|outgoing|default|attachedToRef)$/;

function refusalOf({ message, element, property = '', value = '' }: ModdleWarning): Problem | undefined {
  if (message.startsWith('unparsable')) return unreadable(message);
  if (!message.startsWith('unresolved') || !ENDS.test(property)) return undefined;
  const name = property.replace(/^.*:/, '');
  const path = `${holderOf(element)}.${name}`;
  const words = `“${clip(path)}” names “${clip(value)}”, which is not in the file. Draw that arrow again in the modeler and save.`;
  return { ...fileFault('dangling', words, { path, value }), path };
}

function doubtOf({ message, element, property = '', value = '' }: ModdleWarning): Doubt {
  const path = `${holderOf(element)}.${property.replace(/^.*:/, '')}`;
  const values = { path: clip(path), value: clip(value) };
  if (message.startsWith('unresolved'))
    return {
      code: 'reference-unknown',
      words: `“${values.path}” names “${values.value}”, which is not in the file. It was read without.`,
      values,
      path,
    };
  if (message.startsWith('unknown attribute'))
    return {
      code: 'attribute-unknown',
      words: `BPMN has no attribute “${clip(property)}” there; it is kept and means nothing here.`,
      values,
      path,
    };
  return { code: 'parser-doubts', words: `${clip(message)}.`, values, path };
}

function holderOf(element: ModdleElement | undefined): string {
  for (let at = element; at; at = at.$parent) {
    const { id } = at;
    if (typeof id === 'string' && id !== '') return id;
  }
  return 'definitions';
}

/** The parser counts lines and columns from 0, and calls everything unparsable. */
function unreadable(message: string): Problem {
  const [, line = '', column = ''] = /line: (\d+)\s+column: (\d+)/.exec(message) ?? [];
  const [, nested = message] = /nested error: (.*)/s.exec(message) ?? [];
  const where = line === '' ? undefined : `line ${Number(line) + 1}, column ${Number(column) + 1}`;
  const reason = nested.replace(/\s+/g, ' ').slice(0, 160);
  const words = `This file is not whole BPMN${where === undefined ? '' : ` (${where})`}: ${reason}. Save it again in the modeler.`;
  return { ...fileFault('not-bpmn', words, { reason }), ...(where !== undefined && { path: where }) };
}
