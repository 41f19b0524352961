import { useState } from 'react'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { Select } from '../ui/Select.tsx'
import { useT } from '../ui/text.tsx'
import { PhoneButton } from './PhoneButton.tsx'
import { phonesOf } from './phones.ts'

interface PhoneChoiceProps {
  state: SessionState
  me: PersonId
  className?: string
}

/** F3: "belt in" for somebody who never pressed "hulp": on the telephone one cannot. Nothing for whoever may not say it of anybody. */
export function PhoneChoice({ state, me, className = 'stack' }: PhoneChoiceProps) {
  const t = useT()
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const people = phonesOf(state, me)
  if (people.length === 0) return null
  const now = people.filter(({ phone }) => phone).map(({ name }) => name)
  return (
    <section className={className} aria-labelledby="phones">
      <h2 id="phones">{t('phone.who')}</h2>
      <p>{t('phone.whoNote')}</p>
      <Select
        label={t('phone.choose')}
        placeholder={t('phone.chooseOne')}
        value={chosen}
        options={people.map(({ id, name }) => ({ id, text: name }))}
        onChange={setChosen}
      />
      {chosen !== null && (
        <div className="dt-row">
          <PhoneButton person={chosen} />
        </div>
      )}
      <p role="status">{now.length === 0 ? t('phone.nobody') : t('phone.now', { names: now.join(', ') })}</p>
    </section>
  )
}
