import { useState } from 'react'
import { mailAddress } from '../../../shared/dialogue/people/mail.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'

interface OwnAddressProps {
  me: string
  mail: string
  onSaved: () => void
}

/** Where answers to the mails go, and the organiser's own link when it is lost. */
export function OwnAddress({ me, mail, onSaved }: OwnAddressProps) {
  const t = useT()
  const api = useApi()
  const [typed, setTyped] = useState(mail)
  const [told, setTold] = useState<'saved' | 'noAddress' | 'wrong' | null>(null)
  const save = async () => {
    if (typed.trim() !== '' && mailAddress(typed) === null) return setTold('noAddress')
    try {
      if ((await api.setMail(me, typed.trim())) !== null) return setTold('noAddress')
      setTold('saved')
      onSaved()
    } catch {
      setTold('wrong')
    }
  }
  return (
    <form
      className="dt-organise-row dt-own-address"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t('invite.own')}
        hint={t('invite.ownHint')}
        error={told === 'noAddress' ? t('invite.noAddress') : undefined}
        value={typed}
        onChange={(next) => {
          setTyped(next)
          setTold(null)
        }}
        // our own sentence says what is wrong with it
        validationBehavior="aria"
        inputMode="email"
        autoComplete="email"
      />
      <Button type="submit">{t('invite.save')}</Button>
      <output>
        {told === 'saved' && t('invite.saved')}
        {told === 'wrong' && t('organise.wrong')}
      </output>
    </form>
  )
}
