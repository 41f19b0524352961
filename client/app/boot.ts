import type { Boot } from '../../shared/protocol.ts'

/** What the server wrote into the page. Without it (the bare files) there is nothing to show but how one comes in. */
export function readBoot(page: Document = document): Boot {
  const text = page.querySelector('#dt-boot')?.textContent
  return text ? (JSON.parse(text) as Boot) : { base: '', page: 'front', locale: 'nl' }
}
