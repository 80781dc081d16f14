import { Button, ButtonRow, Details, LinkButton, PostForm, Select, TextInput } from '#design'
import { filtersOf, NOBODY, queueHref } from './question.ts'
import { words } from './text.ts'
import type { QueueProps } from './view.tsx'

/** Lọc hàng đợi by procedure, step and officer, and what was kept of that under a name. */
export function Filters({
  shell,
  officer,
  tab,
  asked,
  steps,
  procedures,
  colleagues,
  views,
  token,
  saving,
}: QueueProps) {
  const text = words[shell.lang]
  const set = filtersOf(asked)
  const { agency } = officer
  const isFiltered = Object.keys(set).length > 0
  const errors = saving === 'ten' ? [{ field: 'ten', text: text.viewNameMissing }] : []
  return (
    <>
      {views.length > 0 && (
        <nav aria-label={text.views} class="screen-only">
          <ul class="files">
            {views.map(({ name, asked: kept }) => (
              <li key={name}>
                <a href={queueHref(agency, kept)}>{name}</a>
                <PostForm
                  action="/mot-cua/cach-xem/bo"
                  token={token}
                  kept={{ coQuan: agency, ten: name, hang: tab, ...set }}
                >
                  <Button kind="quiet" context={name}>
                    {text.dropView}
                  </Button>
                </PostForm>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="screen-only">
        <Details summary={text.filters} isOpen={isFiltered || errors.length > 0}>
          <form method="get" action="/mot-cua" noValidate>
            <input type="hidden" name="hang" value={tab} />
            <input type="hidden" name="coQuan" value={agency} />
            <Select
              name="thuTuc"
              label={text.filterBy.procedure}
              emptyText={text.all}
              value={asked.thuTuc}
              options={procedures.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))}
            />
            {tab !== 'closed' && (
              <>
                <Select
                  name="buoc"
                  label={text.filterBy.step}
                  emptyText={text.all}
                  value={asked.buoc}
                  options={steps.map(({ id, name }) => ({ value: id, text: name[shell.lang] }))}
                />
                <Select
                  name="nguoi"
                  label={text.filterBy.who}
                  emptyText={text.all}
                  value={asked.nguoi}
                  options={[
                    { value: NOBODY, text: text.nobody },
                    ...colleagues.map(({ accountId, name }) => ({ value: accountId, text: name })),
                  ]}
                />
              </>
            )}
            <ButtonRow>
              <Button kind="secondary">{text.apply}</Button>
              {isFiltered && (
                <LinkButton kind="quiet" href={queueHref(agency, { hang: tab })}>
                  {text.clear}
                </LinkButton>
              )}
            </ButtonRow>
          </form>
          <PostForm action="/mot-cua/cach-xem" token={token} kept={{ coQuan: agency, hang: tab, ...set }}>
            <TextInput name="ten" label={text.viewName} width={30} maxLength={80} errors={errors} />
            <Button kind="secondary">{text.saveView}</Button>
          </PostForm>
        </Details>
      </div>
    </>
  )
}
