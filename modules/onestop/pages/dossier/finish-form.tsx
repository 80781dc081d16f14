import { Button, Checkboxes, Details, FileInput, TextInput } from '#design'
import { MEGABYTE, UPLOAD_LIMITS } from '#documents'
import { ActForm } from './acts-view.tsx'
import { words } from './text.ts'
import { type DeskPage, deskHref } from './view.tsx'

/** Phát hành kết quả: written from a template, or a file that there is. */
export function Finish(props: DeskPage) {
  const { shell, dossier, templates, errors, typed } = props
  const text = words[shell.lang]
  return (
    <>
      <Details summary={text.compose}>
        <ul>
          {templates.map(({ id, title }) => (
            <li key={id}>
              <a href={`${deskHref(dossier)}/soan?mau=${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </Details>
      <ActForm {...props} act="ket-qua" hasFiles>
        <TextInput name="ten" label={text.resultTitle} errors={errors} value={typed['ten']} maxLength={300} />
        <TextInput
          name="so"
          label={text.resultNumber}
          errors={errors}
          value={typed['so']}
          width={20}
          isOptional
          maxLength={60}
        />
        <Checkboxes
          name="laySo"
          label={text.register}
          errors={errors}
          choices={[{ value: '1', text: text.takeNumber, hint: text.takeNumberHint }]}
          values={[typed['laySo'] ?? ''].flat()}
        />
        <FileInput
          name="tepKetQua"
          label={text.resultFile}
          errors={errors}
          types={UPLOAD_LIMITS.types}
          maxSizeMegabytes={UPLOAD_LIMITS.mostBytes / MEGABYTE}
        />
        <Button>{text.finish}</Button>
      </ActForm>
    </>
  )
}
