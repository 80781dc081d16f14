import { Button, Details, TextInput } from '#design'
import type { DossierContent } from '#filing'
import { walkFields } from '#forms'
import type { Lang } from '#platform/lang'
import { ActForm, isOpen, Reason } from './acts-view.tsx'
import { words } from './text.ts'
import type { DeskPage } from './view.tsx'

export type Askable = { readonly path: string; readonly label: string }

/** What an applicant can be asked to put right: every question of the form that was asked, by its path. */
export function askable(content: DossierContent | undefined, lang: Lang): readonly Askable[] {
  const items: Askable[] = []
  for (const page of content?.form.pages ?? []) {
    walkFields(page.fields, ({ type, label }, path) => {
      const isQuestion = type !== 'block' && type !== 'group' && type !== 'computed' && type !== 'declaration'
      if (isQuestion && !path.includes('[]'))
        items.push({ path, label: `${page.title[lang]}: ${label[lang]}` })
    })
  }
  return items
}

/** Yêu cầu bổ sung: tick what has to be put right, and say how, all at once. */
export function SupplementForm(props: DeskPage) {
  const { shell, content, errors, typed } = props
  const text = words[shell.lang]
  const act = 'bo-sung'
  return (
    <Details summary={text.supplement} isOpen={isOpen(props, act)}>
      <p>{text.supplementLead}</p>
      <ActForm {...props} act={act}>
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{text.item}</legend>
          {askable(content, shell.lang).map(({ path, label }) => (
            <Details key={path} summary={label} isOpen={Boolean(typed[`muc.${path}`])}>
              <TextInput
                name={`muc.${path}`}
                label={text.itemNote(label)}
                errors={errors}
                value={typed[`muc.${path}`]}
                maxLength={500}
                isOptional
              />
            </Details>
          ))}
          <TextInput
            name="muc"
            label={text.other}
            errors={errors}
            value={typed['muc']}
            maxLength={500}
            isOptional
          />
        </fieldset>
        <Reason {...props} act={act} />
        <TextInput
          name="canCu"
          label={text.basis}
          errors={errors}
          value={typed['canCu']}
          maxLength={300}
          isOptional
        />
        <TextInput
          name="ngoaiLe"
          label={text.override}
          hint={text.overrideHint}
          errors={errors}
          value={typed['ngoaiLe']}
          maxLength={500}
          isOptional
        />
        <Button kind="secondary">{text.supplementSend}</Button>
      </ActForm>
    </Details>
  )
}
