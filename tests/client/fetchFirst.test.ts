import { afterEach, expect, test, vi } from 'vitest'
import { fetchFirst, Gone } from '../../client/core/fetchFirst.ts'

const FROM = 'http://localhost/assets/index.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.head.replaceChildren()
})

/** A server that lets a file come or not; tells what it was asked for. */
function server(comes: (address: string) => Response | null) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(new URL(address).pathname)
    const answer = comes(address)
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no line'))
  })
  return asked
}
const file = () => new Response('export {}')

test('nothing is imported before all it takes has come, and what has come is not asked for again', async () => {
  const asked = server(file)
  const imported = vi.fn(() => Promise.resolve('there'))
  expect(await fetchFirst(imported, ['./one.js', './both.js'], FROM)).toBe('there')
  await fetchFirst(imported, ['./two.js', './both.js'], FROM)
  expect(asked).toEqual(['/assets/one.js', '/assets/both.js', '/assets/two.js'])
})

test.each([
  ['the line is lost', () => null],
  ['the server has no such file', () => new Response('', { status: 404 })],
])('%s: nothing is imported, and the next to ask brings it in', async (why, missing) => {
  let away = true
  server(() => (away ? missing() : file()))
  const imported = vi.fn(() => Promise.resolve('there'))
  const files = [`./${encodeURIComponent(why)}.js`]
  await expect(fetchFirst(imported, files, FROM)).rejects.toThrow(/./)
  expect(imported).not.toHaveBeenCalled()

  away = false
  expect(await fetchFirst(imported, files, FROM)).toBe('there')
})

test('what the server has no more is told from what did not come, a sheet too', async () => {
  const ask = (name: string) => fetchFirst(() => Promise.resolve('there'), [name], FROM)
  vi.spyOn(document.head, 'append').mockImplementation((sheet) => {
    if (sheet instanceof HTMLLinkElement) queueMicrotask(() => sheet.dispatchEvent(new Event('error')))
  })
  server(() => new Response('', { status: 404 }))
  await expect(ask('./went.js')).rejects.toThrow(Gone)
  await expect(ask('./went.css')).rejects.toThrow(Gone)
  server(() => new Response('', { status: 503 }))
  await expect(ask('./went.js')).rejects.not.toThrow(Gone)
  server(() => null)
  await expect(ask('./went.css')).rejects.not.toThrow(Gone)
})

test('what the page itself asked for is not asked for twice', async () => {
  const asked = server(file)
  document.head.innerHTML = `<link rel="modulepreload" href="http://localhost/assets/early.js">`
  await fetchFirst(() => Promise.resolve(), ['./early.js'], FROM)
  expect(asked).toEqual([])
})

test('a sheet that did not come is put in anew', async () => {
  const ask = () => fetchFirst(() => Promise.resolve('there'), ['./room.css'], FROM)
  const append = vi.spyOn(document.head, 'append')
  const next = (event: 'load' | 'error') =>
    append.mockImplementationOnce((sheet) => {
      if (!(sheet instanceof HTMLLinkElement)) return
      queueMicrotask(() => sheet.dispatchEvent(new Event(event)))
    })
  server(file)
  next('error')
  await expect(ask()).rejects.toThrow('room.css')
  next('load')
  expect(await ask()).toBe('there')
  expect(append).toHaveBeenCalledTimes(2)
})
