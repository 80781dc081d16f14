import { civilDate } from '#kernel/civil-date'
import type { Paper } from '#platform/pdf'
import { longDay, STATE, signed } from './parts.ts'

export type ResultPaper = {
  readonly agency: string
  readonly agencyAbove?: string | undefined
  readonly title: string
  /** Empty where the result has none. */
  readonly number: string
  readonly body: string
  readonly officer: string
  readonly post: string
  readonly at: Date
}

/** Kết quả soạn từ mẫu, laid out as Nghị định 30/2020/NĐ-CP wants: names, number and day, title, text, who signs. */
export function resultPaper(result: ResultPaper): Paper {
  const { agency, agencyAbove, title, number, body, at } = result
  return {
    title,
    at,
    blocks: [
      { kind: 'heading', left: [...(agencyAbove ? [agencyAbove] : []), agency], right: STATE },
      {
        kind: 'paragraph',
        text: [number && `Số: ${number}`, longDay(civilDate(at))].filter(Boolean).join(', '),
        isSmall: true,
      },
      { kind: 'title', text: title.toUpperCase() },
      ...body
        .split(/\n{2,}/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text) => ({ kind: 'paragraph', text }) as const),
      signed({ at, reason: '', officer: result.officer, post: result.post }),
    ],
  }
}
