// Writes openapi.json from the schemas that the server runs on: `npm run openapi`, after changing a route or a schema.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openapiText } from '../src/app/serve/openapi-text.ts'

await writeFile(path.join(import.meta.dirname, '../openapi.json'), await openapiText())
