import { Button, type FieldError, FileInput } from '#design'
import { MEGABYTE, type StoredFile, UPLOAD_LIMITS } from '#documents'
import type { Field } from '#forms'
import type { Lang } from '#platform/lang'
import { words } from './draft/text.ts'

type Props = {
  readonly field: Field
  readonly name: string
  readonly errors: readonly FieldError[]
  readonly chosen: readonly StoredFile[]
  readonly lang: Lang
}

/** Files of one question: those that are there, each with a way to take it away, and room for more. */
export function FilesField({ field, name, errors, chosen, lang }: Props) {
  const text = words[lang]
  return (
    <>
      <FileInput
        name={name}
        label={field.label[lang]}
        hint={field.hint?.[lang]}
        errors={errors}
        isOptional={field.isOptional}
        types={UPLOAD_LIMITS.types}
        maxSizeMegabytes={UPLOAD_LIMITS.mostBytes / MEGABYTE}
        maxCount={field.max ?? 10}
      />
      {chosen.length > 0 && (
        <ul class="files">
          {chosen.map((file) => (
            <li key={file.id}>
              <input type="hidden" name={name} value={file.id} />
              <span>
                {file.name} ({sizeInWords(file.sizeBytes)}
                {file.scan === 'waiting' && `, ${text.scanning}`}
                {file.scan === 'infected' && `, ${text.blocked}`})
              </span>
              <Button kind="quiet" name="_boTep" value={`${name} ${file.id}`} context={file.name}>
                {text.removeFile}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function sizeInWords(bytes: number): string {
  if (bytes >= MEGABYTE) return `${(bytes / MEGABYTE).toFixed(1).replace('.', ',')} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} kB`
}
