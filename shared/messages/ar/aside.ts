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
  'aside.tonesAsk': '{name} يرسل صوتاً للتجربة. هل تُسمَع ثلاث نغمات؟',
  'aside.tonesYes': 'نعم، أسمعها',
  'aside.tonesNo': 'لا، لا أسمع شيئاً',
  'aside.tonesTold': 'إجابتك ظاهرة الآن لـ {name}.',
  'aside.tonesAgain': 'تشغيلها مرة أخرى',
  'aside.type': 'الكتابة مع {name}',
  'aside.typed': 'ما كُتب مع {name}',
  'aside.message': 'رسالتك إلى {name}',
  'aside.messageHint': 'لا يقرأ هذا أحد آخر. نحن لا نحفظه.',
  'aside.send': 'إرسال',
  'aside.you': 'أنت',
  'aside.wrote': 'يكتب {name}: {text}',
  'aside.number': 'رقم الهاتف',
  'aside.numberHint': 'يراه المساعد وحده. نحن لا نحفظه.',
  'aside.callMe': 'اتصلوا بي',
  'aside.willCall': 'يمكن للمساعد الاتصال بك على {number}.',
  'aside.noCall': 'لا داعي للاتصال بي',
} satisfies InArabic<
  typeof source,
  | 'aside.sendTones'
  | 'aside.tones.untried'
  | 'aside.tones.heard'
  | 'aside.tones.silent'
  | 'aside.open'
  | 'aside.apart'
  | 'aside.waits'
  | 'aside.talksBack'
  | 'aside.screen'
  | 'aside.noScreen'
  | 'aside.close'
  | 'aside.callBack'
>
