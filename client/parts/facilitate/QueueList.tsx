import { heldAt } from '../../../shared/dialogue/floor/roomFloor.ts'
import type { Floor, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { clockWords, floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useT, type T } from '../ui/text.tsx'
import { queueRows, type DeskRoom, type QueueRow } from './queueRows.ts'
import type { Run } from './run.ts'
import { useDesk } from './useDesk.ts'

/** The list of speakers of one room, with one thing to do about every line. */
export function QueueList({ run }: { run: Run }) {
  const t = useT()
  const room = useRoom((view) => view.room)
  const floor = useRoom(floorOf)
  const rows = useDesk((desk) => rowsInWords(desk, t))
  if (rows.length === 0) return <p className="dt-desk-empty">{t('desk.queueEmpty')}</p>
  return (
    <ul className="dt-queue" aria-label={t('desk.queue')}>
      {rows.map(({ row, notes }) => (
        <li
          key={`${row.person} ${row.note}`}
          className="dt-queue-row"
          data-note={row.note}
          data-away={row.away}
        >
          <span className="dt-queue-place" aria-hidden={row.place === null}>
            {row.place ?? <Icon name={markOf(row)} />}
          </span>
          <span className="dt-queue-who">
            <bdi className="dt-queue-name">{row.name}</bdi>
            <span className="dt-queue-note">{notes}</span>
          </span>
          <RowAction row={row} room={room} floor={floor} run={run} />
        </li>
      ))}
    </ul>
  )
}

const rowsInWords = (desk: DeskRoom, t: T): { row: QueueRow; notes: string }[] =>
  queueRows(desk).map((row) => ({ row, notes: notesOf(row, desk.state, desk.floor, desk.now, t) }))

/** A shape for the lines that have no number. */
const MARKS: Partial<Record<QueueRow['note'], IconName>> = {
  holder: 'speak',
  offered: 'hand',
  dropped: 'offline',
  process: 'help',
  been: 'check',
  skipped: 'next',
  replying: 'reply',
  lowered: 'handDown',
}

const markOf = ({ note, typed }: QueueRow): IconName =>
  note === 'holder' && typed ? 'keyboard' : (MARKS[note] ?? 'clock')

/** What stands under a name, all of it in words. */
export function notesOf(row: QueueRow, state: SessionState, floor: Floor, now: number, t: T): string {
  const holds = row.note === 'holder' || row.note === 'offered' || row.note === 'dropped'
  const notes = [
    noteOf(row, state, floor, now, t),
    row.phone ? t('phone.is') : '',
    row.typed ? t('desk.typed') : '',
    row.why ? t(`desk.why.${row.why}`) : '',
    holds && floor.turn?.override ? t('desk.override') : '',
  ]
  return notes.filter((note) => note !== '').join(' · ')
}

function noteOf(row: QueueRow, state: SessionState, floor: Floor, now: number, t: T): string {
  // nobody is timed while they answer
  if (row.note === 'holder' && floor.turn && floor.consent?.step !== 'ask') {
    const spent = clockWords(heldAt(floor.turn, now))
    if (floor.turn.runningSince === null) return t('desk.clockStill', { spent })
    return t('desk.clock', { spent, target: clockWords(floor.turn.targetMs) })
  }
  if (row.note === 'holder') return ''
  if (row.away && row.note !== 'dropped') return t('desk.away', { standing: t('standing.away') })
  if (row.note !== 'group') return t(`desk.note.${row.note}`)
  const group = state.people[row.person]?.group
  return t(group ? `group.${group}` : 'desk.group.none')
}

interface RowActionProps {
  row: QueueRow
  room: RoomId
  floor: Floor
  run: Run
}

function RowAction({ row, room, floor, run }: RowActionProps) {
  const t = useT()
  const { person, name } = row
  switch (row.action) {
    case 'end':
      return (
        <Button
          aria-label={t('desk.endName', { name })}
          onPress={() => floor.turn && void run('endTurn', { room, turn: floor.turn.id })}
        >
          {t('desk.end')}
        </Button>
      )
    case 'endReply':
      return (
        <Button aria-label={t('desk.endReplyName', { name })} onPress={() => void run('endReply', { room })}>
          {t('desk.endReply')}
        </Button>
      )
    case 'invite':
      return (
        <Button
          aria-label={t('desk.inviteName', { name })}
          onPress={() => void run('inviteReply', { room, person })}
        >
          {t('desk.invite')}
        </Button>
      )
    case 'answer':
    case 'grant': {
      const answer = row.action === 'answer'
      return (
        <Button
          aria-label={t(answer ? 'desk.answerTo' : 'desk.grantTo', { name })}
          onPress={() => void run('grantFloor', { room, person })}
        >
          {t(answer ? 'desk.answer' : 'desk.grant')}
        </Button>
      )
    }
    case null:
      return null
  }
}
