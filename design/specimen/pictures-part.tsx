import { formatNumber } from '../number.ts'
import { Grid } from '../page/grid.tsx'
import { Bars } from '../pictures/bars.tsx'
import { Clock } from '../pictures/clock.tsx'
import { Figure } from '../pictures/figure.tsx'
import { Progress, Spinner } from '../pictures/progress.tsx'
import { Timeline } from '../pictures/timeline.tsx'
import { MonthSample } from './month-sample.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

const BARS = [1284, 962, 310, 42]

export function PicturesPart({ text }: PartProps) {
  const words = text.pictures
  return (
    <>
      <Sample name={words.clocks}>
        <Clock label={words.clockLabel} used={3} limit={10} due={words.due} />
        <Clock label={words.clockLabel} used={8} limit={10} due={words.due} />
        <Clock label={words.clockLabel} used={13.5} limit={10} due={words.due} />
        <Clock label={words.clockLabel} used={4} limit={10} state="paused" />
        <Clock label={words.clockLabel} used={6} limit={24} unit="hour" state="done" />
      </Sample>
      <MonthSample text={text} />
      <Sample name={words.figures}>
        <Grid size="small">
          {words.figureItems.map(([value = '', label = '', period = '']) => (
            <Figure key={value} value={value} label={label} period={period} basis={words.basis} />
          ))}
        </Grid>
      </Sample>
      <Sample name={words.bars}>
        <Bars
          caption={words.bars}
          labelHead={words.barsHead}
          valueHead={words.barsValue}
          rows={BARS.map((value, at) => ({
            label: words.barNames[at] ?? '',
            value,
            shown: formatNumber(value),
          }))}
        />
      </Sample>
      <Sample name={words.timeline}>
        <Timeline
          entries={words.timelineItems.map(([when = '', title = '', by = '', spent = ''], at) => ({
            when,
            title,
            by,
            spent,
            side: at === 0 || at === 2 ? 'citizen' : 'state',
            isCurrent: at === words.timelineItems.length - 1,
          }))}
        />
      </Sample>
      <Sample name={words.progress}>
        <Progress label={words.progressLabel} value={62} />
        <Progress label={words.progressLabel} value={0} />
      </Sample>
      <Sample name={text.states.loading}>
        <Spinner />
      </Sample>
    </>
  )
}
