import { useState } from 'react'
import type { PersonId } from '../../../../shared/dialogue/model.ts'
import { useFetched } from '../../../hooks/useFetched.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { Button, LinkButton } from '../../../parts/ui/Button.tsx'
import { Select } from '../../../parts/ui/Select.tsx'
import { TextField } from '../../../parts/ui/TextField.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { showToast } from '../../../parts/ui/Toast.tsx'
import { useApi } from '../api.ts'
import type { OrganiserView } from '../view.ts'
import { EditPerson } from './EditPerson.tsx'
import { found, listOf, SORTS, type Listed, type Sort } from './listView.ts'
import './people.css'

/** Everybody of the dialogue: who they are, how far they have come, and what may be changed of them. */
export function PeopleList({ view }: { view: OrganiserView }) {
  const t = useT()
  const { links, listUrl } = useApi()
  const presence = useSession((session) => session.presence)
  const { state } = view
  // who was added meanwhile is asked about too
  const fetched = useFetched(links, `${state.order.length} ${state.takenOut.length}`)
  const [wish, setWish] = useState<{ words: string; sort: Sort }>({ words: '', sort: 'list' })
  const list = listOf(state, presence, fetched.found ?? [])
  const saidOf = ({ person: { name, role, group }, mail, progress }: Listed) =>
    [
      name,
      group ? t(`group.${group}`) : '',
      t(`links.role.${role}`),
      mail ?? '',
      t(`list.progress.${progress}`),
    ].join(' ')
  const shown = found(list, wish, saidOf)
  return (
    <section className="dt-desk-card" aria-labelledby="list-title">
      <div className="dt-desk-head">
        <h2 id="list-title">{t('list.title')}</h2>
        <span className="dt-desk-gap" />
        <LinkButton icon="download" href={listUrl()} download>
          {t('list.save')}
        </LinkButton>
      </div>
      <div className="dt-organise-row">
        <TextField
          label={t('list.find')}
          value={wish.words}
          onChange={(words) => setWish({ ...wish, words })}
        />
        <Select
          label={t('list.sort')}
          value={wish.sort}
          options={SORTS.map((id) => ({ id, text: t(`list.sort.${id}`) }))}
          onChange={(sort) => setWish({ ...wish, sort })}
        />
      </div>
      <output>
        {shown.length < list.length && t('links.found', { found: shown.length, all: list.length })}{' '}
        {fetched.failed ? t('organise.wrong') : ''}
      </output>
      {shown.length === 0 ? <p>{t('list.nobody')}</p> : null}
      <ul className="dt-entries dt-people" aria-labelledby="list-title">
        {shown.map((one) => (
          <li key={one.person.id} className="dt-entry">
            <PersonWords listed={one} />
            <EditPerson view={view} listed={one} onMail={fetched.again} />
          </li>
        ))}
      </ul>
      <Gone view={view} />
    </section>
  )
}

function PersonWords({ listed: { person, mail, progress } }: { listed: Listed }) {
  const t = useT()
  const { name, role, group } = person
  return (
    <span className="dt-entry-who dt-people-words">
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span>
        {group ? `${t(`group.${group}`)}, ` : ''}
        {t(`links.role.${role}`)}
      </span>
      <span className="dt-desk-note">{t(`list.progress.${progress}`)}</span>
      <span className="dt-desk-note dt-people-mail">{mail}</span>
    </span>
  )
}

/** Who was taken out stays to be seen here, and may be taken back. */
function Gone({ view }: { view: OrganiserView }) {
  const t = useT()
  const { takenOut, people } = view.state
  if (takenOut.length === 0) return null
  const takeBack = async (person: PersonId, name: string) => {
    if (await view.run('takeBack', { person })) showToast(t('list.backDone', { name }))
  }
  return (
    <>
      <h3 id="gone-title">{t('list.goneTitle')}</h3>
      <ul className="dt-entries" aria-labelledby="gone-title">
        {takenOut.map((person) => {
          const name = people[person]?.name ?? ''
          return (
            <li key={person} className="dt-entry">
              <span className="dt-entry-who">
                <bdi>{name}</bdi>
              </span>
              <Button
                icon="undo"
                aria-label={t('list.backName', { name })}
                onPress={() => void takeBack(person, name)}
              >
                {t('list.back')}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
