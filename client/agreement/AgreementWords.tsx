import type { AgreementText as Agreement } from '../../shared/agreement/document.ts'
import { useT } from '../ui/text.tsx'

/** The words of one agreement, to read. Paragraphs have no id of their own; their place is their name. */
export function AgreementWords({ agreement }: { agreement: Agreement }) {
  const t = useT()
  return (
    <>
      {agreement.text.map((paragraph, index) => (
        <p key={`text-${index}`}>{paragraph}</p>
      ))}
      {agreement.why.length > 0 ? (
        <div className="agreement-reason">
          <strong className="small">{t('agreement.why')}</strong>
          {agreement.why.map((paragraph, index) => (
            <p key={`why-${index}`}>{paragraph}</p>
          ))}
        </div>
      ) : null}
    </>
  )
}
