import type { InArabic } from '../format.ts'
import type { help as source } from '../help.ts'

/** Asking for help. */
export const help = {
  'help.title': 'مساعدة',
  'help.note': 'ما الذي لا ينجح؟',
  'help.noteHint': 'يمكن ترك هذا فارغاً.',
  'help.ask': 'طلب المساعدة',
  'help.askText': 'ترى المساعدة الرقمية بعدها أنك في الانتظار، وحال صورتك وصوتك. الطاولة لا تلاحظ شيئاً.',
  'help.asked': 'وصل طلبك للمساعدة.',
  'help.askedText': 'ستصل المساعدة بعد قليل. مكانك محفوظ. يمكنك المتابعة كالمعتاد.',
  'help.taken': 'تأتيك المساعدة من {name}.',
  'help.solved': 'تم الحل',
  'help.done': 'جيد. يمكنك طلب المساعدة من جديد في أي وقت.',
  'help.tryFirst': 'هذا أولاً',
  'help.hearNothing': 'لا أسمع شيئاً',
  'help.hearText': 'يمكنك رفع صوت الجهاز. هل تُسمَع ثلاث نغمات؟',
  'help.playTones': 'تشغيل ثلاث نغمات',
  'help.tonesPlayed': 'انتهت النغمات الثلاث.',
  'help.reload': 'بدء هذه الشاشة من جديد',
  'help.reloadText': 'مكانك ونصك محفوظان.',
  'help.balance': 'وقت حديثك',
  'help.balanceText':
    'هذا ظاهر لك ولإدارة الحوار وللجهة المنظمة فقط. لا نسجّل شيئاً. لكننا نقيس مدة حديث كل شخص.',
  'help.told': 'رسالة من المساعدة',
  'help.toldText': 'المساعدة ترسل إليك رسالة.',
  'help.code': 'رمز المساعدة',
  'help.codeText': 'عند الاتصال هاتفياً بالمساعدة يمكنك ذكر هذا الرمز.',
  'help.looks': 'اللغة والمظهر',
} satisfies InArabic<typeof source>
