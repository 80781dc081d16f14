import fc from 'fast-check'
import { type ComponentChild, Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { type Lasting, type Surrounding, textOf } from './html-text.ts'

const TEXTS = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '<b>', '"&"', 'Đăng ký', '&amp;'))
const VALUES = fc.oneof(TEXTS, fc.integer(), fc.boolean(), fc.constantFrom(undefined, null))
const NAMES = fc.constantFrom(
  'class',
  'className',
  'htmlFor',
  'id',
  'href',
  'tabIndex',
  'maxLength',
  'dateTime',
  'inputMode',
  'autoComplete',
  'aria-hidden',
  'data-once',
  'spellcheck',
  'disabled',
  'checked',
  'novalidate',
  'colSpan',
  'hreflang',
)
const ATTRIBUTES = fc.dictionary(NAMES, VALUES).filter((given) => !('class' in given && 'className' in given))

const { node } = fc.letrec<{ node: ComponentChild; children: ComponentChild[] }>((tie) => ({
  children: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    TEXTS,
    fc.constantFrom(null, undefined, true, false, 0, 7),
    fc
      .tuple(fc.constantFrom('p', 'a', 'h1', 'time'), ATTRIBUTES, tie('children'))
      .map(([type, attributes, children]) => h(type, attributes, children)),
    fc.tuple(fc.constantFrom('input', 'br'), ATTRIBUTES).map(([type, attributes]) => h(type, attributes)),
    tie('children').map((children) => h(Fragment, null, children)),
    fc.tuple(TEXTS, tie('children')).map(([title, children]) => h(Section, { title }, children)),
  ),
}))

function Section({ title, children }: { title: string; children?: unknown }) {
  return (
    <section aria-label={title}>
      {title && <h2>{title}</h2>}
      {Array.isArray(children) ? children : null}
    </section>
  )
}

test('writes for any page what the renderer of Preact writes', () => {
  fc.assert(
    fc.property(node, (page) => {
      expect(textOf(page)).toBe(renderToString(h(Fragment, null, page)))
    }),
  )
})

test('a text from outside stays a text, in the page and in an attribute', () => {
  const typed = '"><script src="x"></script>&amp;'

  expect(textOf(<p title={typed}>{typed}</p>)).toBe(
    '<p title="&quot;>&lt;script src=&quot;x&quot;>&lt;/script>&amp;amp;">' +
      '&quot;>&lt;script src=&quot;x&quot;>&lt;/script>&amp;amp;</p>',
  )
})

describe('what a component sets around it', () => {
  let depth = 0
  const Deeper: Surrounding<{ children: ComponentChild }> = Object.assign(
    ({ children }: { children: ComponentChild }) => <>{children}</>,
    {
      surround(_props: unknown, render: () => void) {
        depth += 1
        try {
          render()
        } finally {
          depth -= 1
        }
      },
    },
  )
  const Depth = () => <i>{depth}</i>
  const Broken = () => {
    throw new Error('no page')
  }

  test('is seen by all that is inside, and by nothing beside it', () => {
    const page = (
      <>
        <Depth />
        <Deeper>
          <Depth />
          <Deeper>
            <Depth />
          </Deeper>
          <Depth />
        </Deeper>
        <Depth />
      </>
    )

    expect(textOf(page)).toBe('<i>0</i><i>1</i><i>2</i><i>1</i><i>0</i>')
  })

  test('is gone when a page breaks off', () => {
    const page = (
      <Deeper>
        <Broken />
      </Deeper>
    )

    expect(() => textOf(page)).toThrow('no page')
    expect(textOf(<Depth />)).toBe('<i>0</i>')
  })
})

test('a lasting component is rendered once for each of its keys', () => {
  let renderings = 0
  const Menu = ({ here }: { here: string }) => {
    renderings += 1
    return <a href={here}>{here} & more</a>
  }
  const LastingMenu: Lasting<{ here: string }> = Object.assign(Menu, {
    keyOf: ({ here }: { here: string }) => here,
  })
  const page = (here: string) => (
    <nav>
      <LastingMenu here={here} />
    </nav>
  )

  const texts = ['a', 'b', 'a', 'b'].map((here) => textOf(page(here)))

  expect(renderings).toBe(2)
  expect(texts).toEqual([
    '<nav><a href="a">a &amp; more</a></nav>',
    '<nav><a href="b">b &amp; more</a></nav>',
    '<nav><a href="a">a &amp; more</a></nav>',
    '<nav><a href="b">b &amp; more</a></nav>',
  ])
})

test('a lasting component that is made of a value is rendered once for each value', () => {
  let renderings = 0
  const Paper = ({ paper }: { paper: { name: string } }) => {
    renderings += 1
    return <p>{paper.name}</p>
  }
  const LastingPaper: Lasting<{ paper: { name: string } }> = Object.assign(Paper, {
    keyOf: () => 'vi',
    madeOf: ({ paper }: { paper: { name: string } }) => paper,
  })
  const [one, same] = [{ name: 'Tờ khai' }, { name: 'Tờ khai' }]

  const texts = [one, same, one].map((paper) => textOf(<LastingPaper paper={paper} />))

  expect(texts).toEqual(['<p>Tờ khai</p>', '<p>Tờ khai</p>', '<p>Tờ khai</p>'])
  expect(renderings).toBe(2)
})

test('a page that is rendered within another leaves it whole', () => {
  const Quoted = () => <pre>{textOf(<b>x</b>)}</pre>

  expect(textOf([<Quoted key="1" />, <p key="2">y</p>])).toBe('<pre>&lt;b>x&lt;/b></pre><p>y</p>')
})

test.each([
  ['an event handler', h('p', { onClick: () => {} })],
  ['an inline style', h('p', { style: { color: 'red' } })],
  ['a date', h('p', null, new Date(0))],
  ['a function', h('p', null, () => 'x')],
  ['an object in an attribute', h('p', { id: {} })],
])('%s is a mistake that shows', (_what, page) => {
  expect(() => textOf(page)).toThrow(TypeError)
})
