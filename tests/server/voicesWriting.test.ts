import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newParagraph } from '../../server/voices/writing.ts'
import { readAgreement } from '../../shared/agreement/document.ts'
import { plain } from '../../shared/agreement/richText.ts'

test('simulated people write from the first line on, and each next one under it', () => {
  const doc = new Y.Doc()
  const texts = ['Laat na een jaar zien wat er is gebeurd.', 'Vraag het ook aan jongeren.']
  for (const text of texts) newParagraph(doc, 'agr_1').insert(0, text)
  expect(plain(readAgreement(doc, 'agr_1').text)).toBe(texts.join('\n\n'))
})
