import { row, type Row } from './pairs.ts'

export interface Asked {
  /** How many people, where that is asked. */
  people?: number[] | undefined
}

/** What the product is measured by, each in a minute or two. Loaded when it is asked for. */
export const SUITE: Record<string, (asked: Asked) => Promise<Row[]>> = {
  limits: async () => (await import('./limits.ts')).limits(),
  replay: async () => (await import('./replay.ts')).replay(),
  documents: async () => (await import('./documents.ts')).documents(),
  control: async ({ people = [60] }) => (await import('./control.ts')).control(people),
  nodes: async ({ people = [60] }) => (await import('./nodes.ts')).nodes(people),
  scale: async () => (await import('./scale.ts')).scale(),
  tables: async () => (await import('./tables.ts')).tables(),
  client: async () => (await import('./client.ts')).client(),
  join: async () => (await import('./join.ts')).join(),
  split: async ({ people = [8] }) => (await import('./split.ts')).split(people),
  floor: async () => floorRows(),
  start: async () => startRows(),
  bytes: async () => bytesRows(),
  'speaking-time': async () => speakingRows(),
}

const TURNS = 12

async function floorRows(): Promise<Row[]> {
  const { grantsInBrowsers } = await import('./floorBrowsers.ts')
  const { percentile } = await import('./score.ts')
  const took = await grantsInBrowsers(TURNS)
  return [
    row({ figure: 'beginning of a turn to heard', unit: 'ms', ours: took }),
    row({
      figure: 'beginning of a turn to heard, p95',
      unit: 'ms',
      ours: [percentile(took, 0.95)],
      target: '<= 150',
      meets: ({ ours }) => ours <= 150,
    }),
  ]
}

async function startRows(): Promise<Row[]> {
  const { start } = await import('./start.ts')
  const { endedDialogues, turns } = await start()
  return [
    row({
      figure: `opening the house with ${endedDialogues} ended dialogues`,
      unit: 'ms',
      ours: turns.ended,
      peer: 'ours with none',
      theirs: turns.none,
      target: '<= 1.2 of it',
      meets: ({ ratio }) => ratio <= 1.2,
    }),
  ]
}

async function bytesRows(): Promise<Row[]> {
  const { bytes } = await import('./bytes.ts')
  const { bounds, fetched } = await bytes()
  return (['link', 'plenary'] as const).map((page) =>
    row({
      figure: `JavaScript fetched for the ${page}`,
      unit: 'kB packed',
      ours: [fetched[page]],
      target: `<= ${bounds[page]}`,
      meets: ({ ours }) => ours <= bounds[page],
    }),
  )
}

/** One condition; `npm run bench -- speaking-time` plays them all. */
const CONDITION = 'two-at-once'

async function speakingRows(): Promise<Row[]> {
  const { speakingTime } = await import('./speakingTime.ts')
  const { conditions } = await speakingTime({ only: CONDITION })
  return [
    row({
      figure: `error of speaking time, ${CONDITION}`,
      unit: '%',
      ours: conditions.map(({ countedErrorPercent }) => countedErrorPercent),
      peer: "LiveKit's active speakers",
      theirs: conditions.map(({ livekitErrorPercent }) => livekitErrorPercent),
      target: '<= 0.2 of it',
      meets: ({ ratio }) => ratio <= 0.2,
    }),
  ]
}
