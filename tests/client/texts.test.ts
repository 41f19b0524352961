// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MessageKey } from '../../client/parts/ui/catalogues.ts'
import { adoption } from '../../shared/messages/adoption.ts'
import { agreement } from '../../shared/messages/agreement.ts'
import { app } from '../../shared/messages/app.ts'
import { aside } from '../../shared/messages/aside.ts'
import { beside } from '../../shared/messages/beside.ts'
import { between } from '../../shared/messages/between.ts'
import { captions } from '../../shared/messages/captions.ts'
import { consent } from '../../shared/messages/consent.ts'
import { devices } from '../../shared/messages/devices.ts'
import { desk } from '../../shared/messages/desk.ts'
import { entering } from '../../shared/messages/entering.ts'
import { errors } from '../../shared/messages/errors.ts'
import { evaluation } from '../../shared/messages/evaluation.ts'
import { front } from '../../shared/messages/front.ts'
import { harvest } from '../../shared/messages/harvest.ts'
import { help } from '../../shared/messages/help.ts'
import { inviting } from '../../shared/messages/inviting.ts'
import { join as joinTexts } from '../../shared/messages/join.ts'
import { line } from '../../shared/messages/line.ts'
import { keeping } from '../../shared/messages/keeping.ts'
import { organise } from '../../shared/messages/organise.ts'
import { objections } from '../../shared/messages/objections.ts'
import { councilPackage } from '../../shared/messages/package.ts'
import { review } from '../../shared/messages/review.ts'
import { room } from '../../shared/messages/room.ts'
import { state } from '../../shared/messages/state.ts'
import { versions } from '../../shared/messages/versions.ts'
import { words } from '../../shared/messages/words.ts'
import { writing } from '../../shared/messages/writing.ts'

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('client', file), 'utf8') }))

const CATALOGUE = {
  ...errors,
  ...words,
  ...app,
  ...joinTexts,
  ...state,
  ...help,
  ...room,
  ...review,
  ...agreement,
  ...desk,
  ...organise,
  ...councilPackage,
  ...adoption,
  ...versions,
  ...between,
  ...objections,
  ...writing,
  ...evaluation,
  ...front,
  ...consent,
  ...harvest,
  ...keeping,
  ...entering,
  ...inviting,
  ...devices,
  ...line,
  ...aside,
  ...captions,
  ...beside,
}

test('a message that is in no catalogue does not compile', () => {
  // @ts-expect-error -- no such message
  const nowhere: MessageKey = 'agreement.nowhere'
  expect(nowhere in CATALOGUE).toBe(false)
})

test('no two catalogues name a message alike', () => {
  const keys = [
    words,
    app,
    state,
    joinTexts,
    help,
    room,
    review,
    desk,
    organise,
    agreement,
    errors,
    councilPackage,
    adoption,
    versions,
    between,
    objections,
    consent,
    writing,
    evaluation,
    front,
    harvest,
    keeping,
    entering,
    inviting,
    devices,
    line,
    aside,
    captions,
    beside,
  ].flatMap((each) => Object.keys(each))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('only the screens of whoever leads name what comes with them', () => {
  const theirs = /^(app\/desk|app\/organise|parts\/facilitate)\//
  const others = sources.filter(({ file, text }) => !theirs.test(file) && /['`]desk\.\w/.test(text))
  expect(others.map(({ file }) => file)).toEqual([])
})

test('every message that a screen names is in a catalogue', () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*'([^']+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !(key in CATALOGUE))
      .map((key) => `${file}: ${key}`),
  )
  expect(missing).toEqual([])
})
