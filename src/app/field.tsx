/** What captains and grid workers carry. One line per page. */
import { NotFound } from '../ui-kit/parts/not-found.tsx'
import { mount } from '../ui-kit/mount.tsx'
import { Pages, type Page } from '../ui-kit/pages.tsx'
import { FieldShell } from '../ui-kit/shells/field-shell.tsx'

const pages: readonly Page[] = [
]

mount(<Pages base="/field" pages={pages} otherwise={<FieldShell><NotFound home="/field" /></FieldShell>} />)
