import { Details, Layout, LinkButton, Notice } from '#design'
import type { Refusal } from '#kernel/refusal'
import type { Shell } from '#platform/http'
import { withBack } from '../../back-path.ts'
import { refusals } from '../../refusals.ts'
import { words } from './text.ts'

type Props = { readonly shell: Shell; readonly back: string }

const OFFICIALS_SIGN_IN = '/dang-nhap/can-bo'

/** One button: there is one way in for citizens and organizations, and one link for officials. */
export function SignInPage({ shell, back, isReady }: Props & { isReady: boolean }) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {back.startsWith('/tiep-tuc/') && (
        <Notice kind="info" title={text.keptTitle}>
          <p>{text.kept}</p>
        </Notice>
      )}
      {isReady ? (
        <p>
          <LinkButton href={withBack('/dang-nhap/vneid', back)}>{text.button}</LinkButton>
        </p>
      ) : (
        <Notice kind="warning" title={text.unset} />
      )}
      <p>{text.what}</p>
      <Details summary={text.none}>
        <p>{text.noneHow}</p>
        <p class="quiet">{text.noneLaw}</p>
      </Details>
      <p>
        <a href={OFFICIALS_SIGN_IN}>{text.officials}</a>
      </p>
    </Layout>
  )
}

/** For whoever opens the sign-in page although they are signed in. */
export function AlreadyPage({ shell, back }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.already} crumbs={[{ text: text.already }]}>
      <h1>{text.already}</h1>
      <p class="lead">{text.alreadyAs(shell.signedInAs ?? '')}</p>
      <p>
        <LinkButton href={back === '/' ? '/tai-khoan' : back}>
          {back === '/' ? text.toAccount : text.goOn}
        </LinkButton>
      </p>
      <p>
        <a href="/dang-xuat">{text.other}</a>
      </p>
    </Layout>
  )
}

/** Why VNeID is asked once more, before it is. */
export function StepUpPage({ shell, back }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.stepTitle} crumbs={[{ text: text.stepTitle }]}>
      <h1>{text.stepTitle}</h1>
      <p class="lead">{text.stepLead}</p>
      {back.startsWith('/tiep-tuc/') && <Notice kind="info" title={text.keptTitle} />}
      <p>{text.stepWhat}</p>
      <p>
        <LinkButton href={withBack('/dang-nhap/vneid?muc=2', back)}>{text.stepButton}</LinkButton>
      </p>
      <p class="quiet">{text.stepNone}</p>
    </Layout>
  )
}

type FailedProps = Props & { readonly refusal: Refusal; readonly reference: string }

/** What went wrong with a sign-in, and how to begin again. */
export function SignInFailedPage({ shell, back, refusal, reference }: FailedProps) {
  const text = words[shell.lang]
  const isCancelled = refusal.code === 'identity.sign_in_cancelled'
  const title = isCancelled ? text.cancelledTitle : text.failedTitle
  return (
    <Layout shell={shell} title={title} hasErrors={!isCancelled} crumbs={[{ text: title }]}>
      <h1>{title}</h1>
      <p class="lead">{refusals[refusal.code]?.[shell.lang]}</p>
      <p>{text.nothingOpened}</p>
      <p>
        <LinkButton href={withBack('/dang-nhap', back)}>{text.again}</LinkButton>
      </p>
      {!isCancelled && (
        <p class="quiet">
          {text.reference} {reference}
        </p>
      )}
    </Layout>
  )
}

/** VNeID is down or slow: said at once, with all that works without it. */
export function VneidAwayPage({ shell, back, refusal }: Omit<FailedProps, 'reference'>) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.awayTitle} hasErrors crumbs={[{ text: text.awayTitle }]}>
      <h1>{text.awayTitle}</h1>
      <p class="lead">{refusals[refusal.code]?.[shell.lang]}</p>
      <p>
        <LinkButton href={withBack('/dang-nhap', back)}>{text.again}</LinkButton>
      </p>
      <h2>{text.awayStill}</h2>
      <ul>
        {text.awayItems.map(({ text: item, href }) => (
          <li key={href}>
            <a href={href}>{item}</a>
          </li>
        ))}
      </ul>
      <p>{text.awaySession}</p>
      <p>{text.awayDeadline}</p>
    </Layout>
  )
}
