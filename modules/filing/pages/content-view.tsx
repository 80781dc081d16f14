import { AnswersView } from '#forms'
import { civilDate } from '#kernel/civil-date'
import type { Lang } from '#platform/lang'
import type { DossierContent } from '../own-dossier.ts'
import { sizeInWords } from './files-field.tsx'

/** What was filed, as it read on that day. */
export function FiledAnswers({ content, lang }: { content: DossierContent; lang: Lang }) {
  return (
    <AnswersView
      form={content.form}
      answers={content.answers}
      today={civilDate(content.at)}
      lang={lang}
      fileNames={new Map(content.files.map(({ id, name }) => [id, name]))}
    />
  )
}

/** The files that were filed, below the address of a dossier. */
export function FiledFiles({ content, dossierHref }: { content: DossierContent; dossierHref: string }) {
  return (
    <ul>
      {content.files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a href={`${dossierHref}/tep/${id}`}>{name}</a> ({sizeInWords(sizeBytes)})
        </li>
      ))}
    </ul>
  )
}
