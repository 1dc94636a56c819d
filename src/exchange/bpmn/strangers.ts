import { clip } from '../../journey/schemaWords.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Root elements that look alike or come from the same tools, and what to do with them. */
const STRANGERS: readonly (readonly [RegExp, string])[] = [
  [/spec\/DMN\//i, 'a decision table (DMN), which says nothing of a journey. Open the process that uses it'],
  [/spec\/CMMN\//i, 'a case (CMMN), which has no order of steps. Only processes can be read'],
  [
    /schema\.omg\.org\/spec\/BPMN|spec\/BPMN\/2009/i,
    'a draft of BPMN 2.0 that came before the standard. Open it in a modeler and save it again',
  ],
  [/wsdl/i, 'a description of web services (WSDL). Export the process as BPMN 2.0'],
  [/xpdl|wfmc/i, 'XPDL, which BPMN 1 was kept in. Export the process as BPMN 2.0'],
  [/bpel/i, 'BPEL. Export the process as BPMN 2.0'],
  [
    /<mxfile|<mxGraphModel/i,
    'a drawing of diagrams.net. A drawing has no process in it; draw it in a BPMN modeler',
  ],
  [/xmi/i, 'an exchange of models (XMI). Export the process as BPMN 2.0'],
  [/<svg/i, 'a picture (SVG). Save the process itself as BPMN 2.0'],
  [/<!doctype html|<html/i, 'a web page. Download the file itself'],
];

/** What a file is that is no BPMN 2.0, by its first characters; undefined: it may be BPMN. */
export function strangerWords(head: string): string | undefined {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(text))
    return 'This file is JSON, and BPMN is XML. Choose the platform that it came from, or export the process as BPMN 2.0.';
  if (!text.startsWith('<'))
    return 'This file is not XML, and so not BPMN 2.0. Choose the file that the modeler saved.';
  // Declarations are refused with their place later.
  const root = /<(?![?!])([^\s>/]+)[^>]*/.exec(text);
  const known = STRANGERS.find(([pattern]) => pattern.test(root?.[0] ?? text))?.[1];
  if (root?.[0].includes(MODEL)) return undefined;
  const what = known ?? STRANGERS.find(([pattern]) => pattern.test(text.slice(0, 200)))?.[1];
  if (what !== undefined) return `This file is ${what}.`;
  if (!root || text.includes(MODEL)) return undefined;
  return `This file begins with “${clip(root[1] ?? '')}” and not with the definitions of BPMN 2.0 (${MODEL}). Save the process as BPMN 2.0.`;
}
