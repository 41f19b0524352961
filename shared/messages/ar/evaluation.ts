import type { evaluation as source } from '../evaluation.ts'
import type { InArabic } from '../format.ts'

/** What the organiser reads of the answers. */
type Report =
  | `evaluation.report${string}`
  | `evaluation.value${string}`
  | `evaluation.favourable${string}`
  | 'evaluation.none'
  | 'evaluation.notYet'
  | 'evaluation.few'
  | 'evaluation.answered'
  | 'evaluation.open'
  | 'evaluation.closed'
  | 'evaluation.tooFew'
  | 'evaluation.which'
  | 'evaluation.session'
  | 'evaluation.words'
  | 'evaluation.noWords'
  | 'evaluation.noMark'

export const evaluation = {
  'evaluation.title': 'كيف كان اللقاء لك؟',
  'evaluation.lead': 'أربعة أسئلة قصيرة عن هذا اللقاء. يمكنك ترك أي سؤال.',
  'evaluation.noName': 'نحفظ أجوبتك بلا اسم.',
  'evaluation.step': '{number} من {count}',
  'evaluation.equality': 'هل كان لصوتك وزن مثل أصوات الآخرين؟',
  'evaluation.transparency': 'هل كان واضحاً لك ما يحدث لكلامك؟',
  'evaluation.involvement': 'هل أمكنك المشاركة بطريقة تناسبك؟',
  'evaluation.empathy': 'هل أصبح تفكير الآخرين أوضح لك الآن؟',
  'evaluation.no': 'لا، أبداً',
  'evaluation.little': 'قليلاً',
  'evaluation.mostly': 'غالباً نعم',
  'evaluation.yes': 'نعم، تماماً',
  'evaluation.unknown': 'لا أعرف',
  'evaluation.more': 'هل هناك إضافة منك؟',
  'evaluation.moreHint': 'هذا اختياري. يرجى عدم كتابة أسماء هنا.',
  'evaluation.send': 'إرسال أجوبتي',
  'evaluation.notNow': 'ليس الآن',
  'evaluation.later': 'يمكنك فعل هذا حتى {day}. يكفي فتح رابطك من جديد.',
  'evaluation.reminder':
    'لم تصلنا أجوبتك عن اللقاء {number} بعد. هذا ممكن حتى {day}: أربعة أسئلة قصيرة، بلا اسمك.',
  'evaluation.now': 'الإجابة عن الأسئلة',
  'evaluation.yet': 'الإجابة مع ذلك',
  'evaluation.thanks': 'شكراً لك. حُفظت أجوبتك بلا اسمك.',
  'evaluation.failed': 'تعذر الإرسال. ما كتبته ما زال هنا. يمكنك المحاولة من جديد بعد قليل.',
} satisfies InArabic<typeof source, Report>
