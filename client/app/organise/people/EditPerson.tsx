import { useState } from 'react'
import { GROUPS, ROLES, type Group, type Role } from '../../../../shared/dialogue/model.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { CheckLine } from '../../../parts/ui/CheckLine.tsx'
import { Select } from '../../../parts/ui/Select.tsx'
import { TextField } from '../../../parts/ui/TextField.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { showToast } from '../../../parts/ui/Toast.tsx'
import { PopButton } from '../../../parts/facilitate/PopButton.tsx'
import { useApi } from '../api.ts'
import type { OrganiserView } from '../view.ts'
import type { Listed } from './listView.ts'
import { TakeOut } from './TakeOut.tsx'

interface EditPersonProps {
  view: OrganiserView
  listed: Listed
  onMail: () => void
}

/** A button that opens what is known of somebody, to be changed. */
export function EditPerson({ view, listed, onMail }: EditPersonProps) {
  const t = useT()
  const { name } = listed.person
  return (
    <PopButton
      icon="pen"
      text={t('list.change')}
      label={t('list.changeName', { name })}
      title={t('list.changeName', { name })}
      cancel={t('dialogue.cancel')}
    >
      {(close) => (
        <Form
          view={view}
          listed={listed}
          onSaved={(saved, mail) => {
            close()
            if (mail) onMail()
            showToast(t('list.changed', { name: saved }))
          }}
          onOut={() => {
            close()
            showToast(t('out.done', { name }))
          }}
        />
      )}
    </PopButton>
  )
}

interface FormProps {
  view: OrganiserView
  listed: Listed
  /** Under this name; `mail`: also the address. */
  onSaved: (name: string, mail: boolean) => void
  onOut: () => void
}

interface Typed {
  name: string
  role: Role
  group: Group | null
  mail: string
  phone: boolean
}

function Form({ view: { me, run }, listed: { person, mail }, onSaved, onOut }: FormProps) {
  const t = useT()
  const { setMail } = useApi()
  const { id, name, role, group, phone } = person
  const [typed, setTyped] = useState<Typed>({ name, role, group, mail: mail ?? '', phone })
  const [wrong, setWrong] = useState<'edit.noAddress' | 'organise.wrong' | null>(null)
  const own = id === me
  const seated = typed.role === 'participant'

  /** What is refused leaves the rest as it is typed. */
  async function keep(): Promise<boolean> {
    const changes = [{ person: id, name: typed.name, role: typed.role, group: seated ? typed.group : null }]
    if (!(await run('changePeople', { changes }))) return false
    return !seated || typed.phone === phone || run('setPhone', { person: id, phone: typed.phone })
  }
  async function save() {
    setWrong(null)
    const other = typed.mail.trim() !== (mail ?? '')
    try {
      if (other && (await setMail(id, typed.mail)) !== null) return setWrong('edit.noAddress')
      if (await keep()) onSaved(typed.name.trim(), other)
    } catch {
      setWrong('organise.wrong')
    }
  }
  return (
    <>
      <TextField
        label={t('edit.name')}
        value={typed.name}
        maxLength={60}
        onChange={(next) => setTyped({ ...typed, name: next })}
      />
      <Select
        label={t('edit.role')}
        value={typed.role}
        isDisabled={own}
        options={ROLES.map((each) => ({ id: each, text: t(`links.role.${each}`) }))}
        onChange={(next) => setTyped({ ...typed, role: next })}
      />
      {own ? <p className="dt-desk-note">{t('edit.own')}</p> : null}
      {seated ? (
        <Select
          label={t('edit.group')}
          placeholder={t('edit.noGroup')}
          value={typed.group}
          options={GROUPS.map((each) => ({ id: each, text: t(`group.${each}`) }))}
          onChange={(next) => setTyped({ ...typed, group: next })}
        />
      ) : null}
      <TextField
        label={t('edit.mail')}
        type="email"
        autoComplete="off"
        value={typed.mail}
        error={wrong === 'edit.noAddress' ? t(wrong) : undefined}
        onChange={(next) => setTyped({ ...typed, mail: next })}
      />
      {seated ? (
        <CheckLine isSelected={typed.phone} onChange={(next) => setTyped({ ...typed, phone: next })}>
          {t('edit.phone')}
        </CheckLine>
      ) : null}
      <output>{wrong === 'organise.wrong' && t(wrong)}</output>
      <Button variant="primary" icon="check" onPress={() => void save()}>
        {t('edit.save')}
      </Button>
      {own ? null : <TakeOut person={person} run={run} onOut={onOut} />}
    </>
  )
}
