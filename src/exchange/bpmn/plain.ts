import type { BpmnModdle, ModdleElement, ModdleProperty } from 'bpmn-moddle';

export type PlainValue = string | number | boolean | Plain | readonly PlainValue[] | undefined;

/**
 * An element of BPMN as JSON, for what is kept and for what is put together: its type (`bpmn:SendTask`), its properties by the names of
 * bpmn-moddle, references as the ids of what they mean. `$attrs` are attributes of other namespaces; elements of types that the model does
 * not know have `$uri`, `$body` and `$children`.
 */
export interface Plain {
  readonly $type: string;
  readonly [property: string]: PlainValue | Readonly<Record<string, string>>;
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** The elements in a property that holds a list; none where it holds none. */
export function plainsIn(element: Plain | undefined, property: string): readonly Plain[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isPlain) : [];
}

/** The element in a property that holds one. */
export function plainIn(element: Plain | undefined, property: string): Plain | undefined {
  const value = element?.[property];
  return isPlain(value) ? value : undefined;
}

export function textIn(element: Plain | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' ? value : undefined;
}

/** The texts in a property that holds a list of them: the ids of what is referred to. */
export function textsIn(element: Plain | undefined, property: string): readonly string[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function idOf(element: Plain): string {
  return textIn(element, 'id') ?? '';
}

export function plainOf(element: ModdleElement): Plain {
  return element.$descriptor.isGeneric ? genericPlain(element) : typedPlain(element);
}

function typedPlain(element: ModdleElement): Plain {
  const plain: Record<string, Plain[string]> = {};
  for (const property of element.$descriptor.properties) {
    if (property.isVirtual || !Object.hasOwn(element, property.name)) continue;
    const value = plainValue(element[property.name], property);
    if (value !== undefined) plain[property.name] = value;
  }
  const attributes = Object.keys(element.$attrs).length > 0 ? { $attrs: { ...element.$attrs } } : {};
  return { $type: element.$type, ...plain, ...attributes };
}

function plainValue(value: unknown, property: ModdleProperty): PlainValue {
  if (Array.isArray(value)) return value.map((item) => plainValue(item, property) ?? '');
  if (isElement(value))
    return property.isReference ? (typeof value['id'] === 'string' ? value['id'] : '') : plainOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

function genericPlain(element: ModdleElement): Plain {
  const attributes = Object.entries(element).flatMap(([name, value]) =>
    !name.startsWith('$') && typeof value === 'string' ? [[name, value] as const] : [],
  );
  const { $body, $children } = element;
  return {
    $type: element.$type,
    $uri: element.$descriptor.ns.uri ?? '',
    $attrs: Object.fromEntries(attributes),
    ...(typeof $body === 'string' && { $body }),
    ...(Array.isArray($children) && { $children: $children.filter(isElement).map(genericPlain) }),
  };
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$descriptor' in value;
}

/** The elements of the model that say the same. What refers to an id that nothing has is left out. */
export function elementOf(plain: Plain, model: BpmnModdle): ModdleElement {
  const making: Making = { model, byId: new Map(), references: [] };
  const root = typedElement(plain, making);
  for (const { element, property, ids } of making.references) {
    const found = ids.flatMap((id) => making.byId.get(id) ?? []);
    const [first] = found;
    if (property.isMany) element[property.name] = found;
    else if (first) element[property.name] = first;
  }
  return root;
}

interface Making {
  readonly model: BpmnModdle;
  readonly byId: Map<string, ModdleElement>;
  readonly references: {
    readonly element: ModdleElement;
    readonly property: ModdleProperty;
    readonly ids: readonly string[];
  }[];
}

function typedElement({ $type, $attrs, ...properties }: Plain, making: Making): ModdleElement {
  const element = making.model.create($type);
  for (const [name, value] of Object.entries(properties)) {
    const property = element.$descriptor.propertiesByName[name];
    if (property === undefined || value === undefined) continue;
    if (property.isReference) {
      const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
      making.references.push({ element, property, ids });
    } else element[name] = elementValue(value, element, making);
  }
  Object.assign(element.$attrs, attributesIn($attrs));
  const { id } = properties;
  if (typeof id === 'string') making.byId.set(id, element);
  return element;
}

function elementValue(value: unknown, parent: ModdleElement, making: Making): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => elementValue(item, parent, making));
  if (!isPlain(value)) return value;
  const element = isGeneric(value) ? genericElement(value, making) : typedElement(value, making);
  element.$parent = parent;
  return element;
}

/** Types that the model knows never have a `$uri`. */
function isGeneric({ $uri }: Plain): boolean {
  return $uri !== undefined;
}

function genericElement(plain: Plain, making: Making): ModdleElement {
  const { $type, $attrs, $body } = plain;
  const children = plainsIn(plain, '$children').map((child) => genericElement(child, making));
  return making.model.createAny($type, textIn(plain, '$uri') || undefined, {
    ...attributesIn($attrs),
    ...(typeof $body === 'string' && { $body }),
    ...(children.length > 0 && { $children: children }),
  });
}

function attributesIn(attributes: unknown): Readonly<Record<string, string>> {
  if (typeof attributes !== 'object' || attributes === null) return {};
  const texts = Object.entries(attributes).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
