/**
 * All that runs on the public page: it reads the page aloud, with a voice of the device itself, so that no word leaves for
 * somebody else's computer. Where there is none the button stays hidden. One piece at a time, for browsers stop a long one.
 */
export const PUBLIC_SCRIPT = `
'use strict'
const button = document.querySelector('#voorlezen')
const aloud = window.speechSynthesis
const PIECES = 'h1, header p, h2, h3, h4, main p, main li:not(:has(p, h3, a))'

const ownVoice = () =>
  aloud
    .getVoices()
    .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(document.documentElement.lang))

let reading = false
const shown = () => {
  button.hidden = !ownVoice()
  button.textContent = reading ? button.dataset.stop : button.dataset.start
}
const stop = () => {
  reading = false
  aloud.cancel()
  shown()
}
const next = (pieces, voice) => {
  if (!reading) return
  const [piece, ...others] = pieces
  if (piece === undefined) return stop()
  const said = new SpeechSynthesisUtterance(piece)
  said.voice = voice
  said.lang = voice.lang
  said.addEventListener('end', () => next(others, voice))
  said.addEventListener('error', stop)
  aloud.speak(said)
}
const read = () => {
  const voice = ownVoice()
  if (reading || !voice) return stop()
  reading = true
  shown()
  const pieces = [...document.querySelectorAll(PIECES)].filter((one) => !one.checkVisibility || one.checkVisibility())
  next(pieces.map((one) => one.textContent.trim()).filter((text) => text !== ''), voice)
}
if (button && aloud) {
  button.addEventListener('click', read)
  aloud.addEventListener('voiceschanged', shown)
  addEventListener('pagehide', () => aloud.cancel())
  shown()
}
`
