import { packageJson } from './json.ts'
import { markdown } from './markdown.ts'
import { odt } from './odt.ts'
import { councilPackage } from './package.ts'
import type { PackageInput } from './packageInput.ts'
import { pdfInThread } from './pdfInThread.ts'

interface Form {
  type: string
  write(input: PackageInput): string | Uint8Array | Promise<Uint8Array>
}

/** The council's package in every form there is, by the end of the file's name. */
export const PACKAGE_FORMS: Readonly<Record<string, Form>> = {
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    write: (input) => odt(councilPackage(input)),
  },
  pdf: { type: 'application/pdf', write: (input) => pdfInThread(councilPackage(input)) },
  md: { type: 'text/markdown', write: (input) => markdown(councilPackage(input)) },
  json: { type: 'application/json', write: packageJson },
}
