import type { Dossier } from '#register'

/** Hàng đợi: on whom a dossier waits. */
export const QUEUES = [
  'new',
  'handling',
  'applicant',
  'payment',
  'other_unit',
  'stopped',
  'return',
  'closed',
] as const
export type Queue = (typeof QUEUES)[number]

/** Where a dossier waits at its agency, and until when something has to happen. */
export function placeOf(
  { status, turn, pickUpBy, supplementBy, dueAt }: Dossier,
  isConsulting: boolean,
): { readonly queue: Queue; readonly actBy: Date | undefined } {
  switch (status) {
    case 1:
      return turn === 'agency'
        ? { queue: 'new', actBy: pickUpBy }
        : { queue: 'applicant', actBy: supplementBy }
    case 2:
    case 4:
      return { queue: isConsulting ? 'other_unit' : 'handling', actBy: dueAt }
    case 5:
      return { queue: 'applicant', actBy: supplementBy }
    case 6:
      return { queue: 'payment', actBy: undefined }
    case 8:
      return { queue: 'stopped', actBy: undefined }
    case 9:
      return { queue: 'return', actBy: dueAt }
    default:
      return { queue: 'closed', actBy: undefined }
  }
}

/** `Nguyễn Thị Hoa` → `N. T. Hoa`: enough to find somebody's dossier, no more. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  return [...words.slice(0, -1).map((word) => `${Array.from(word)[0] ?? ''}.`), last].join(' ').slice(0, 80)
}
