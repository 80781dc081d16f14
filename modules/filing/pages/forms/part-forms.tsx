import { Button, ButtonRow, Checkboxes, type FieldError, Radios, Select, Textarea, TextInput } from '#design'
import { FIELD_TYPES, type FormDefinition, fieldAt, type Place, PREFILLS, writePlace } from '#forms'
import type { Lang } from '#platform/lang'
import { builderWords } from './builder-text.ts'
import { questionsOf } from './typed-question.ts'

/** Where a reader of the page lands after a change: the part that is open. */
export const OPEN_PART = 'dang-sua'

export type Building = {
  readonly definition: FormDefinition
  /** The page or question that is open. */
  readonly open: Place | undefined
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly isNew: boolean
  /** The form before something was taken away. */
  readonly before?: string | undefined
}

export type BuilderProps = Building & { readonly lang: Lang; readonly errors: readonly FieldError[] }

export function PageForm({ lang, errors, typed, open, definition }: BuilderProps) {
  const text = builderWords[lang]
  const field = (name: string) => ({ name, errors, value: typed[name] })
  return (
    <div class="outline-open" id={OPEN_PART}>
      <input type="hidden" name="cho" value={writePlace(open ?? [0])} />
      <TextInput {...field('trang-vi')} label={text.titleVi} maxLength={300} />
      <TextInput {...field('trang-en')} label={text.titleEn} maxLength={300} />
      <TextInput {...field('trang-id')} label={text.id} hint={text.pageIdHint} width={20} maxLength={60} />
      <Textarea {...field('trang-dan-vi')} label={text.leadVi} rows={2} isOptional maxLength={1000} />
      <Textarea {...field('trang-dan-en')} label={text.leadEn} rows={2} isOptional maxLength={1000} />
      <When {...{ lang, errors, typed, definition }} />
      <Close lang={lang} />
    </div>
  )
}

export function QuestionForm({ lang, errors, typed, place, definition }: BuilderProps & { place: Place }) {
  const text = builderWords[lang]
  const field = (name: string) => ({ name, errors, value: typed[name] })
  const type = typed['cau-loai'] ?? fieldAt(definition, place)?.type
  const has = (...types: readonly string[]) => type !== undefined && types.includes(type)
  return (
    <div class="outline-open" id={OPEN_PART}>
      <input type="hidden" name="cho" value={writePlace(place)} />
      <TextInput {...field('cau-vi')} label={text.labelVi} maxLength={500} />
      <TextInput {...field('cau-en')} label={text.labelEn} maxLength={500} />
      <Select
        {...field('cau-loai')}
        label={text.type}
        hint={text.typeHint}
        emptyText={false}
        options={FIELD_TYPES.map((value) => ({ value, text: text.types[value] }))}
      />
      <TextInput {...field('cau-id')} label={text.id} hint={text.idHint} width={20} maxLength={60} />
      <Checkboxes
        name="cau-khong-bat-buoc"
        label={text.duty}
        choices={[{ value: '1', text: text.mayStayEmpty }]}
        values={[typed['cau-khong-bat-buoc'] ?? '']}
      />
      <TextInput {...field('cau-goi-y-vi')} label={text.hintVi} isOptional maxLength={500} />
      <TextInput {...field('cau-goi-y-en')} label={text.hintEn} isOptional maxLength={500} />
      {has('choice', 'choices') && (
        <Textarea {...field('cau-lua-chon')} label={text.options} hint={text.optionsHint} rows={6} />
      )}
      {has('text', 'long_text', 'name') && (
        <TextInput {...field('cau-dai-nhat')} label={text.longest} width={5} isOptional inputMode="numeric" />
      )}
      {has('money', 'number', 'group') && (
        <TextInput {...field('cau-tu')} label={text.least} width={10} isOptional inputMode="numeric" />
      )}
      {has('money', 'number', 'group', 'files') && (
        <TextInput {...field('cau-den')} label={text.most} width={10} isOptional inputMode="numeric" />
      )}
      {has('date', 'partial_date') && (
        <Radios
          {...field('cau-thoi-gian')}
          label={text.period}
          isInline
          choices={(['any', 'past', 'future'] as const).map((value) => ({
            value: value === 'any' ? '' : value,
            text: text.periods[value],
          }))}
          value={typed['cau-thoi-gian'] ?? ''}
        />
      )}
      {has('group') && (
        <>
          <TextInput {...field('cau-ten-muc-vi')} label={text.itemVi} isOptional maxLength={100} />
          <TextInput {...field('cau-ten-muc-en')} label={text.itemEn} isOptional maxLength={100} />
        </>
      )}
      {has('files') && (
        <TextInput
          {...field('cau-thanh-phan')}
          label={text.component}
          hint={text.componentHint}
          isOptional
          maxLength={500}
        />
      )}
      {has('computed') && (
        <Textarea {...field('cau-tinh')} label={text.compute} hint={text.computeHint} rows={3} />
      )}
      <Select
        {...field('cau-dien-san')}
        label={text.prefill}
        isOptional
        emptyText={text.noPrefill}
        options={PREFILLS.map((value) => ({ value, text: text.prefills[value] }))}
      />
      <TextInput {...field('cau-vi-sao-vi')} label={text.whyVi} isOptional maxLength={500} />
      <TextInput {...field('cau-vi-sao-en')} label={text.whyEn} isOptional maxLength={500} />
      <When {...{ lang, errors, typed, definition }} />
      <Close lang={lang} />
    </div>
  )
}

function When({
  lang,
  errors,
  typed,
  definition,
}: Pick<BuilderProps, 'lang' | 'errors' | 'typed' | 'definition'>) {
  const text = builderWords[lang]
  const field = (name: string) => ({ name, errors, value: typed[name] })
  return (
    <>
      <Select
        {...field('cau-khi')}
        label={text.when}
        isOptional
        emptyText={text.always}
        options={questionsOf(definition).map(({ path, label }) => ({
          value: path,
          text: `${label[lang] || path} (${path})`,
        }))}
      />
      <TextInput {...field('cau-khi-la')} label={text.is} hint={text.isHint} isOptional maxLength={500} />
      <Textarea
        {...field('cau-khi-json')}
        label={text.whenJson}
        hint={text.whenJsonHint}
        rows={2}
        isOptional
      />
    </>
  )
}

function Close({ lang }: { lang: Lang }) {
  const text = builderWords[lang]
  return (
    <ButtonRow>
      <Button kind="secondary" name="viec" value="dong">
        {text.done}
      </Button>
      <Button kind="quiet" name="viec" value="bo-qua">
        {text.cancel}
      </Button>
    </ButtonRow>
  )
}
