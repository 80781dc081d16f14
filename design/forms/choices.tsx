import { errorOf, type FieldProps, Fieldset } from './field.tsx'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
  readonly isDisabled?: boolean | undefined
}

type RadiosProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  /** Side by side, for two short answers such as Có and Không. */
  readonly isInline?: boolean | undefined
  readonly isSmall?: boolean | undefined
}

/** One of a few. Nothing is chosen beforehand unless it is known. */
export function Radios({
  choices,
  value,
  isInline = false,
  isSmall = false,
  isDisabled = false,
  ...field
}: RadiosProps) {
  const classes = ['govuk-radios', isInline && 'govuk-radios--inline', isSmall && 'govuk-radios--small']
  return (
    <Fieldset {...field} error={errorOf(field.errors, field.name)}>
      <div class={classes.filter(Boolean).join(' ')}>
        {choices.map((choice, at) => (
          <Item
            key={choice.value}
            type="radio"
            name={field.name}
            at={at}
            choice={choice}
            isChosen={choice.value === value}
            isDisabled={isDisabled}
          />
        ))}
      </div>
    </Fieldset>
  )
}

type CheckboxesProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[] | undefined
  readonly isSmall?: boolean | undefined
}

/** Any of a few; one choice alone is a declaration to be ticked. */
export function Checkboxes({
  choices,
  values = [],
  isSmall = false,
  isDisabled = false,
  ...field
}: CheckboxesProps) {
  return (
    <Fieldset {...field} error={errorOf(field.errors, field.name)}>
      <div class={isSmall ? 'govuk-checkboxes govuk-checkboxes--small' : 'govuk-checkboxes'}>
        {choices.map((choice, at) => (
          <Item
            key={choice.value}
            type="checkbox"
            name={field.name}
            at={at}
            choice={choice}
            isChosen={values.includes(choice.value)}
            isDisabled={isDisabled}
          />
        ))}
      </div>
    </Fieldset>
  )
}

type ItemProps = {
  type: 'radio' | 'checkbox'
  name: string
  at: number
  choice: Choice
  isChosen: boolean
  isDisabled: boolean
}

function Item({ type, name, at, choice, isChosen, isDisabled }: ItemProps) {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  // An error links to the field's name, so the first input carries it as its id.
  const id = at === 0 ? name : `${name}-${at + 1}`
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={isChosen}
        disabled={isDisabled || choice.isDisabled}
        aria-describedby={choice.hint && `${id}-item-hint`}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {choice.text}
      </label>
      {choice.hint && (
        <div id={`${id}-item-hint`} class={`govuk-hint ${block}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}
