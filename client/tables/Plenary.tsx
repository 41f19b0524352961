import { useState } from 'react'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { peopleIn } from '../../shared/dialogue/places.ts'
import { QueueLine } from '../floor/QueueLine.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import type { RoomView } from '../floor/view.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { Tile } from './Tile.tsx'
import { atLectern, ONE_PAGE, PAGE, pagesOf, shownIn, type TileView } from './tiles.ts'
import { useTiles } from './useTiles.ts'

/** The plenary: the lectern is big because it is a place; the people are equal. */
export function Plenary({ view }: { view: RoomView }) {
  const tile = useTiles(view)
  const { state } = view
  const people = shownIn(state, peopleIn(state, 'plenary'), 'plenary')
  const interpreters = people.filter((person) => state.people[person]?.role === 'interpreter')
  const seated = people.filter((person) => !interpreters.includes(person))
  return (
    <>
      <div className="hall">
        <Lectern view={view} tile={tile} />
        <Beside view={view} people={interpreters} tile={tile} />
        <Seats people={seated} tile={tile} />
      </div>
      <TypedTurns view={view} />
      <QueueLine view={view} />
    </>
  )
}

function Lectern({ view, tile }: { view: RoomView; tile: (person: PersonId) => TileView }) {
  const t = useT()
  const [before, setBefore] = useState<PersonId | null>(null)
  const person = atLectern(view, before)
  if (person !== before) setBefore(person)
  return (
    <section className="lectern" aria-label={t('lectern.name')}>
      <h2 className="hall-label wide-only">{t('lectern.name')}</h2>
      {person === null ? (
        <p className="lectern-empty">{t('lectern.empty')}</p>
      ) : (
        <ul className="tiles is-one">
          <Tile tile={tile(person)} />
        </ul>
      )}
    </section>
  )
}

/** Interpreters have a place of their own that never moves; beside them the promise of the council, when there is one. */
function Beside(props: { view: RoomView; people: PersonId[]; tile: (person: PersonId) => TileView }) {
  const t = useT()
  const { promise } = props.view.state.dialogue
  if (props.people.length === 0 && promise === null) return null
  return (
    <div className={props.people.length === 0 ? 'beside wide-only' : 'beside'}>
      {props.people.length > 0 ? (
        <>
          <h2 className="hall-label">{t('lectern.interpreter')}</h2>
          <ul className="tiles is-one">
            {props.people.map((person) => (
              <Tile key={person} tile={props.tile(person)} />
            ))}
          </ul>
        </>
      ) : null}
      {promise === null ? null : (
        <div className="promise wide-only">
          <h2>{t('room.promise')}</h2>
          <p>{promise}</p>
        </div>
      )}
    </div>
  )
}

function Seats({ people, tile }: { people: PersonId[]; tile: (person: PersonId) => TileView }) {
  const t = useT()
  const [wanted, setPage] = useState(0)
  const [all, setAll] = useState(false)
  const pages = pagesOf(people, people.length > ONE_PAGE ? PAGE : ONE_PAGE)
  const page = Math.min(wanted, pages.length - 1)
  return (
    <section className={all ? 'seats shows-all' : 'seats'} aria-label={t('tiles.plenary')}>
      <div className="seats-head">
        <h2 className="hall-label">{t('tiles.plenary')}</h2>
        {pages.length > 1 ? <Pages page={page} pages={pages.length} onPage={setPage} /> : null}
      </div>
      <ol className="tiles is-small" aria-label={t('tiles.plenary')} start={page * PAGE + 1}>
        {(pages[page] ?? []).map((person) => (
          <Tile key={person} tile={tile(person)} />
        ))}
      </ol>
      {people.length > 3 ? (
        <div className="seats-all">
          <Button icon="people" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? t('tiles.fewer') : t('tiles.all', { count: people.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const t = useT()
  return (
    <div className="pages">
      <Button variant="subtle" icon="previous" isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        {t('tiles.previous')}
      </Button>
      <span role="status">{t('tiles.page', { page: page + 1, pages })}</span>
      <Button
        variant="subtle"
        icon="next"
        iconEnd
        isDisabled={page === pages - 1}
        onPress={() => onPage(page + 1)}
      >
        {t('tiles.next')}
      </Button>
    </div>
  )
}
