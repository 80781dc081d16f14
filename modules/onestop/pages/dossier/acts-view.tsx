import type { ComponentChildren } from 'preact'
import { Button, Details, PostForm, Radios, Textarea, TextInput } from '#design'
import { limitInWords } from '#directory'
import { actsFrom } from '#register'
import { Finish } from './finish-form.tsx'
import { SupplementForm } from './supplement-form.tsx'
import { words } from './text.ts'
import { type DeskPage, deskHref } from './view.tsx'

/** Everything that may be done now; the usual next thing stands open. */
export function Acts(props: DeskPage) {
  const { dossier, work, shell, steps } = props
  const text = words[shell.lang]
  const may = new Set(actsFrom(dossier.status))
  const step = steps.find(({ id }) => id === work?.step)
  const isWithAgency = dossier.turn === 'agency'
  if (may.size === 0) return <p>{text.nothing}</p>
  return (
    <>
      {may.has('receive') && isWithAgency && <Receive {...props} />}
      {may.has('finish') && step?.mayFinish && <Finish {...props} />}
      {may.has('return') && (
        <ActForm {...props} act="tra-ket-qua">
          <Button>{text.return}</Button>
        </ActForm>
      )}
      {may.has('confirm_payment') && (
        <ActForm {...props} act="da-nop-tien">
          <Button>{text.paid}</Button>
        </ActForm>
      )}
      {(dossier.status === 2 || dossier.status === 4) && <HandOver {...props} />}
      {((may.has('ask_before_reception') && isWithAgency) || may.has('ask_supplement')) && (
        <SupplementForm {...props} />
      )}
      {may.has('reject') && isWithAgency && (
        <Reasoned {...props} act="tu-choi" title={text.reject} isDanger />
      )}
      {may.has('ask_payment') && <Reasoned {...props} act="nghia-vu" title={text.pay} />}
      {may.has('extend') && dossier.extensions === 0 && dossier.dueAt && <Extend {...props} />}
      {may.has('stop') && <Reasoned {...props} act="dung" title={text.stop} isDanger />}
      {may.has('resume') && <Reasoned {...props} act="tiep-tuc" title={text.resume} />}
      {(dossier.status === 2 || dossier.status === 4) && <Consult {...props} />}
      <Assign {...props} />
      <Note {...props} />
    </>
  )
}

type ActProps = DeskPage & {
  readonly act: string
  readonly hasFiles?: boolean
  readonly children: ComponentChildren
}

/** Each form says which version the officer looked at, so that nobody writes over what they have not seen. */
export function ActForm({ dossier, token, act, hasFiles = false, children }: ActProps) {
  return (
    <PostForm
      action={`${deskHref(dossier)}/${act}`}
      token={token}
      kept={{ banGhi: String(dossier.version) }}
      hasFiles={hasFiles}
    >
      {children}
    </PostForm>
  )
}

export function isOpen({ errors, typed }: DeskPage, act: string): boolean {
  return errors.length > 0 && typed['_act'] === act
}

function Receive(props: DeskPage) {
  const { limits, shell, errors, typed } = props
  const text = words[shell.lang]
  return (
    <ActForm {...props} act="tiep-nhan">
      {limits.length === 0 ? (
        <p>{text.noLimit}</p>
      ) : (
        <Radios
          name="thoiHan"
          label={text.limit}
          errors={errors}
          value={typed['thoiHan'] ?? (limits.length === 1 ? '0' : undefined)}
          choices={limits.map((limit, at) => ({
            value: String(at),
            text: limitInWords(limit, shell.lang),
            hint: limit.note,
          }))}
        />
      )}
      <Button>{text.receive}</Button>
    </ActForm>
  )
}

function Reasoned(props: DeskPage & { act: string; title: string; isDanger?: boolean }) {
  const { act, title, isDanger = false } = props
  return (
    <Details summary={title} isOpen={isOpen(props, act)}>
      <ActForm {...props} act={act}>
        <Reason {...props} act={act} />
        <Button kind={isDanger ? 'danger' : 'secondary'}>{title}</Button>
      </ActForm>
    </Details>
  )
}

/** The reason of an act: `lyDo-` and its address. */
export function Reason({ act, shell, errors, typed }: DeskPage & { act: string }) {
  const text = words[shell.lang]
  const name = `lyDo-${act}`
  return (
    <Textarea
      name={name}
      label={text.reason}
      hint={text.reasonHint}
      rows={3}
      errors={errors}
      value={typed[name]}
      maxLength={2000}
    />
  )
}

function HandOver(props: DeskPage) {
  const { shell, work, steps, errors, typed } = props
  const text = words[shell.lang]
  const step = steps.find(({ id }) => id === work?.step) ?? steps[0]
  const next = (step?.next ?? []).flatMap((id) => steps.find((one) => one.id === id) ?? [])
  if (next.length === 0) return null
  return (
    <ActForm {...props} act="chuyen">
      <Radios
        name="buoc"
        label={text.to}
        isInline
        errors={errors}
        value={typed['buoc'] ?? next[0]?.id}
        choices={next.map(({ id, name }) => ({ value: id, text: name[shell.lang] }))}
      />
      {next.length > 1 && (
        <TextInput
          name="lyDo-chuyen"
          label={text.reason}
          hint={text.backHint}
          errors={errors}
          value={typed['lyDo-chuyen']}
          isOptional
        />
      )}
      <Button>{text.handOverSend}</Button>
    </ActForm>
  )
}

function Extend(props: DeskPage) {
  const { shell, errors, typed } = props
  const text = words[shell.lang]
  return (
    <Details summary={text.extend} isOpen={isOpen(props, 'gia-han')}>
      <ActForm {...props} act="gia-han">
        <TextInput
          name="ngayMoi"
          label={text.newDay}
          hint={text.newDayHint}
          width={10}
          errors={errors}
          value={typed['ngayMoi']}
        />
        <Reason {...props} act="gia-han" />
        <Button kind="secondary">{text.extendSend}</Button>
      </ActForm>
    </Details>
  )
}

function Consult(props: DeskPage) {
  const { shell, work, errors, typed } = props
  const text = words[shell.lang]
  if (work?.consulted) {
    return (
      <Details summary={`${text.opinion}: ${work.consulted}`} isOpen={isOpen(props, 'y-kien')}>
        <ActForm {...props} act="y-kien">
          <Textarea
            name="yKien"
            label={text.opinionText}
            rows={3}
            errors={errors}
            value={typed['yKien']}
            maxLength={2000}
          />
          <Button kind="secondary">{text.opinion}</Button>
        </ActForm>
      </Details>
    )
  }
  return (
    <Details summary={text.consult} isOpen={isOpen(props, 'hoi-y-kien')}>
      <ActForm {...props} act="hoi-y-kien">
        <TextInput name="donVi" label={text.unit} errors={errors} value={typed['donVi']} maxLength={200} />
        <Textarea
          name="cauHoi"
          label={text.question}
          rows={3}
          errors={errors}
          value={typed['cauHoi']}
          maxLength={2000}
        />
        <Button kind="secondary">{text.consult}</Button>
      </ActForm>
    </Details>
  )
}

function Assign(props: DeskPage) {
  const { shell, colleagues, work, errors } = props
  const text = words[shell.lang]
  return (
    <Details summary={text.assign} isOpen={isOpen(props, 'phan-cong')}>
      <ActForm {...props} act="phan-cong">
        <Radios
          name="nguoi"
          label={text.assignTo}
          errors={errors}
          value={work?.assignee ?? undefined}
          choices={colleagues.map(({ accountId, name, title }) => ({
            value: accountId,
            text: name,
            hint: title,
          }))}
        />
        <Button kind="secondary">{text.assignSend}</Button>
      </ActForm>
    </Details>
  )
}

function Note(props: DeskPage) {
  const { shell, errors, typed } = props
  const text = words[shell.lang]
  return (
    <Details summary={text.note} isOpen={isOpen(props, 'ghi-chu')}>
      <ActForm {...props} act="ghi-chu">
        <Textarea
          name="ghiChu"
          label={text.noteText}
          rows={3}
          errors={errors}
          value={typed['ghiChu']}
          maxLength={2000}
        />
        <Button kind="secondary">{text.note}</Button>
      </ActForm>
    </Details>
  )
}
