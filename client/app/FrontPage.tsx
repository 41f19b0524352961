import { useEffect, useState } from 'react'
import type { DemoReply } from '../../shared/protocol.ts'
import { LinkButton } from '../parts/ui/Button.tsx'
import { useT } from '../parts/ui/text.tsx'
import { DemoFront } from './DemoFront.tsx'
import { OwnDialogues } from './OwnDialogues.tsx'
import { QuietPage } from './shell/QuietPage.tsx'

type Demo = DemoReply | 'asking' | 'none'

/** The demonstration's first page (43): be somebody. Elsewhere: how one comes in. */
export function FrontPage({ base }: { base: string }) {
  const demo = useDemo(base)
  if (demo === 'asking') return null
  return demo === 'none' ? <PlainFront base={base} /> : <DemoFront {...demo} base={base} />
}

function useDemo(base: string): Demo {
  const [demo, setDemo] = useState<Demo>('asking')
  useEffect(() => {
    const ask = async (): Promise<Demo> => {
      const reply = await fetch(`${base}/api/demo`)
      return reply.ok ? ((await reply.json()) as DemoReply) : 'none'
    }
    void ask()
      .catch((): Demo => 'none')
      .then(setDemo)
  }, [base])
  return demo
}

function PlainFront({ base }: { base: string }) {
  const t = useT()
  return (
    <QuietPage title={t('front.plainTitle')}>
      <div className="dt-stack">
        <h1>{t('front.plainTitle')}</h1>
        <p className="dt-large">{t('front.plain')}</p>
        <OwnDialogues base={base} />
        <div className="dt-row">
          <LinkButton icon="keyboard" href={`${base}/code`}>
            {t('app.typeCode')}
          </LinkButton>
        </div>
      </div>
    </QuietPage>
  )
}
