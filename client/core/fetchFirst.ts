/** The server has other files by now: after an update only a page that is loaded anew finds them. */
export class Gone extends Error {
  override name = 'Gone'
}

/** What is on its way or has come in, by its address. */
const found = new Map<string, Promise<void>>()

/**
 * Stands around every `import()` of a built page. A browser that once failed to import a file takes it for missing as long as the page is
 * there (HTML's module map), so nothing is imported before all it takes has come in: the import itself then finds it in the cache.
 */
export async function fetchFirst<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
  from = document.baseURI,
): Promise<Module> {
  await Promise.all(files.map((file) => comeIn(new URL(file, from).href)))
  return load()
}

function comeIn(address: string): Promise<void> {
  const known = found.get(address) ?? (isHere(address) ? Promise.resolve() : bring(address))
  found.set(address, known)
  return known
}

/** The page itself asked for it. */
const isHere = (address: string): boolean =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="stylesheet"]')].some(
    ({ href }) => href === address,
  ) || [...document.scripts].some(({ src }) => src === address)

async function bring(address: string): Promise<void> {
  try {
    await (address.endsWith('.css') ? addSheet(address) : fetchWhole(address))
  } catch (error) {
    found.delete(address)
    throw error
  }
}

async function fetchWhole(address: string): Promise<void> {
  const answer = await fetch(address)
  if (answer.status === 404) throw new Gone(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  await answer.arrayBuffer()
}

/** One that did not come must not stay in the page: it would be taken for one that did. Why it did not only a fetch tells. */
async function addSheet(address: string): Promise<void> {
  const came = await linked(address)
  if (came) return
  await fetchWhole(address)
  throw new Error(`${address} did not come`)
}

function linked(address: string): Promise<boolean> {
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = address
  return new Promise((resolve) => {
    sheet.addEventListener('load', () => resolve(true))
    sheet.addEventListener('error', () => {
      sheet.remove()
      resolve(false)
    })
    document.head.append(sheet)
  })
}
