import { useState, type CSSProperties } from 'react'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { Captions } from '../captions/Captions.tsx'
import { RoundLine } from '../floor/RoundLine.tsx'
import { TypedTurns } from '../floor/TypedTurns.tsx'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { columnsInHall } from './columns.ts'
import { Interpreters, seatedIn } from './Interpreters.tsx'
import { Tile } from './Tile.tsx'
import { atLectern, PAGE, pagesOf } from './tiles.ts'
import './plenary.css'

/** The plenary: the lectern is big because it is a place; the people are equal. */
export function Plenary() {
  const seated = useRoom(seatedIn)
  return (
    <>
      <Captions />
      <div className="dt-hall">
        <Lectern />
        <Interpreters />
        <Seats people={seated} />
      </div>
      <TypedTurns />
      <RoundLine />
    </>
  )
}

function Lectern() {
  const t = useT()
  const [before, setBefore] = useState<PersonId | null>(null)
  const person = useRoom((view) => atLectern(view, before))
  if (person !== before) setBefore(person)
  return (
    <section className="dt-lectern" aria-label={t('lectern.name')}>
      {person === null ? (
        <p className="dt-lectern-empty">{t('lectern.empty')}</p>
      ) : (
        <ul className="dt-tiles is-one">
          <Tile person={person} />
        </ul>
      )}
    </section>
  )
}

function Seats({ people }: { people: PersonId[] }) {
  const t = useT()
  const [wanted, setPage] = useState(0)
  const [all, setAll] = useState(false)
  const pages = pagesOf(people, PAGE)
  const page = Math.min(wanted, pages.length - 1)
  return (
    <section className={all ? 'dt-seats shows-all' : 'dt-seats'} aria-label={t('tiles.plenary')}>
      <div className="dt-seats-head">
        <h2 className="dt-seats-label">{t('tiles.plenary')}</h2>
        {pages.length > 1 ? <Pages page={page} pages={pages.length} onPage={setPage} /> : null}
      </div>
      <ol
        className={pages.length > 1 ? 'dt-tiles is-small is-page' : 'dt-tiles is-small'}
        aria-label={t('tiles.plenary')}
        start={page * PAGE + 1}
        style={{ '--dt-columns': columnsInHall(people.length) } as CSSProperties}
      >
        {(pages[page] ?? []).map((person) => (
          <Tile key={person} person={person} />
        ))}
      </ol>
      {people.length > 3 ? (
        <div className="dt-seats-all">
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
    <div className="dt-pages">
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
