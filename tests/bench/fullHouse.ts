import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalAudioTrack, Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node'
import { listenerGrant, personGrant } from '../../server/media/grants.ts'
import { startListening } from '../../server/media/listening.ts'
import { createSfu } from '../../server/media/sfu.ts'
import { findSfu, startSfu } from '../../server/start/sfu.mjs'
import { AS_IN_BROWSERS, BOT_RATE, createSpeaker } from '../support/bot.ts'
import { until } from '../support/media.ts'
import { OWN_VOICES } from './conditions.ts'
import { lengthOf, round } from './score.ts'
import { sequence, voicesIn } from './voices.ts'
import { atRate } from './wav.ts'

export interface FullHouseReport {
  people: number
  tables: number
  speaking: number
  listenerCores: number
  /** People of whom speech was found, and how much of what they said: proof that the listener did its work. */
  heard: number
  heardPercent: number
}

const TABLES = 8
const PEOPLE = 60
const SPEAKING = 10
const SETTLE_MS = 5_000
const MEASURE_MS = 30_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * What the listener costs with everybody there: every microphone open, ten people speak at once. Clients of one voice share a source
 * of sound, and who is silent sends what browsers send in silence, so that two cores can hold them all; only the listener is measured.
 */
export async function fullHouse(): Promise<FullHouseReport> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-sfu-'))
  const address = await startSfu({ binary: await findSfu(), dir })
  const sfu = createSfu(address)
  const tables = Array.from({ length: TABLES }, (_, i) => `house-${i}`)
  const spoken = new Map<string, [number, number][]>()
  const measured = new Set<string>()
  for (const table of tables) await sfu.createRoom(table)
  const listening = startListening(
    {
      pass: async (room) => ({
        url: address.url,
        token: await sfu.mint(`listener:${room}`, listenerGrant(room)),
      }),
      measuring: (room, on) => void (on && measured.add(room)),
      joined: () => undefined,
      track: () => undefined,
      speaking: () => undefined,
      spoke: (_room, person, from, to) =>
        void spoken.set(person, [...(spoken.get(person) ?? []), [from, to]]),
    },
    quiet,
  )
  const sounds = voicesIn(OWN_VOICES)
  const voice = sequence('everything', sounds, [300])
  const speakers = Array.from({ length: SPEAKING / 2 }, () => createSpeaker(300))
  const silent = createSpeaker(300)
  const clients: Room[] = []
  try {
    listening.attend(tables)
    await until('the listener is at every table', () => measured.size === TABLES, 40_000)
    for (let i = 0; i < PEOPLE; i++) {
      const table = tables[i % TABLES] ?? ''
      const speaker = i < SPEAKING ? speakers[i % speakers.length] : undefined
      const grant = personGrant(table, { microphone: true, camera: false })
      const token = await sfu.mint(`person-${i}`, grant)
      clients.push(await come(address.url, token, (speaker ?? silent).source))
    }
    for (const speaker of speakers) speaker.play(atRate(voice, BOT_RATE))
    await pause(SETTLE_MS)
    spoken.clear()
    const before = { cpu: listening.cpuMs(), at: Date.now() }
    await pause(MEASURE_MS)
    const cores = (listening.cpuMs() - before.cpu) / (Date.now() - before.at)
    const share = lengthOf(voice.speech) / ((voice.samples.length / voice.rate) * 1000)
    const found = lengthOf([...spoken.values()].flat())
    return {
      people: PEOPLE,
      tables: TABLES,
      speaking: SPEAKING,
      listenerCores: round(cores, 3),
      heard: spoken.size,
      heardPercent: round((found / (SPEAKING * MEASURE_MS * share)) * 100, 0),
    }
  } finally {
    for (const speaker of [...speakers, silent]) speaker.stop()
    await Promise.allSettled(clients.map((client) => client.disconnect()))
    await listening.close()
    await address.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function come(url: string, token: string, source: ReturnType<typeof createSpeaker>['source']) {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, ...AS_IN_BROWSERS })
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack('sound', source), options)
  return room
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
