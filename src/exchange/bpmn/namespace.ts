import { BpmnModdle } from 'bpmn-moddle';

/** All that BPMN has no word for stands in elements of this namespace. */
const NAMESPACE_BASE = 'https://rehearsal.example/schema/bpmn/';
const NAMESPACE_VERSION = '1';
const NAMESPACE = `${NAMESPACE_BASE}${NAMESPACE_VERSION}`;

const json = { name: 'json', isBody: true, type: 'String' };
const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });

/** The same in the words of moddle. */
const PACKAGE = {
  name: 'Rehearsal',
  uri: NAMESPACE,
  prefix: 'rehearsal',
  xml: { tagAlias: 'lowerCase' },
  types: [
    /** Of the process: settings, and what is not drawn. */
    { name: 'Journey', superClass: ['Element'], properties: [json] },
    /** Of the element that stands for a step: all fields of the step. */
    { name: 'Step', superClass: ['Element'], properties: [attribute('kind'), json] },
    /** Of an element that belongs to the step `of` together with others. */
    { name: 'Part', superClass: ['Element'], properties: [attribute('of'), attribute('role')] },
    /** Of a sequence flow: the exit of the step that it leaves by. */
    { name: 'Exit', superClass: ['Element'], properties: [attribute('name')] },
    /** Of a sub-process: the exit rule that it stands for. */
    { name: 'ExitRule', superClass: ['Element'], properties: [json] },
    /** Of a text annotation: the note that it shows. */
    { name: 'Note', superClass: ['Element'], properties: [attribute('name'), json] },
  ],
};

/** The package's model of BPMN, with our elements in it. It takes a while to make, and nothing that is read or written changes it. */
export const BPMN = new BpmnModdle({ rehearsal: PACKAGE });

/** The version of our namespace that a file names, if it is not this one. */
export function otherVersion(text: string): string | undefined {
  const at = text.indexOf(`"${NAMESPACE_BASE}`);
  if (at < 0) return undefined;
  const version = text.slice(at + 1 + NAMESPACE_BASE.length, text.indexOf('"', at + 1));
  return version === NAMESPACE_VERSION ? undefined : version;
}
