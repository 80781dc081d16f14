import { Type } from 'typebox'
import { addDays, civilDate, momentAt } from '#kernel/civil-date'
import type { Officer } from '../../at-dossier.ts'
import type { WorkQuestion } from '../../queries/work.ts'
import type { Queue } from '../../queue.ts'

export const TABS = [
  'new',
  'today',
  'late',
  'handling',
  'mine',
  'applicant',
  'payment',
  'other_unit',
  'return',
  'stopped',
  'closed',
] as const
export type Tab = (typeof TABS)[number]

/** Whose: an account, or nobody's yet. */
export const NOBODY = 'chua-phan-cong'

/** What the address of a queue says: the desk, the queue, and the filters. */
export const QUEUE_QUERY = {
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  hang: Type.Optional(Type.Enum([...TABS])),
  thuTuc: Type.Optional(Type.String({ maxLength: 40 })),
  buoc: Type.Optional(Type.String({ maxLength: 60 })),
  nguoi: Type.Optional(Type.String({ maxLength: 40 })),
}

export type Asked = {
  readonly hang?: string | undefined
  readonly thuTuc?: string | undefined
  readonly buoc?: string | undefined
  readonly nguoi?: string | undefined
}

export function tabOf({ hang }: Asked, otherwise: Tab = 'new'): Tab {
  return TABS.find((tab) => tab === hang) ?? otherwise
}

/** The filters alone, those that are set. */
export function filtersOf({ thuTuc, buoc, nguoi }: Asked): Readonly<Record<string, string>> {
  return {
    ...(thuTuc && { thuTuc }),
    ...(buoc && { buoc }),
    ...(nguoi && { nguoi }),
  }
}

/** The address of a queue, or of a list of it (`/mot-cua/so.xlsx`). */
export function queueHref(
  agency: string,
  asked: Asked,
  { path = '/mot-cua', more = {} }: { path?: string; more?: Readonly<Record<string, string>> } = {},
): string {
  const query = new URLSearchParams({ hang: tabOf(asked), coQuan: agency, ...filtersOf(asked), ...more })
  return `${path}?${query}`
}

/** What a tab asks for, and what of it. */
export function questionOf(
  { agency, accountId }: Pick<Officer, 'agency' | 'accountId'>,
  asked: Asked,
  now: Date,
): Omit<WorkQuestion, 'limit'> {
  const { thuTuc, buoc, nguoi } = asked
  const filter = {
    procedureCode: thuTuc || undefined,
    step: buoc || undefined,
    assignee: nguoi === NOBODY ? null : nguoi || undefined,
  }
  const running: readonly Queue[] = ['new', 'handling']
  const tab = tabOf(asked)
  switch (tab) {
    case 'late':
      return { agency, queues: running, dueUntil: now, filter }
    case 'today':
      return {
        agency,
        queues: running,
        dueFrom: now,
        dueUntil: momentAt(addDays(civilDate(now), 1)),
        filter,
      }
    case 'mine':
      return { agency, queues: [], assignee: accountId, filter }
    case 'closed':
      // It only grows: along it nothing is looked for that has no index.
      return { agency, queues: [tab], filter: { procedureCode: filter.procedureCode } }
    default:
      return { agency, queues: [tab], filter }
  }
}
