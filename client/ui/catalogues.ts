import { agreement } from '../../shared/messages/agreement.ts'
import { app } from '../../shared/messages/app.ts'
import { desk } from '../../shared/messages/desk.ts'
import { errors } from '../../shared/messages/errors.ts'
import { help } from '../../shared/messages/help.ts'
import { join } from '../../shared/messages/join.ts'
import { organise } from '../../shared/messages/organise.ts'
import { room } from '../../shared/messages/room.ts'
import { words } from '../../shared/messages/words.ts'
import state from '../../shared/messages/state.json'

const { about: _about, ...sentences } = state

/** All messages of all screens; each feature has a catalogue of its own, and no two may name a message alike. */
export const CATALOGUE = {
  ...sentences,
  ...words,
  ...app,
  ...join,
  ...help,
  ...room,
  ...desk,
  ...organise,
  ...agreement,
  ...errors,
}

export type MessageKey = keyof typeof CATALOGUE
