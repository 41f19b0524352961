import { useEffect, useState } from 'react'
import { useKept } from '../../hooks/useKept.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'

/** Whoever waits for a helper can be called: the number is kept on this page only, and goes to helpers only. */
export function CallMeBack() {
  const t = useT()
  const { session } = useDialogue()
  const [given, setGiven] = useKept('callBack')
  const [number, setNumber] = useState(given)
  // also for a later call: the server knows it no longer than the call before
  useEffect(() => {
    if (given !== '') session.sendCallBack(given)
  }, [session, given])
  const takeBack = (): void => {
    setGiven('')
    session.sendCallBack('')
  }
  if (given !== '') {
    return (
      <div className="dt-stack-tight">
        <p role="status">{t('aside.willCall', { number: given })}</p>
        <Button icon="close" onPress={takeBack}>
          {t('aside.noCall')}
        </Button>
      </div>
    )
  }
  return (
    <div className="dt-stack-tight">
      <TextField
        label={t('aside.number')}
        hint={t('aside.numberHint')}
        type="tel"
        autoComplete="tel"
        maxLength={20}
        value={number}
        onChange={setNumber}
      />
      <Button icon="phone" isDisabled={number.trim() === ''} onPress={() => setGiven(number.trim())}>
        {t('aside.callMe')}
      </Button>
    </div>
  )
}
