import { answerLines } from '#forms'
import { civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Paper, PaperBlock } from '#platform/pdf'
import type { Dossier } from '#register'
import type { DossierContent } from '../../own-dossier.ts'
import { shortDigest } from '../../receipt.ts'
import { sizeInWords } from '../files-field.tsx'

type Given = {
  readonly dossier: Dossier
  readonly content: DossierContent
  readonly secret: string
  readonly publicUrl: string
}

/** Biên nhận to keep: every answer and every file with its digest, and how to follow and to check. */
export function receiptPaper({ dossier, content, secret, publicUrl }: Given): Paper {
  const { code, agencyName } = dossier
  const today = civilDate(content.at)
  const names = new Map(content.files.map(({ id, name }) => [id, name]))
  const around = { lang: 'vi', today, root: content.answers, fileNames: names } as const
  const answers = content.form.pages.flatMap((page): PaperBlock[] => {
    const lines = answerLines(page.fields, content.answers, around)
    return lines.length === 0
      ? []
      : [{ kind: 'table', columns: ANSWERS, rows: lines.map(({ label, value }) => [label, value]) }]
  })
  return {
    title: `Biên nhận hồ sơ trực tuyến ${code}`,
    at: content.at,
    blocks: [
      {
        kind: 'heading',
        left: [agencyName],
        right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      },
      { kind: 'title', text: 'BIÊN NHẬN HỒ SƠ TRỰC TUYẾN', below: `Mã hồ sơ: ${code}` },
      { kind: 'line', label: 'Người nộp', value: dossier.applicant.name },
      { kind: 'line', label: 'Thủ tục', value: `${dossier.procedureName} (${dossier.procedureCode})` },
      { kind: 'line', label: 'Cơ quan tiếp nhận', value: agencyName },
      { kind: 'line', label: 'Nhận lúc', value: formatMoment(content.at) },
      { kind: 'line', label: 'Mã kiểm tra biên nhận', value: shortDigest(content.digest) },
      {
        kind: 'qr',
        text: `${publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}`,
        words: `Theo dõi hồ sơ: ${publicUrl}/tra-cuu\nKiểm tra biên nhận này: ${publicUrl}/kiem-tra-bien-nhan\nMã bí mật (giữ kín): ${secret}`,
      },
      { kind: 'paragraph', text: 'Tệp đã nhận' },
      {
        kind: 'table',
        columns: FILES,
        rows: content.files.map(({ name, sizeBytes, sha256 }) => [name, sizeInWords(sizeBytes), sha256]),
      },
      { kind: 'paragraph', text: 'Nội dung đã nộp' },
      ...answers,
      { kind: 'paragraph', text: `SHA-256 của toàn bộ nội dung: ${content.digest}`, isSmall: true },
    ],
  }
}

const ANSWERS = [
  { head: 'Câu hỏi', share: 4 },
  { head: 'Trả lời', share: 6 },
]
const FILES = [
  { head: 'Tệp', share: 4 },
  { head: 'Kích thước', share: 2 },
  { head: 'SHA-256', share: 7 },
]
