import type { consent as source } from '../consent.ts'
import type { InArabic } from '../format.ts'

/** What only whoever leads the round reads. */
type Leading =
  | `consent.to.${string}`
  | `consent.close.${string}`
  | `consent.stop${string}`
  | `consent.for${string}`
  | `consent.hall${string}`
  | `consent.ask${string}`
  | 'consent.beginName'
  | 'consent.deskSealed'
  | 'consent.notYes'
  | 'consent.back'
  | 'consent.unheard'
  | 'consent.open'
  | 'consent.goOn'
  | 'consent.decides'

export const consent = {
  'consent.title': 'الجولة',
  'consent.about': 'الاتفاق {number}، النسخة {version}',
  'consent.roundNumber': 'الجولة {round}',
  'consent.question': 'سؤال عن النص',
  'consent.noText': 'لا يمكن قراءة النص هنا الآن. يرجى الاستماع إلى من يقرؤه.',

  'consent.steps': 'خطوات الجولة',
  'consent.step.clear': 'هل النص واضح؟',
  'consent.step.react': 'الآراء',
  'consent.step.read': 'قراءة النص بصوت عال',
  'consent.step.ask': 'الجولة',
  'consent.step.open': 'الاعتراضات، واحداً بعد الآخر',
  'consent.step.text': 'نص جديد',
  'consent.stepDone': 'تم',
  'consent.now.clear': 'هل كل كلمة مفهومة؟ يمكنك السؤال عن أي شيء غير واضح.',
  'consent.now.react': 'يمكنك قول رأيك في النص. ما زال تغيير النص ممكناً الآن.',
  'consent.now.read': 'يرجى الاستماع إلى النص. بعدها يجيب الجميع بالدور.',
  'consent.now.ask': 'يجيب الجميع بالدور. سيأتي دورك تلقائياً.',
  'consent.now.watch': 'يجيب الجميع بالدور. لا جواب مطلوب منك.',

  'consent.answer': 'جوابك',
  'consent.canLive': 'يمكنني القبول به',
  'consent.canLiveSub': 'حتى دون موافقة كاملة منك.',
  'consent.objects': 'لدي اعتراض جوهري',
  'consent.objectsSub': 'إن بقي النص هكذا فسيكون ذلك مشكلة حقيقية لك.',
  'consent.aside': 'لا أشارك الآن',
  'consent.asideSub': 'نسجل ذلك كتابةً. ولا يُحسب موافقة.',
  'consent.why': 'لماذا؟',
  'consent.whyFree': 'يمكن ترك هذا فارغاً.',
  'consent.whyNeeded': 'يرجى كتابة المشكلة في كلمات قليلة.',
  'consent.sealed': 'مغلق حتى يجيب الجميع. وعن {name} أيضاً.',
  'consent.give': 'إرسال جوابي',
  'consent.noVote': 'هذا ليس تصويتاً. يمكنك تغيير جوابك حتى انتهاء الجولة.',
  'consent.mandate': 'أنت هنا دون تفويض. جوابك لا يلزم أي صوت في المجلس.',
  'consent.mandateAll': 'أعضاء المجلس والهيئة التنفيذية هنا دون تفويض. جوابهم لا يلزم أي صوت في المجلس.',
  'consent.given': 'وصلت إجابتك.',
  'consent.givenBy': 'كُتبت عنك من {name}.',
  'consent.change': 'تغيير جوابي',
  'consent.keep': 'إبقاء جوابي',
  'consent.oldReason': 'ما كتبته عن النص السابق:',
  'consent.useOld': 'استخدام هذا من جديد',

  'consent.order': 'ترتيب الجولة',
  'consent.mark.answered': 'تم الجواب',
  'consent.mark.now': 'الآن',
  'consent.mark.phone': 'على الهاتف',
  'consent.mark.again': 'مرة أخرى لاحقاً',
  'consent.mark.waits': 'ليس بعد',

  'consent.then': 'ماذا يحدث بعد ذلك؟',
  'consent.then.ask': 'يجيب الجميع.',
  'consent.then.open': 'ثم تُفتح كل الأسباب.',
  'consent.then.discuss': 'نناقش الاعتراضات، واحداً بعد الآخر.',
  'consent.then.again': 'إن وُضع نص جديد نسأل الجميع من جديد.',
  'consent.goesOn': 'هكذا نتابع',
  'consent.goesOn.probe': 'أسئلة من {name} عن كل اعتراض.',
  'consent.goesOn.search': 'نبحث معاً عن نص جديد.',
  'consent.goesOn.read': 'قراءة النص الجديد من {name}.',
  'consent.goesOn.clear': 'نسألك هل النص واضح.',
  'consent.goesOn.again': 'نسأل الجميع من جديد.',
  'consent.goesOn.agreed': 'النتيجة من {name}: لا اعتراض لأحد.',
  'consent.goesOn.note': 'نكتب ما هو الاعتراض.',
  'consent.goesOn.hall': 'النص والاعتراض ينتقلان معاً إلى القاعة.',

  'consent.answers': 'الأجوبة والأسباب',
  'consent.objection': 'الاعتراض {number}',
  'consent.asideTitle': 'لا مشاركة الآن',
  'consent.liveTitle': 'قبول بالنص',
  'consent.unheardTitle': 'لم نسمع الجواب',
  'consent.noYes': 'لا يُحسب موافقة',
  'consent.everybody': 'الجميع يقبل بالنص',
  'consent.you': 'أنت',
  'consent.by': 'قيل بصوت عال، وكُتب من {name}',
  'consent.helps': 'الاعتراض يساعدنا. فهو يبين ما ينقص النص.',

  'consent.after.voided': 'جوابك السابق لم يعد يُحسب',
  'consent.after.voidedText': 'النص يتغير. لا أحد ملزم بجواب عن نص آخر. حتى الفاصلة تغيير.',
  'consent.after.returned': 'نبحث عن نص جديد',
  'consent.after.returnedText': 'كان هناك اعتراض جوهري. الأجوبة عن النص السابق لم تعد تُحسب.',
  'consent.after.agreed': 'متفق عليه',
  'consent.after.agreedText': 'لا اعتراض جوهري لأحد. النص ثابت.',
  'consent.after.noted': 'متفق عليه، مع ملاحظة',
  'consent.after.notedText': 'لم نصل إلى اتفاق الآن. لا بأس في ذلك. النص والاعتراض ينتقلان معاً إلى القاعة.',
  'consent.after.stopped': 'توقفت الجولة',
  'consent.after.stoppedText': 'لا نتيجة بعد. النص يبقى كما هو.',
  'consent.after.reason': 'سببك لم يضع:',
  'consent.after.reasonNote': 'لم يقرأ هذا أحد غيرك. يمكنك لاحقاً استخدامه من جديد أو تغييره أو تركه.',
  'consent.after.read': 'تمت القراءة',

  'consent.note': 'ملاحظة الأقلية',
  'consent.noteLabel': 'ما الاعتراض، وما الذي يساعد؟',
  'consent.noteRead': '{names}: تمت القراءة، و«هذا صحيح».',
  'consent.noteSave': 'حفظ الملاحظة',
  'consent.noteSaved': 'تم حفظ الملاحظة.',
  'consent.noteMine': 'بعد جولتين يمكن لاعتراضك أن ينتقل مع النص. يمكنك كتابته بكلماتك كما سيُقرأ.',
  'consent.noteTwo': 'لم نصل إلى اتفاق الآن. لا بأس في ذلك. تحصل القاعة على النص والاعتراض معاً.',
} satisfies InArabic<typeof source, Leading>
