import { useText } from '../language.tsx'
import { describedBy, errorOf, type FieldProps, FieldWords, formGroupClass } from './field.tsx'

type Props = FieldProps & {
  /** Endings without the dot, as people know them: `pdf`, `jpg`. */
  readonly types: readonly string[]
  readonly maxSizeMegabytes: number
  readonly maxCount?: number | undefined
  /** Opens the camera first on a phone. */
  readonly usesCamera?: boolean | undefined
}

/** Tệp đính kèm. The limits stand beside the field before anything is chosen. */
export function FileInput({ types, maxSizeMegabytes, maxCount = 1, usesCamera = false, ...field }: Props) {
  const text = useText()
  const { name, errors, isDisabled } = field
  const error = errorOf(errors, name)
  const limitsId = `${name}-limits`
  return (
    <div class={formGroupClass(error)}>
      <FieldWords {...field} error={error} />
      <p id={limitsId} class="file-limits">
        {text.fileLimits(types.join(', ').toUpperCase(), `${maxSizeMegabytes} MB`, maxCount)}
      </p>
      <input
        class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={name}
        name={name}
        type="file"
        accept={types.map((type) => `.${type}`).join(',')}
        multiple={maxCount > 1}
        capture={usesCamera ? 'environment' : undefined}
        disabled={isDisabled}
        data-uploads=""
        data-most-bytes={maxSizeMegabytes * 1_048_576}
        data-uploading={text.uploading}
        data-waiting={text.uploadWaits}
        data-arrived={text.uploaded}
        data-remove={text.removeUpload}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field, error, limitsId)}
      />
    </div>
  )
}
