/** What the words of a flowchart are to its grammar. */
export type TokenKind =
  // Statements
  | 'graph'
  | 'noDirection'
  | 'direction'
  | 'innerDirection'
  | 'subgraph'
  | 'end'
  | 'style'
  | 'linkStyle'
  | 'classDef'
  | 'class'
  | 'click'
  | 'accTitle'
  | 'accDescr'
  // Parts of them
  | 'described'
  | 'callName'
  | 'callArguments'
  | 'href'
  | 'linkTarget'
  | 'default'
  | 'interpolate'
  // Names
  | 'number'
  | 'word'
  | 'letter'
  | 'down'
  | 'up'
  | 'minus'
  | 'comma'
  | 'colon'
  | 'and'
  | 'hash'
  | 'star'
  | 'classMark'
  | 'data'
  // Arrows
  | 'linkId'
  | 'link'
  | 'halfLink'
  | 'edgeText'
  | 'pipe'
  // Labels
  | 'text'
  | 'string'
  | 'markdown'
  | 'less'
  | Opening
  | Closing
  // Between statements
  | 'semicolon'
  | 'newline'
  | 'space'
  | 'fileEnd';

export type Opening = '[' | '(' | '{' | '(((' | '(-' | '([' | '[[' | '[|' | '[(' | '>' | '[/' | '[\\';
export type Closing = ']' | ')' | '}' | ')))' | '-)' | '])' | ']]' | ')]' | '/]' | '\\]';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** What is being read: statements, or something within which other words count. */
export type State =
  | 'statements'
  | 'direction'
  | 'label'
  | 'slantedLabel'
  | 'ellipseLabel'
  | 'edgeText'
  | 'thickEdgeText'
  | 'dottedEdgeText'
  | 'string'
  | 'markdown'
  | 'title'
  | 'description'
  | 'longDescription'
  | 'click'
  | 'callName'
  | 'callArguments'
  | 'data'
  | 'dataString';
