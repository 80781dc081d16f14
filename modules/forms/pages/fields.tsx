import type { ComponentChildren } from 'preact'
import { Button, Checkboxes, DateInput, type FieldError, Radios, Select, Textarea, TextInput } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import type { Lang } from '#platform/lang'
import { hangsOnPage, scopeOnPage } from '../asked.ts'
import { holds } from '../condition.ts'
import { type Answer, type Answers, type Field, isAnswers, type Page } from '../definition.ts'
import type { Problem } from '../problem.ts'
import { partsOfDate } from '../typed.ts'
import { formWords } from './words.ts'

/** Renders the questions for files: the module above knows what was uploaded. */
export type FilesField = (field: Field, name: string, errors: readonly FieldError[]) => ComponentChildren

type Props = {
  readonly page: Page
  /** What was answered, or typed and not accepted. */
  readonly answers: Answers
  readonly typed: Answers
  readonly problems: readonly Problem[]
  readonly today: CivilDate
  readonly lang: Lang
  /** Paths whose answer was filled in, and from where. */
  readonly prefilled?: ReadonlyMap<string, 'account' | 'earlier'>
  readonly files: FilesField
}

type Inside = Props & {
  readonly beside: Answers
  readonly above: string
  readonly errors: readonly FieldError[]
}

/** The questions of one page. A question with a condition is shown when the answers so far fulfil it. */
export function FormFields(props: Props) {
  const { page, problems, lang, typed } = props
  const errors = errorsOf(problems, lang)
  return <Questions fields={page.fields} inside={{ ...props, beside: typed, above: '', errors }} />
}

export function errorsOf(problems: readonly Problem[], lang: Lang): FieldError[] {
  return problems.map(({ path, text }) => ({ field: path, text: text[lang] }))
}

function Questions({ fields, inside }: { fields: readonly Field[]; inside: Inside }) {
  const { beside, page, above } = inside
  const scope = scopeOnPage(page, inside, beside)
  return (
    <>
      {fields.map((field) => {
        const isAsked = !field.when || holds(field.when, scope)
        const question = <Question key={field.id} field={field} inside={inside} />
        if (!hangsOnPage(field, page)) return isAsked && question
        // Shown all the same: without script nothing could bring it up. A script takes away what is not asked.
        return (
          <div key={field.id} data-hangs={`${above}${field.id}`} data-asked={isAsked ? 'yes' : 'no'}>
            {question}
          </div>
        )
      })}
    </>
  )
}

function Question({ field, inside }: { field: Field; inside: Inside }) {
  const { beside, above, errors, lang, prefilled } = inside
  const name = `${above}${field.id}`
  const text = formWords[lang]
  const from = prefilled?.get(name)
  const hint = [
    field.hint?.[lang],
    field.why?.[lang],
    from && (from === 'account' ? text.fromAccount : text.fromEarlier),
  ]
  const common = {
    name,
    label: field.label[lang],
    hint: hint.filter(Boolean).join(' ') || undefined,
    errors,
    isOptional: field.isOptional,
  }
  const value = beside[field.id]
  switch (field.type) {
    case 'computed':
      return null
    case 'block':
      return <Block field={field} name={name} value={value} inside={inside} />
    case 'group':
      return <Group field={field} name={name} value={value} inside={inside} />
    case 'address':
      return <AddressQuestion field={field} name={name} value={value} inside={inside} />
    case 'files':
      return <>{inside.files(field, name, errors)}</>
    case 'date':
      return <DateInput {...common} value={partsOfDate(value)} />
    case 'partial_date':
      return <DateInput {...common} hint={common.hint ?? text.partialHint} value={partsOfDate(value)} />
    case 'long_text':
      return <Textarea {...common} value={textOf(value)} />
    case 'choice':
      return <Choice field={field} common={common} value={value} lang={lang} />
    case 'choices':
      return (
        <Checkboxes
          {...common}
          choices={choicesOf(field, lang)}
          values={Array.isArray(value) ? (value as string[]) : []}
        />
      )
    case 'yes_no':
      return (
        <Radios
          {...common}
          isInline
          value={value === true ? 'yes' : value === false ? 'no' : undefined}
          choices={[
            { value: 'yes', text: text.yes },
            { value: 'no', text: text.no },
          ]}
        />
      )
    case 'declaration':
      return (
        <Checkboxes
          {...common}
          choices={[{ value: 'yes', text: field.hint?.[lang] ?? field.label[lang] }]}
          hint={undefined}
          values={value === true ? ['yes'] : []}
        />
      )
    default:
      return <TextInput {...common} {...inputOf(field)} value={textOf(value)} />
  }
}

/** More options than this are a list to open. */
const MOST_RADIOS = 8

type Common = {
  name: string
  label: string
  hint: string | undefined
  errors: readonly FieldError[]
  isOptional: boolean | undefined
}
type ChoiceProps = { field: Field; common: Common; value: Answer | undefined; lang: Lang }

function Choice({ field, common, value, lang }: ChoiceProps) {
  const choices = choicesOf(field, lang)
  const chosen = typeof value === 'string' ? value : undefined
  if (choices.length > MOST_RADIOS) return <Select {...common} options={choices} value={chosen} />
  return <Radios {...common} choices={choices} value={chosen} />
}

function choicesOf({ options = [] }: Field, lang: Lang) {
  return options.map(({ value, text, hint }) => ({ value, text: text[lang], hint: hint?.[lang] }))
}

function inputOf({ type, id }: Field) {
  switch (type) {
    case 'personal_id':
      return { inputMode: 'numeric', width: 20, autocomplete: 'off' } as const
    case 'tax_code':
      return { inputMode: 'numeric', width: 20 } as const
    case 'phone':
      return {
        type: 'tel',
        inputMode: 'tel',
        width: 20,
        autocomplete: id === 'phone' ? 'tel' : 'off',
      } as const
    case 'email':
      return { type: 'email', inputMode: 'email', autocomplete: id === 'email' ? 'email' : 'off' } as const
    case 'money':
      return { inputMode: 'numeric', width: 20, suffix: '₫' } as const
    case 'number':
      return { inputMode: 'decimal', width: 10 } as const
    default:
      return {}
  }
}

type PartProps = { field: Field; name: string; value: Answer | undefined; inside: Inside }

function Block({ field, name, value, inside }: PartProps) {
  const beside = isAnswers(value) ? value : {}
  const isSaidAlready = inside.page.title[inside.lang] === field.label[inside.lang]
  return (
    <fieldset class="govuk-fieldset form-block" id={name}>
      <legend class={`govuk-fieldset__legend govuk-fieldset__legend--m${isSaidAlready ? ' hidden' : ''}`}>
        {field.label[inside.lang]}
      </legend>
      {field.hint && <p class="quiet">{field.hint[inside.lang]}</p>}
      <Questions fields={field.fields ?? []} inside={{ ...inside, beside, above: `${name}.` }} />
    </fieldset>
  )
}

function Group({ field, name, value, inside }: PartProps) {
  const { lang } = inside
  const text = formWords[lang]
  const given = Array.isArray(value) ? (value as readonly Answers[]) : []
  const items =
    given.length > 0 ? given : Array.from({ length: field.min ?? (field.isOptional ? 0 : 1) }, () => ({}))
  const itemName = field.itemName?.[lang] ?? field.label[lang]
  return (
    <fieldset class="govuk-fieldset form-block" id={name}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{field.label[lang]}</legend>
      {field.hint && <p class="quiet">{field.hint[lang]}</p>}
      <input type="hidden" name={`${name}-count`} value={String(items.length)} />
      {items.map((beside, index) => (
        <fieldset key={index} class="govuk-fieldset form-item">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {text.item(itemName, index + 1)}
          </legend>
          <Questions
            fields={field.fields ?? []}
            inside={{ ...inside, beside, above: `${name}[${index}].` }}
          />
          <Button
            kind="quiet"
            name="_bot"
            value={`${name}[${index}]`}
            context={text.item(itemName, index + 1)}
          >
            {text.remove}
          </Button>
        </fieldset>
      ))}
      <Button kind="secondary" name="_them" value={name}>
        {text.add(itemName.toLowerCase())}
      </Button>
    </fieldset>
  )
}

function AddressQuestion({ field, name, value, inside }: PartProps) {
  const { lang, errors, problems } = inside
  const text = formWords[lang]
  const address = isAnswers(value) ? value : {}
  const offers = problems.find(({ path }) => path === `${name}.unit`)?.offers ?? []
  return (
    <fieldset class="govuk-fieldset form-block" id={name}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{field.label[lang]}</legend>
      {field.hint && <p class="quiet">{field.hint[lang]}</p>}
      <TextInput
        name={`${name}.unit`}
        label={text.unit}
        hint={text.unitHint}
        errors={errors}
        value={textOf(address['unit'])}
        isOptional={field.isOptional}
      />
      {offers.length > 0 && (
        <>
          <p>{text.offers}:</p>
          <ul>
            {offers.map((offer) => (
              <li key={offer} lang="vi">
                {offer}
              </li>
            ))}
          </ul>
        </>
      )}
      <TextInput
        name={`${name}.street`}
        label={text.street}
        errors={errors}
        value={textOf(address['street'])}
        isOptional
      />
    </fieldset>
  )
}

function textOf(value: Answer | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
