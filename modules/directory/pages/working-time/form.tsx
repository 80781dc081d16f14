import { Button, Details, type FieldError, Select, TextInput } from '#design'
import { COUNTING_POLICIES } from '#kernel/working-time-policy'
import type { Lang } from '#platform/lang'
import { LIMIT_UNITS } from '../../due-limits.ts'
import { words as dueWords } from '../../due-words.ts'
import { words } from './text.ts'
import { PAUSE_FIELDS, type Typed } from './typed.ts'

type Props = { readonly typed: Typed; readonly errors: readonly FieldError[]; readonly lang: Lang }

/** A GET form: the answer has an address that can be kept and sent on. */
export function CountForm({ typed, errors, lang }: Props) {
  const text = words[lang]
  return (
    <form method="get" action="/ngay-lam-viec" noValidate>
      <TextInput
        name="ngay"
        label={text.date}
        hint={text.dateHint}
        value={typed.ngay}
        errors={errors}
        width={20}
      />
      <TextInput
        name="gio"
        label={text.time}
        hint={text.timeHint}
        value={typed.gio}
        errors={errors}
        width={5}
      />
      <TextInput
        name="thoi-han"
        label={text.limit}
        hint={text.limitHint}
        value={typed['thoi-han']}
        errors={errors}
        width={5}
        inputMode="decimal"
      />
      <Select
        name="don-vi"
        label={text.unit}
        options={LIMIT_UNITS.map((unit) => ({ value: unit, text: text.units[unit] }))}
        value={typed['don-vi']}
        errors={errors}
        emptyText={false}
      />
      <TextInput
        name="co-quan"
        label={text.agency}
        hint={text.agencyHint}
        value={typed['co-quan']}
        errors={errors}
        width={20}
        isOptional
      />
      <Select
        name="cach-tinh"
        label={text.policy}
        options={COUNTING_POLICIES.map(({ id }) => ({ value: id, text: dueWords[lang].policies[id] ?? id }))}
        value={typed['cach-tinh']}
        errors={errors}
        emptyText={false}
      />
      <Pauses typed={typed} errors={errors} lang={lang} />
      <Button>{text.count}</Button>
    </form>
  )
}

function Pauses({ typed, errors, lang }: Props) {
  const text = words[lang]
  const isOpen = PAUSE_FIELDS.flat().some((name) => typed[name])
  return (
    <Details summary={text.pauses} isOpen={isOpen}>
      <p>{text.pausesHint}</p>
      {PAUSE_FIELDS.map(([from, until], at) => (
        <div key={from}>
          <TextInput
            name={from}
            label={text.pauseFrom(at + 1)}
            hint={text.pauseHint}
            value={typed[from]}
            errors={errors}
            width={20}
          />
          <TextInput
            name={until}
            label={text.pauseUntil(at + 1)}
            hint={text.pauseHint}
            value={typed[until]}
            errors={errors}
            width={20}
          />
        </div>
      ))}
    </Details>
  )
}
