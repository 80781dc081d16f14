import { useText } from '../language.tsx'

/** Quay lại: to the page before in a journey of questions. The address is known to the server, not to the browser's history. */
export function BackLink({ href, text }: { href: string; text?: string }) {
  const words = useText()
  return (
    <p class="back">
      <a href={href}>{text ?? words.back}</a>
    </p>
  )
}
