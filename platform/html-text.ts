import type { ComponentChildren } from 'preact'

/**
 * A component that sets something for all that is inside it, such as the language. Rendering is one pass from top to bottom,
 * so what it sets before `render` and puts back after is what exactly its children see.
 */
export type Surrounding<Props> = {
  (props: Props): ComponentChildren
  readonly surround: (props: Props, render: () => void) => void
}

/**
 * A component that writes the same text whenever its key is the same, such as the foot of a page: it is rendered once for
 * each key. Keys are few; a component that shows anything of a person or of the moment is not one of these.
 */
export type Lasting<Props> = {
  (props: Props): ComponentChildren
  readonly keyOf: (props: Props) => string
  /** The value that the text is made of, if that is one that never changes: the text lasts as long as the value is in use. */
  readonly madeOf?: (props: Props) => object
}

type Component = Surrounding<Props> | Lasting<Props> | ((props: Props) => unknown)
type Props = Readonly<Record<string, unknown>>
type Element = { readonly type: string | Component; readonly props: Props }

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

let written = ''

/**
 * A page as text, escaped. It is written for pages that are made once and thrown away: no state, no effects, no classes,
 * nothing asynchronous. What it writes is what `preact-render-to-string` writes, in less than half of the time.
 * @throws TypeError for a function, an object or inline code where text is meant
 */
export function textOf(page: ComponentChildren): string {
  const outer = written
  written = ''
  try {
    write(page)
    return written
  } finally {
    written = outer
  }
}

function write(node: unknown): void {
  switch (typeof node) {
    case 'string':
      written += escaped(node)
      return
    case 'number':
    case 'bigint':
      written += node
      return
    case 'object':
      if (Array.isArray(node)) for (const child of node) write(child)
      else if (isElement(node)) writeElement(node)
      else if (node !== null) throw new TypeError('A page shows elements and texts, not objects')
      return
    case 'function':
      throw new TypeError('A page shows elements and texts, not functions')
  }
}

function isElement(node: object | null): node is Element {
  return node !== null && 'type' in node && 'props' in node
}

function writeElement({ type, props }: Element): void {
  if (typeof type === 'function') writeComponent(type, props)
  else writeTag(type, props)
}

function writeTag(type: string, props: Props): void {
  written += `<${type}`
  for (const name in props) if (name !== 'children') writeAttribute(name, props[name])
  if (VOID.has(type)) {
    written += '/>'
    return
  }
  written += '>'
  write(props['children'])
  written += `</${type}>`
}

function writeComponent(component: Component, props: Props): void {
  if ('surround' in component) component.surround(props, () => write(component(props)))
  else if ('keyOf' in component) written += lastingText(component, props)
  else write(component(props))
}

const MOST_KEYS = 100
type Texts = Map<string, string>
const LASTING = new WeakMap<Lasting<Props>, WeakMap<object, Texts>>()

function lastingText(component: Lasting<Props>, props: Props): string {
  const texts = textsOf(component, component.madeOf?.(props) ?? component)
  const key = component.keyOf(props)
  const known = texts.get(key)
  if (known !== undefined) return known
  const text = textOf(component(props))
  // Looking through a text makes the engine store it in one piece.
  if (texts.size < MOST_KEYS && text.isWellFormed()) texts.set(key, text)
  return text
}

function textsOf(component: Lasting<Props>, value: object): Texts {
  const ofValues = LASTING.get(component) ?? new WeakMap<object, Texts>()
  const texts = ofValues.get(value) ?? new Map<string, string>()
  LASTING.set(component, ofValues.set(value, texts))
  return texts
}

function writeAttribute(name: string, value: unknown): void {
  if (value === undefined || value === null) return
  const { written: writtenName, isSpelledOut } = attributeOf(name)
  if (typeof value === 'string' && value !== '') written += `${writtenName}="${escaped(value)}"`
  else if (typeof value === 'number' || (typeof value === 'boolean' && isSpelledOut))
    written += `${writtenName}="${value}"`
  else if (value === true || value === '') written += writtenName
  else if (value !== false) throw new TypeError(`The attribute ${name} takes a text, a number or a boolean`)
}

type Attribute = { readonly written: string; readonly isSpelledOut: boolean }

/** Names stand in the code, so there are few of them, and each is looked into once. */
const ATTRIBUTES = new Map<string, Attribute>()
const OTHER_NAMES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }
const LOWER_CASE =
  /^(?:accessK|auto[A-Z]|charS|colS|crossO|dateT|encT|form[A-Z]|frameB|hrefL|inputM|maxL|minL|noV|popoverT|readO|rowS|srcS|tabI|useM)/

function attributeOf(name: string): Attribute {
  const known = ATTRIBUTES.get(name)
  if (known) return known
  if (/^on|[\s\\/='"<>]/.test(name) || name === 'style' || name === 'dangerouslySetInnerHTML')
    throw new TypeError(`No page has an attribute ${name}`)
  const inHtml = OTHER_NAMES[name] ?? (LOWER_CASE.test(name) ? name.toLowerCase() : name)
  const attribute = {
    written: ` ${inHtml}`,
    isSpelledOut: /^(?:aria|data)-|^(?:draggable|spellcheck)$/.test(name),
  }
  ATTRIBUTES.set(name, attribute)
  return attribute
}

const SPECIAL = /["&<]/
const EVERY_SPECIAL = /["&<]/g
const ENTITIES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replace(EVERY_SPECIAL, (character) => ENTITIES[character] ?? character)
}
