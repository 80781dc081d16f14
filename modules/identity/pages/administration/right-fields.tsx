import { Checkboxes, type FieldError, Select, Textarea, TextInput } from '#design'
import type { AgencyBrief } from '#directory'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { Lang } from '#platform/lang'
import type { Role } from '../../officials/role.ts'
import { roleWords } from '../role-words.ts'
import { nameIn } from './desk.ts'
import type { RightForm } from './read-form.ts'
import { words } from './text.ts'

/** What an administrator may choose from in a form. */
export type Offered = {
  /** The roles that they may give. */
  readonly roles: readonly Role[]
  /** Their agencies, when they are few; else a code or name is typed. */
  readonly agencies: readonly AgencyBrief[] | undefined
  /** The last day that may be chosen. */
  readonly lastDay: CivilDate
}

type AgencyProps = {
  readonly lang: Lang
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly offered: Offered
  readonly errors: readonly FieldError[]
}

/** An agency: chosen from a short list, or written. */
export function AgencyField({ lang, name, label, value, offered, errors }: AgencyProps) {
  const { agencies } = offered
  if (!agencies) {
    return (
      <TextInput
        name={name}
        label={label}
        hint={words[lang].agencyHint}
        value={value}
        errors={errors}
        maxLength={200}
        width={30}
      />
    )
  }
  const options = agencies.map((agency) => ({
    value: agency.handle,
    text: nameIn(agency, lang) ?? agency.handle,
  }))
  return <Select name={name} label={label} options={options} value={value} errors={errors} />
}

type Props = {
  readonly lang: Lang
  readonly form: Partial<RightForm>
  readonly offered: Offered
  readonly errors: readonly FieldError[]
}

/** Which role, over which agency, what may be given on, until when and why. */
export function RightFields({ lang, form, offered, errors }: Props) {
  const text = words[lang]
  const roles = offered.roles.map((role) => ({ value: role, text: roleWords[lang][role] }))
  return (
    <>
      <Select name="role" label={text.role} options={roles} value={form.role} errors={errors} />
      {offered.roles.includes('administrator') && (
        <Checkboxes
          name="mayGive"
          label={text.mayGive}
          hint={text.mayGiveHint}
          choices={roles}
          values={form.mayGive}
          errors={errors}
          isOptional
          isSmall
        />
      )}
      <AgencyField
        lang={lang}
        name="rightAgency"
        label={text.rightAgency}
        value={form.rightAgency}
        offered={offered}
        errors={errors}
      />
      <TextInput
        name="until"
        label={text.until}
        hint={text.untilHint(formatDate(offered.lastDay))}
        inputMode="numeric"
        value={form.until}
        errors={errors}
        maxLength={40}
        width={10}
      />
      <ReasonField lang={lang} value={form.reason} errors={errors} />
    </>
  )
}

type ReasonProps = {
  readonly lang: Lang
  readonly value: string | undefined
  readonly errors: readonly FieldError[]
}

/** Every act on an official has a reason. */
export function ReasonField({ lang, value, errors }: ReasonProps) {
  const text = words[lang]
  return (
    <Textarea
      name="reason"
      label={text.reason}
      hint={text.reasonHint}
      value={value}
      errors={errors}
      rows={3}
      maxLength={500}
    />
  )
}
