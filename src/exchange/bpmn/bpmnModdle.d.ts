/** What is used of the package, which comes without types of its own. */
declare module 'bpmn-moddle' {
  export interface ModdleProperty {
    /** The key of an element under which the value stands. */
    readonly name: string;
    readonly type: string;
    readonly isMany?: boolean;
    readonly isAttr?: boolean;
    readonly isReference?: boolean;
    readonly isVirtual?: boolean;
  }

  export interface ModdleElement {
    readonly $type: string;
    readonly $descriptor: {
      readonly isGeneric?: boolean;
      readonly ns: { readonly uri?: string };
      readonly properties: readonly ModdleProperty[];
      readonly propertiesByName: Readonly<Record<string, ModdleProperty>>;
    };
    /** Attributes that the type does not have. */
    readonly $attrs: Record<string, string>;
    readonly $instanceOf: (type: string) => boolean;
    $parent?: ModdleElement;
    [property: string]: unknown;
  }

  export interface ModdleWarning {
    readonly message: string;
    /** What has the unresolved reference, or the unknown attribute. */
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  }

  export interface ParsedXml {
    readonly rootElement: ModdleElement;
    readonly elementsById: Readonly<Record<string, ModdleElement>>;
    readonly warnings: readonly ModdleWarning[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    createAny(
      type: string,
      uri: string | undefined,
      properties: Readonly<Record<string, unknown>>,
    ): ModdleElement;
    /** Rejects where nothing can be made of the text. */
    fromXML(text: string): Promise<ParsedXml>;
    toXML(element: ModdleElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  }
}
