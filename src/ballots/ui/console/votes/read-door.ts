/** Which door a photo shows: by the code of the poster on it, where the browser can read codes; else the next door without a photo. */

export type Door = { readonly place: string; readonly name: string; readonly postedOn: string | null; readonly photo: string | null; readonly codes: readonly string[] }

type Found = { readonly rawValue: string }
type Detector = { readonly detect: (image: ImageBitmap) => Promise<readonly Found[]> }
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector

/** The browser's own reader of codes; phones have one, many desks have none. */
const reader = (): DetectorMaker | undefined => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector // not in the types of the DOM yet

export const readsCodes = (): boolean => reader() !== undefined

/** The door code in what a poster's picture says, as 'https://…/d/7KQ3M2XZ'; null where it is none of ours. */
export function codeIn(said: string): string | null {
  const [, code] = /\/d\/([0-9A-HJKMNP-TV-Z]{8})(?:[/?#]|$)/i.exec(said) ?? []
  return code?.toUpperCase() ?? null
}

/** The door whose poster is on a photo; null where no code is read or it is of another place. */
export async function doorOf(file: Blob, doors: readonly Door[]): Promise<string | null> {
  const Maker = reader()
  if (!Maker) return null
  try {
    const image = await createImageBitmap(file)
    const found = await new Maker({ formats: ['qr_code'] }).detect(image)
    image.close()
    const codes = found.flatMap(({ rawValue }) => codeIn(rawValue) ?? [])
    return doors.find((door) => door.codes.some((code) => codes.includes(code)))?.place ?? null
  } catch {
    return null // a photo that cannot be opened here is put in order like one without a code
  }
}

/** The next door in order that has no photo and is not taken by another one of this go; null when every door has one. */
export const nextFree = (doors: readonly Door[], taken: readonly string[]): string | null =>
  doors.find(({ place, postedOn, photo }) => (postedOn === null || photo === null) && !taken.includes(place))?.place ?? null
