/** A small picture of a photo as a data address, for the draft: the photo itself is with the server already. Empty when it can't be drawn. */
export async function thumbOf(file: Blob): Promise<string> {
  try {
    const picture = await createImageBitmap(file)
    const scale = 160 / Math.max(picture.width, picture.height, 160)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return canvas.toDataURL('image/jpeg', 0.7)
  } catch { return '' }
}
