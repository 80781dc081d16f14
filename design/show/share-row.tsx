import { useText } from '../language.tsx'

/** In và chia sẻ. Without script a letter can be written; script adds copying, the phone's own sharing, and printing. */
export function ShareRow({ title, url }: { title: string; url: string }) {
  const { share } = useText()
  const letter = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`
  return (
    <ul
      class="share"
      aria-label={share.title}
      data-module="share"
      data-title={title}
      data-url={url}
      data-print={share.print}
      data-copy={share.copy}
      data-copied={share.copied}
      data-send={share.send}
    >
      <li>
        <a class="share-item share-item--mail" href={letter}>
          {share.mail}
        </a>
      </li>
    </ul>
  )
}
