import { Type } from 'typebox'
import type { FieldError } from '#design'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import type { Lang } from '#platform/lang'
import { loadYear } from '../../calendar-year.ts'
import { countDue, type DueCount } from '../../due-count.ts'
import { type Text, words } from './text.ts'
import { FIELDS, freshForm, readTyped, type Typed } from './typed.ts'
import { WorkingTimePage } from './view.tsx'

const Field = Type.Optional(Type.String({ maxLength: 100 }))
const Query = Type.Object({
  ngay: Field,
  gio: Field,
  'thoi-han': Field,
  'don-vi': Field,
  'co-quan': Field,
  'cach-tinh': Field,
  'dung-tu': Field,
  'dung-den': Field,
  'dung-tu-2': Field,
  'dung-den-2': Field,
  nam: Field,
})

/** Ngày hẹn trả và lịch nghỉ: a calculator that shows its working, and the days off of a year. */
export function workingTimePage(app: App, { db, clock }: Services): void {
  app.get(
    '/ngay-lam-viec',
    { schema: { querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const { nam } = request.query
      const typed = typedIn(request.query)
      const shell = shellOf(request)
      const today = civilDate(clock())
      const isAsked = Object.keys(typed).length > 0
      const [{ count, errors }, year] = await Promise.all([
        isAsked ? answer(db, typed, { lang: shell.lang, today }) : { count: undefined, errors: [] },
        loadYear(db, yearOf(nam) ?? Number(today.slice(0, 4))),
      ])
      const shown = isAsked ? typed : freshForm(clock())
      return sendPage(
        reply,
        errors.length > 0 ? 422 : 200,
        <WorkingTimePage
          shell={shell}
          typed={shown}
          isAsked={isAsked}
          errors={errors}
          count={count}
          year={year}
        />,
      )
    },
  )
}

/** What the form's fields say, without anything else that the address may carry. */
function typedIn(query: Typed): Typed {
  const given = FIELDS.flatMap((name): [string, string][] => {
    const value = query[name]
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(given)
}

function yearOf(typed: string | undefined): number | undefined {
  return typed !== undefined && /^(19[89]|20[0-9])[0-9]$/.test(typed) ? Number(typed) : undefined
}

type Answer = { readonly count: DueCount | undefined; readonly errors: readonly FieldError[] }

async function answer(
  db: Db,
  typed: Typed,
  { lang, today }: { lang: Lang; today: CivilDate },
): Promise<Answer> {
  const { question, errors } = readTyped(typed, lang)
  if (!question) return { count: undefined, errors }
  try {
    return { count: await countDue(db, question, today), errors }
  } catch (error) {
    if (error instanceof Refusal) return { count: undefined, errors: [fieldOf(error, words[lang])] }
    throw error
  }
}

/** A refusal said at the field that it is about. */
function fieldOf(refusal: Refusal, text: Text): FieldError {
  if (refusal.code === 'directory.no_office_hours') return { field: 'co-quan', text: text.errors.noHours }
  if (refusal.code === 'directory.limit_too_far') return { field: 'thoi-han', text: text.errors.tooFar }
  if (refusal.code !== 'directory.agency_unknown') throw refusal
  const { near = [] } = refusal.details
  // Each line is the address of an agency's page, then its name.
  const names = Array.isArray(near) ? near.map((line: string) => line.replace(/^\S+\s/, '')) : []
  return { field: 'co-quan', text: text.errors.agencyUnknown(names.slice(0, 3).join(', ')) }
}
