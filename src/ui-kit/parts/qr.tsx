/** A QR code as one crisp path, drawn by us from the modules that the library works out; black on white in every theme, as scanners need it. */
import { create } from 'qrcode'

/** `text` is what it opens; `label` is read aloud. Level Q survives a quarter of it being scratched. Four modules of white stand around it. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'Q' }).modules
  const dark = Array.from(data).flatMap((on, at) => (on ? [`M${4 + at % size} ${4 + Math.floor(at / size)}h1v1h-1z`] : []))
  return <svg className={className} viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label} shapeRendering="crispEdges">
    <path d={`M0 0h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" /><path d={dark.join('')} fill="#000" />
  </svg>
}
