import type { Shell } from '#platform/http'
import { Layout } from '../page/layout.tsx'
import { Title } from '../page/title.tsx'
import { BlocksPart } from './blocks-part.tsx'
import { ChoicesPart } from './choices-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import { FiltersPart } from './filters-part.tsx'
import { ListsPart } from './lists-part.tsx'
import { PicturesPart } from './pictures-part.tsx'
import { type SpecimenText, words } from './text.ts'
import { TokensPart } from './tokens-part.tsx'
import { WayPart } from './way-part.tsx'

const PARTS = [
  ['mau-sac', TokensPart, 'tokens'],
  ['duong-di', WayPart, 'way'],
  ['truong-nhap', FieldsPart, 'fields'],
  ['lua-chon', ChoicesPart, 'choices'],
  ['khoi', BlocksPart, 'blocks'],
  ['danh-sach', ListsPart, 'lists'],
  ['bo-loc', FiltersPart, 'filters'],
  ['hinh', PicturesPart, 'pictures'],
] as const

export function SpecimenPage({ shell }: { shell: Shell }) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} description={text.lead} crumbs={[{ text: text.title }]}>
      <Title text={text.title} kicker={text.kicker} />
      <p class="lead">{text.lead}</p>
      <nav aria-label={text.contents} class="specimen-contents">
        <ul>
          {PARTS.map(([id, , name]) => (
            <li key={id}>
              <a href={`#${id}`}>{text.parts[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {PARTS.map(([id, Part, name]) => (
        <section key={id} id={id} class="specimen-part">
          <h2>{text.parts[name]}</h2>
          <Part text={text} />
        </section>
      ))}
    </Layout>
  )
}

export type PartProps = { text: SpecimenText }
