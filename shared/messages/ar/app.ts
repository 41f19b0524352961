import type { app as source } from '../app.ts'
import type { InArabic } from '../format.ts'

export const app = {
  'app.name': 'Dialoogtafel',
  'app.connecting': 'جارٍ الاتصال …',
  'app.connectingLong': 'يستغرق الأمر وقتاً أطول من المعتاد. يرجى إبقاء هذه الشاشة مفتوحة.',
  'app.notSent': 'لم يُرسَل هذا. يرجى فتح الرابط من جديد.',
  'app.notFetched': 'تعذر تحميل هذا الجزء من الشاشة. ربما انقطع الاتصال للحظة.',
  'app.notOpened': 'تعذر فتح هذا. ربما انقطع الاتصال للحظة. يمكنك الضغط مرة أخرى بعد قليل.',
  'app.newVersion': 'توجد نسخة جديدة. يرجى تحميل الصفحة من جديد.',
  'app.wholeAgain': 'إعادة تحميل الشاشة كلها',
  'app.reload': 'محاولة جديدة',
  'app.lostLink': 'لم ينجح الأمر؟',
  'app.askOrganiser': 'يمكنك الاتصال بمن أرسل لك الدعوة أو مراسلته. يصلك بعدها رابط جديد. مكانك يبقى محفوظاً.',

  'error.unknown_link.title': 'هذا الرابط لا يعمل',
  'error.unknown_link.text':
    'هذا ليس خطأ منك. ربما ينقص جزء من الرابط. يمكنك الضغط على الرابط في الدعوة، أو نسخ الرابط كاملاً.',
  'error.link_expired.title': 'هذا الرابط لم يعد يعمل',
  'error.link_expired.text': 'هذا ليس خطأ منك. انتهت صلاحية الرابط أو حل محله رابط جديد.',
  'error.open_link_again.title': 'يرجى فتح الرابط من جديد',
  'error.open_link_again.text': 'لم يعد هذا الجهاز يعرفك. يمكنك الضغط على الرابط في الدعوة. مكانك ما زال لك.',
  'error.not_found.title': 'هذه الصفحة غير موجودة',
  'error.not_found.text': 'هذا ليس خطأ منك. يمكنك الضغط على الرابط في الدعوة.',
  'error.forbidden.title': 'لا يمكنك الدخول هنا',
  'error.forbidden.text': 'هذه الصفحة لشخص آخر. يمكنك الضغط على الرابط في دعوتك.',
  'error.busy.title': 'الضغط كبير الآن',
  'error.busy.text': 'هذا ليس خطأ منك. كثيرون يحمّلون مستنداً الآن. يمكنك المحاولة من جديد بعد دقيقة.',
  'error.broken.title': 'حدث خطأ',
  'error.broken.text': 'هذا ليس خطأ منك. مكانك ونصك المحفوظ في أمان.',
  'error.old.title': 'توجد نسخة جديدة',
  'error.old.text': 'بعد تحديث هذه الصفحة يمكنك المشاركة من جديد. مكانك ونصك المحفوظ يبقيان.',
  'error.elsewhere.title': 'أنت على جهاز آخر',
  'error.elsewhere.text':
    'اللقاء مفتوح على جهاز آخر أو في نافذة أخرى. عند المتابعة هنا يتوقف هناك. مكانك محفوظ.',
  'error.elsewhere.use': 'استخدام هذا الجهاز',
  'error.ended.title': 'انتهى اللقاء',
  'error.ended.text': 'شكراً لك على المشاركة.',
  'app.typeCode': 'اكتب الرمز المذكور في الرسالة',
  'app.callUs': 'يمكنك الاتصال بنا: {phone}',
  'app.call': 'اتصل بالرقم {phone}',
  'error.taken_out.title': 'لم تعد مشاركاً في هذا الحوار',
  'error.taken_out.text':
    'رفع المنظّم هذا الاسم من قائمة الحوار. هل هذا خطأ؟ يمكنك الاتصال بالمنظّم أو مراسلته، وهو يستطيع إعادة الاسم.',
} satisfies InArabic<typeof source>
