/** What stands around every field page, with the styles of the pages of matters. */
import './field.css'

export { ReadError, SignedIn, type Worker } from '../../../trust/ui/parts/field-frame.tsx'
