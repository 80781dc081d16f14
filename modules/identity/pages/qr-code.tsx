import { qrPicture } from '../officials/totp.ts'

/** In CSS pixels: fits the smallest phone, and a square of it is still four of them. */
const SIDE = 248

/** Dark on light whatever the colours of the page: a camera has to read it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, side } = qrPicture(text)
  return (
    <svg
      role="img"
      aria-label={label}
      width={SIDE}
      height={SIDE}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
