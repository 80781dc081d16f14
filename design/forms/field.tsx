import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

/** What is wrong with one field. `field` is the field's name, which is also the id of its first input. */
export type FieldError = { readonly field: string; readonly text: string }

/** What every field has. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  /** One short sentence. */
  readonly hint?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** Adds "(không bắt buộc)": what may be left out is marked, not what must be given. */
  readonly isOptional?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** The label is the page's `h1`, for a page that asks one question. */
  readonly isPageHeading?: boolean | undefined
}

export function errorOf(errors: readonly FieldError[] | undefined, name: string): string | undefined {
  return errors?.find(({ field }) => field === name)?.text
}

/** The value of `aria-describedby`: hint first, then error, then what else describes the field. */
export function describedBy(
  { name, hint }: Pick<FieldProps, 'name' | 'hint'>,
  error: string | undefined,
  more?: string,
): string | undefined {
  const ids = [hint && `${name}-hint`, error && `${name}-error`, more].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function formGroupClass(error: string | undefined): string {
  return error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'
}

/** Label, hint and error of a field with one input. */
export function FieldWords({
  name,
  label,
  hint,
  isOptional,
  isPageHeading,
  error,
}: FieldProps & { error?: string | undefined }) {
  const labelled = (
    <label class={isPageHeading ? 'govuk-label govuk-label--l' : 'govuk-label'} for={name}>
      {label}
      <Optional isOptional={isOptional} />
    </label>
  )
  return (
    <>
      {isPageHeading ? <h1 class="govuk-label-wrapper">{labelled}</h1> : labelled}
      <Hint name={name} hint={hint} />
      <ErrorText name={name} error={error} />
    </>
  )
}

type FieldsetProps = Omit<FieldProps, 'isDisabled'> & {
  error: string | undefined
  children: ComponentChildren
  role?: 'group'
}

/** A question with several inputs: its label is a legend. */
export function Fieldset({
  name,
  label,
  hint,
  isOptional,
  isPageHeading,
  error,
  role,
  children,
}: FieldsetProps) {
  const words = (
    <>
      {label}
      <Optional isOptional={isOptional} />
    </>
  )
  return (
    <div class={formGroupClass(error)}>
      <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy({ name, hint }, error)}>
        <legend
          class={`govuk-fieldset__legend ${isPageHeading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s'}`}
        >
          {isPageHeading ? <h1 class="govuk-fieldset__heading">{words}</h1> : words}
        </legend>
        <Hint name={name} hint={hint} />
        <ErrorText name={name} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

function Optional({ isOptional = false }: { isOptional?: boolean | undefined }) {
  const text = useText()
  return isOptional ? <span class="optional"> {text.optional}</span> : null
}

function Hint({ name, hint }: { name: string; hint: string | undefined }) {
  if (!hint) return null
  return (
    <div id={`${name}-hint`} class="govuk-hint">
      {hint}
    </div>
  )
}

function ErrorText({ name, error }: { name: string; error: string | undefined }) {
  const text = useText()
  if (!error) return null
  return (
    <p id={`${name}-error`} class="govuk-error-message">
      <span class="hidden">{text.errorPrefix} </span>
      {error}
    </p>
  )
}
