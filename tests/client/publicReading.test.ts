import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { publicPage } from '../../server/exports/publicPage.ts'
import { PUBLIC_SCRIPT } from '../../server/exports/publicScript.ts'
import { PUBLIC_INPUT } from '../support/publicPage.ts'

/** The public page with its script, on a device with these voices. */
interface Said extends EventTarget {
  text: string
  voice: { name: string } | null
}
let said: Said[] = []
let heard: EventTarget & { cancel: () => void }

function reads(...voices: { name: string; lang: string; localService: boolean }[]): HTMLButtonElement {
  document.documentElement.lang = 'nl'
  document.body.innerHTML = publicPage(PUBLIC_INPUT).replace(/^.*<body>|<.body>.*$/gs, '')
  said = []
  heard = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one: Said) => said.push(one),
    cancel: vi.fn(),
  })
  vi.stubGlobal('speechSynthesis', heard)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class extends EventTarget {
      voice = null
      text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    },
  )
  new Function(PUBLIC_SCRIPT)()
  return document.querySelector<HTMLButtonElement>('#voorlezen')!
}

beforeEach(() => void (document.body.innerHTML = ''))
afterEach(() => vi.unstubAllGlobals())

const OWN = { name: 'Eigen', lang: 'nl-NL', localService: true }
const CLOUD = { name: 'Elders', lang: 'nl-NL', localService: false }
const OTHER = { name: 'English', lang: 'en-GB', localService: true }

test('it is read aloud piece by piece, with a voice of the device itself', () => {
  const button = reads(CLOUD, OTHER, OWN)
  expect([button.hidden, button.textContent]).toEqual([false, 'Lees voor'])
  button.click()
  expect(button.textContent).toBe('Stop met voorlezen')
  for (let index = 0; index < 400 && button.textContent !== 'Lees voor'; index++)
    said.at(-1)?.dispatchEvent(new Event('end'))
  expect(new Set(said.map(({ voice }) => voice?.name))).toEqual(new Set(['Eigen']))
  const all = said.map(({ text }) => text)
  expect(all[0]).toBe('Afspraken <over> & meer')
  expect(all).toContain('Wij nemen ze over.')
  // once each, and not what is only pressed
  expect(all.filter((text) => text === 'Wij nemen ze over.')).toHaveLength(1)
  expect(all.join(' ')).not.toMatch(/Lees voor|Groter lezen/)
})

test('a second press stops it', () => {
  const button = reads(OWN)
  button.click()
  button.click()
  expect(heard.cancel).toHaveBeenCalled()
  said.at(-1)?.dispatchEvent(new Event('end'))
  expect([said.length, button.textContent]).toEqual([1, 'Lees voor'])
})

test.each([[[]], [[CLOUD]], [[OTHER]]])(
  'with no voice of its own for this language the button is not there: %j',
  (voices) => {
    expect(reads(...voices).hidden).toBe(true)
    // a voice may come later
    const button = reads(...voices, OWN)
    heard.dispatchEvent(new Event('voiceschanged'))
    expect(button.hidden).toBe(false)
  },
)
