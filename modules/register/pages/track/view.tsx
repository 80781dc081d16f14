import { Button, ErrorSummary, type FieldError, Layout, Notice, Table, TextInput } from '#design'
import type { NamedAgency } from '#directory'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import { type DossierCodeReading, readDossierCode } from '#kernel/dossier-code'
import { DOSSIER_CODE_FORMATS } from '#kernel/dossier-code-formats'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { WhatTheCodeSays } from './code.tsx'
import { DossierStands } from './dossier.tsx'
import type { FoundDossier } from './found.ts'
import { type TrackText, words } from './text.ts'
import { WhoToAsk } from './who-to-ask.tsx'

type Props = {
  readonly shell: Shell
  readonly today: CivilDate
  /** What was typed; absent when nothing was asked yet. */
  readonly typed?: string | undefined
  readonly reading?: DossierCodeReading | undefined
  readonly named?: NamedAgency | undefined
  /** The dossier itself, when the register holds it. */
  readonly found?: FoundDossier | undefined
}

export function TrackPage({ shell, today, typed, reading, named, found }: Props) {
  const { lang } = shell
  const text = words[lang]
  const errors = reading?.shape === 'unusable' ? [{ field: 'ma', text: wordsFor(reading.reason, text) }] : []
  const isAnswered = reading !== undefined && reading.shape !== 'unusable'
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.description}
      hasErrors={errors.length > 0}
      crumbs={[{ text: text.title }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{text.title}</h1>
      <CodeForm typed={typed} errors={errors} text={text} />
      {found && <DossierStands {...found} lang={lang} />}
      {isAnswered && !found && (
        <>
          <Notice kind="info" title={text.notHeld} isAnswer>
            <p>{text.notHeldWhy}</p>
          </Notice>
          {reading.shape === 'known' ? (
            <WhatTheCodeSays reading={reading} named={named} today={today} lang={lang} />
          ) : (
            <p>{text.foreign}</p>
          )}
        </>
      )}
      {isAnswered && <WhoToAsk named={named} lang={lang} />}
      {!found && reading?.shape !== 'known' && <Examples lang={lang} />}
    </Layout>
  )
}

function CodeForm({
  typed,
  errors,
  text,
}: {
  typed: string | undefined
  errors: FieldError[]
  text: TrackText
}) {
  return (
    <form method="get" action="/tra-cuu" noValidate autocomplete="off">
      <TextInput name="ma" label={text.label} hint={text.hint} value={typed} errors={errors} width={30} />
      <Button>{text.button}</Button>
    </form>
  )
}

function wordsFor(
  reason: Extract<DossierCodeReading, { shape: 'unusable' }>['reason'],
  text: TrackText,
): string {
  if (reason === 'empty') return text.empty
  return reason === 'too_long' ? text.tooLong : text.strange
}

/** One example of each generation that names a day, taken apart by the same rule that reads what people type. */
function Examples({ lang }: { lang: Lang }) {
  const text = words[lang]
  const { columns } = text
  const readings = DOSSIER_CODE_FORMATS.map(({ example }) => readDossierCode(example))
  return (
    <>
      <h2>{text.looks}</h2>
      <p>{text.looksLead}</p>
      <Table
        caption={text.looks}
        hidesCaption
        columns={[
          { head: columns.example },
          { head: columns.agency },
          { head: columns.day },
          { head: columns.sequence },
        ]}
        rows={readings.flatMap((reading) =>
          reading.shape === 'known' && reading.receivedOn
            ? [
                [
                  <span key="code" class="code">
                    {reading.code}
                  </span>,
                  reading.agency.code,
                  formatDate(reading.receivedOn),
                  reading.sequence,
                ],
              ]
            : [],
        )}
      />
    </>
  )
}
