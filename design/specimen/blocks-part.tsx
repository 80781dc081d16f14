import { Grid } from '../page/grid.tsx'
import { Card } from '../show/card.tsx'
import { Details } from '../show/details.tsx'
import { Empty } from '../show/empty.tsx'
import { InsetText } from '../show/inset-text.tsx'
import { Notice } from '../show/notice.tsx'
import { StatusLine } from '../show/status-line.tsx'
import { Tag, type Tone } from '../show/tag.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

const TONES: readonly Tone[] = ['neutral', 'info', 'state', 'good', 'due', 'late']

export function BlocksPart({ text }: PartProps) {
  const words = text.blocks
  return (
    <>
      <Sample name={words.tags}>
        <p class="tag-row">
          {TONES.map((tone, at) => (
            <Tag key={tone} tone={tone}>
              {words.tagWords[at]}
            </Tag>
          ))}
        </p>
      </Sample>
      <Sample name={words.notices}>
        <Notice>
          <p>{words.noticeInfo}</p>
        </Notice>
        <Notice kind="success">
          <p>{words.noticeSuccess}</p>
        </Notice>
        <Notice kind="warning">
          <p>{words.noticeWarning}</p>
        </Notice>
        <Notice kind="error">
          <p>{words.noticeError}</p>
        </Notice>
      </Sample>
      <Sample name={words.cards}>
        <Grid>
          <Card title={words.cardTitle} href="#khoi" level={4}>
            <p>{words.cardText}</p>
          </Card>
          <Card title={words.cardLong} meta={words.cardMeta} href="#khoi" level={4} />
          <Card title={words.cardTitle} meta={words.cardMeta} level={4}>
            <p>{words.cardText}</p>
          </Card>
        </Grid>
      </Sample>
      <Sample name={words.status}>
        <StatusLine tone="state" stage={words.stage} holder={words.holder} expected={words.expected} />
        <StatusLine
          tone="due"
          stage={words.stageBack}
          holder={words.holderBack}
          action={<a href="#khoi">{words.actionBack}</a>}
        />
      </Sample>
      <Sample name={words.details}>
        <Details summary={words.detailsSummary}>
          <p>{words.detailsText}</p>
        </Details>
        <Details summary={words.detailsSummary} isOpen>
          <p>{words.detailsText}</p>
        </Details>
      </Sample>
      <Sample name={words.inset}>
        <InsetText>
          <p>{words.insetText}</p>
        </InsetText>
      </Sample>
      <Sample name={text.states.empty}>
        <Empty title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </Empty>
      </Sample>
    </>
  )
}
