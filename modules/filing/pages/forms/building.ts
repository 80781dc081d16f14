import type { FieldError } from '#design'
import {
  CHANGES,
  changeForm,
  type FormDefinition,
  fieldAt,
  type Place,
  pageAt,
  readPlace,
  withField,
  withPage,
} from '#forms'
import type { Lang } from '#platform/lang'
import { readField, readHead, readPage, typedOfField, typedOfHead, typedOfPage } from './typed-question.ts'

type Typed = Readonly<Record<string, string | undefined>>

/** A form half way, after what its editor typed and pressed. */
export type Built = {
  readonly definition: FormDefinition
  readonly open: Place | undefined
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** The form before something was taken away. */
  readonly before?: string
}

/** An empty form, to begin with. */
export const EMPTY_FORM: FormDefinition = {
  id: '',
  procedure: '',
  title: { vi: '', en: '' },
  source: '',
  pages: [],
}

/** A form as it is shown to begin with, with nothing open, or with one place. */
export function shown(definition: FormDefinition, open?: Place): Omit<Built, 'errors'> {
  return { definition, open, typed: { ...typedOfHead(definition), ...typedAt(definition, open) } }
}

function typedAt(definition: FormDefinition, open: Place | undefined): Typed {
  const page = open && pageAt(definition, open)
  const field = open && fieldAt(definition, open)
  if (field) return typedOfField(field)
  return page && open.length === 1 ? typedOfPage(page) : {}
}

/**
 * What a press leads to: what is typed at the open place is taken over first, whatever was pressed, so that none of it is lost. Where it
 * cannot be read, it stays open as it was typed and nothing else happens.
 */
export function build(form: FormDefinition, typed: Typed, lang: Lang): Built {
  const viec = typed['viec'] ?? ''
  if (viec === 'hoan-tac') return { ...shown(form), errors: [] }
  const withHead = typed['bm-id'] === undefined ? form : { ...form, ...readHead(typed) }
  const open = readPlace(typed['cho'] ?? '')
  if (viec === 'bo-qua') return { ...shown(withHead), errors: [] }
  const { definition, errors } = takeOver(withHead, open, typed, lang)
  if (errors.length > 0) return { definition, open, typed: { ...typedOfHead(definition), ...typed }, errors }
  return { ...press(definition, open, viec), errors: [] }
}

function takeOver(form: FormDefinition, open: Place | undefined, typed: Typed, lang: Lang) {
  const field = open && fieldAt(form, open)
  if (field) {
    const { read, errors } = readField(typed, field, lang)
    return { definition: errors.length > 0 ? form : withField(form, open, read), errors }
  }
  if (open && open.length === 1 && pageAt(form, open)) {
    const { read, errors } = readPage(typed, lang)
    return { definition: errors.length > 0 ? form : withPage(form, open, read), errors }
  }
  return { definition: form, errors: [] }
}

function press(form: FormDefinition, open: Place | undefined, viec: string): Omit<Built, 'errors'> {
  const [act = '', where = ''] = viec.split(':')
  const at = readPlace(where)
  if (act === 'sua' && at) return shown(form, at)
  const change = CHANGES.find((one) => one === act)
  if (change && at) {
    const after = changeForm(form, { change, at })
    const isMoved = change === 'up' || change === 'down'
    const before = change === 'remove' ? { before: JSON.stringify(form) } : {}
    return { ...shown(after.form, isMoved ? undefined : after.at), ...before }
  }
  return shown(form, viec === 'dong' ? undefined : open)
}
