import { Notice, StepList, Summary } from '#design'
import type { Lang } from '#platform/lang'
import { agencyAddress } from '../../agency.ts'
import { nameIn } from '../../agency-words.ts'
import type { DueCount } from '../../due-count.ts'
import { doubtsAbout, explainDue } from '../../due-explanation.ts'
import { limitInWords, momentIn } from '../../due-format.ts'
import { words as dueWords } from '../../due-words.ts'
import { DaysTable } from './days-table.tsx'
import { Months } from './months.tsx'
import { words } from './text.ts'

type Props = { readonly count: DueCount; readonly lang: Lang }

/** The due moment first, then what it rests on, then why, then the same on a calendar. */
export function Answer({ count, lang }: Props) {
  const text = words[lang]
  const { question, agency, trace } = count
  const limit = limitInWords(question.limit, lang)
  const doubts = doubtsAbout(count, lang)
  return (
    <>
      <Notice kind="success" title={text.answer}>
        <p>
          <strong>{momentIn(lang, trace.dueAt)}</strong>
        </p>
      </Notice>
      {doubts.length > 0 && (
        <Notice kind="warning">
          {doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </Notice>
      )}
      <Summary
        rows={[
          { key: text.limit, value: limit },
          {
            key: text.facts.agency,
            value: agency ? (
              <a href={agencyAddress(agency.handle)}>{nameIn(lang, agency)}</a>
            ) : (
              text.facts.national
            ),
          },
          {
            key: text.facts.policy,
            value: dueWords[lang].policies[question.policy.id] ?? question.policy.id,
          },
          { key: text.facts.source, value: <span lang="vi">{question.policy.legalSource}</span> },
        ]}
      />
      <h2>{text.how}</h2>
      <StepList steps={explainDue(count, lang).map((sentence) => ({ children: <p>{sentence}</p> }))} />
      <h2>{text.calendar}</h2>
      <Months count={count} lang={lang} />
      <SpecialDays count={count} lang={lang} />
    </>
  )
}

function SpecialDays({ count, lang }: Props) {
  const days = [...count.days.values()]
  return days.length > 0 ? <DaysTable caption={words[lang].special} days={days} lang={lang} /> : null
}
