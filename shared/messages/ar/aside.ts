import type { aside as source } from '../aside.ts'
import type { InArabic } from '../format.ts'

export const aside = {
  'aside.talks': '{name} يتحدث إليك. لا يسمع ذلك أحد غيرك.',
  'aside.youTalk': 'أنت تتحدث مع {name}. لا يسمعك أحد آخر.',
  'aside.keeps': 'تسمع الآخرين بصوت أخفض. مكانك محفوظ.',
  'aside.answer': 'الردّ بالصوت',
  'aside.answerNot': 'التوقف عن الكلام',
  'aside.show': 'عرض شاشتي',
  'aside.hide': 'إخفاء شاشتي',
  'aside.shown': 'يرى {name} شاشتك الآن.',
  'aside.end': 'إغلاق المحادثة',
  'aside.noMicrophone': 'الميكروفون لا يعمل. يمكنك الاستماع.',
  'aside.connecting': 'جارٍ الاتصال …',
  'aside.number': 'رقم الهاتف',
  'aside.numberHint': 'يراه المساعد وحده. نحن لا نحفظه.',
  'aside.callMe': 'اتصلوا بي',
  'aside.willCall': 'يمكن للمساعد الاتصال بك على {number}.',
  'aside.noCall': 'لا داعي للاتصال بي',
} satisfies InArabic<
  typeof source,
  | 'aside.open'
  | 'aside.apart'
  | 'aside.waits'
  | 'aside.talksBack'
  | 'aside.screen'
  | 'aside.noScreen'
  | 'aside.close'
  | 'aside.callBack'
>
