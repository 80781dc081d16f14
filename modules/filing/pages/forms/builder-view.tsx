import { Button, Notice, TextInput } from '#design'
import { type Field, type Page, type Place, writePlace } from '#forms'
import type { Lang } from '#platform/lang'
import { builderWords } from './builder-text.ts'
import { type BuilderProps, PageForm, QuestionForm } from './part-forms.tsx'

/** Dựng biểu mẫu: its pages and questions in their order, each with what can be done to it; one of them open to be written. */
export function Builder(props: BuilderProps) {
  const { definition, lang, before } = props
  const text = builderWords[lang]
  return (
    <>
      {before !== undefined && (
        <Notice kind="info" title={text.removed}>
          <input type="hidden" name="truoc" value={before} />
          <Button kind="secondary" name="viec" value="hoan-tac">
            {text.undo}
          </Button>
        </Notice>
      )}
      <Head {...props} />
      <Button kind="secondary" name="viec" value="ghi">
        {text.apply}
      </Button>
      <h2>{text.outline}</h2>
      <ol class="outline">
        {definition.pages.map((page, at) => (
          <PagePart key={at} {...props} page={page} at={at} />
        ))}
      </ol>
      <Button kind="secondary" name="viec" value={`add:${definition.pages.length}`}>
        {text.addPage}
      </Button>
    </>
  )
}

function Head({ lang, errors, typed, isNew }: BuilderProps) {
  const text = builderWords[lang]
  const field = (name: string) => ({ name, errors, value: typed[name] })
  return (
    <>
      {isNew ? (
        <TextInput {...field('bm-id')} label={text.formId} hint={text.formIdHint} width={20} maxLength={60} />
      ) : (
        <input type="hidden" name="bm-id" value={typed['bm-id'] ?? ''} />
      )}
      <TextInput {...field('bm-thu-tuc')} label={text.procedure} width={20} maxLength={20} />
      <TextInput {...field('bm-vi')} label={text.titleVi} maxLength={300} />
      <TextInput {...field('bm-en')} label={text.titleEn} maxLength={300} />
      <TextInput {...field('bm-nguon')} label={text.source} hint={text.sourceHint} maxLength={500} />
    </>
  )
}

function PagePart({ page, at, ...props }: BuilderProps & { page: Page; at: number }) {
  const { lang, open } = props
  const text = builderWords[lang]
  const name = page.title[lang] || page.id
  return (
    <li>
      <h3>
        {text.page(at + 1)}: {name}
      </h3>
      {open?.length === 1 && open[0] === at ? (
        <PageForm {...props} />
      ) : (
        <Changes place={[at]} name={name} lang={lang} />
      )}
      <Questions {...props} fields={page.fields} above={[at]} />
      <Button kind="quiet" name="viec" value={`add_inside:${at}`} context={name}>
        {text.addQuestion}
      </Button>
    </li>
  )
}

function Questions({ fields, above, ...props }: BuilderProps & { fields: readonly Field[]; above: Place }) {
  const { lang, open } = props
  const text = builderWords[lang]
  if (fields.length === 0) return null
  return (
    <ol class="outline">
      {fields.map((field, at) => {
        const place: Place = [...above, at]
        const name = field.label[lang] || field.id
        const isOpen = open !== undefined && writePlace(open) === writePlace(place)
        return (
          <li key={writePlace(place)}>
            <p>
              <strong>{name}</strong>
              <span class="quiet">
                {' '}
                {text.types[field.type] ?? field.type}
                {field.isOptional && `, ${text.optional}`}
                {field.when && `, ${text.conditional}`}
              </span>
            </p>
            {isOpen ? (
              <QuestionForm {...props} place={place} />
            ) : (
              <Changes place={place} name={name} lang={lang} />
            )}
            <Questions {...props} fields={field.fields ?? []} above={place} />
            {(field.type === 'group' || field.type === 'block') && (
              <Button kind="quiet" name="viec" value={`add_inside:${writePlace(place)}`} context={name}>
                {text.addInside}
              </Button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Changes({ place, name, lang }: { place: Place; name: string; lang: Lang }) {
  const text = builderWords[lang]
  const at = writePlace(place)
  return (
    <div class="outline-acts">
      {(['sua', 'up', 'down', 'add', 'remove'] as const).map((act) => (
        <Button key={act} kind="quiet" name="viec" value={`${act}:${at}`} context={name}>
          {act === 'add' && place.length === 1 ? text.addPageAfter : text.acts[act]}
        </Button>
      ))}
    </div>
  )
}
