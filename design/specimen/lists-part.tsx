import { StepList, TaskList, type TaskStatus } from '../show/lists.tsx'
import { Result, ResultList } from '../show/result.tsx'
import { Summary } from '../show/summary.tsx'
import { Table } from '../show/table.tsx'
import { Tabs } from '../show/tabs.tsx'
import { Tag } from '../show/tag.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

const STATUSES: readonly TaskStatus[] = ['done', 'doing', 'todo', 'blocked']

export function ListsPart({ text }: PartProps) {
  const words = text.lists
  return (
    <>
      <SummarySamples text={text} />
      <TableSamples text={text} />
      <Sample name={words.steps}>
        <StepList steps={words.stepItems.map(([title = '', body]) => ({ title, children: <p>{body}</p> }))} />
      </Sample>
      <Sample name={words.tasks}>
        <TaskList
          items={words.taskItems.map((title, at) => {
            const status = STATUSES[at] ?? 'todo'
            return status === 'blocked'
              ? { title, status, hint: words.taskHint }
              : { title, status, href: '#danh-sach' }
          })}
        />
      </Sample>
      <Sample name={words.tabs}>
        <Tabs
          level={3}
          items={words.tabItems.map(([label = '', body], at) => ({
            id: `phan-${at + 1}`,
            label,
            content: <p>{body}</p>,
          }))}
        />
      </Sample>
      <Sample name={words.results}>
        <ResultList>
          {[1, 2].map((at) => (
            <Result
              key={at}
              level={3}
              title={words.resultTitle}
              href={`#ket-qua-${at}`}
              meta={words.resultMeta}
            >
              <p>{words.resultText}</p>
            </Result>
          ))}
        </ResultList>
      </Sample>
    </>
  )
}

function SummarySamples({ text }: PartProps) {
  const { summary, summaryRows } = text.lists
  return (
    <Sample name={summary}>
      <Summary rows={summaryRows.map(([key = '', value]) => ({ key, value }))} />
      <Summary rows={summaryRows.map(([key = '', value]) => ({ key, value, changeHref: '#danh-sach' }))} />
    </Sample>
  )
}

function TableSamples({ text }: PartProps) {
  const { table, tableHeads, tableRows } = text.lists
  const [channel = '', time = '', fee = ''] = tableHeads
  return (
    <Sample name={table}>
      <Table
        caption={table}
        columns={[{ head: channel }, { head: time }, { head: fee, isNumeric: true }]}
        rows={tableRows.map(([name, limit, amount], at) => [
          at === 1 ? <Tag key={name}>{name}</Tag> : name,
          limit,
          amount,
        ])}
      />
      <Table
        caption={table}
        isCompact
        columns={[{ head: channel }, { head: fee, isNumeric: true }]}
        rows={tableRows.map(([name, , amount]) => [name, amount])}
      />
    </Sample>
  )
}
