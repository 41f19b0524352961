import type { InArabic } from '../format.ts'
import type { words as source } from '../words.ts'

export const words = {
  'words.close': 'إغلاق',
  'words.undo': 'تراجع',
  'words.tooLong': 'هذا طويل جداً: {count, number} من {most, number} حرف. يرجى تقصير النص.',
  'words.notNow': 'لا، ليس الآن',
  'words.messages': 'الرسائل',
  'words.help': 'أحتاج إلى مساعدة',
  'words.toContent': 'إلى المحتوى',
  'words.language': 'اللغة',
  'words.theme': 'مظهر الشاشة',
  'words.theme.system': 'مثل جهازي',
  'words.theme.light': 'فاتح',
  'words.theme.dark': 'داكن',
  'words.theme.contrast': 'تباين عال',
  'words.second': 'الجملة العليا أيضاً بلغة',
  'words.second.none': 'لا لغة أخرى',
  'words.sounds': 'أصوات خفيفة',
  'words.sounds.on': 'مفتوحة',
  'words.sounds.off': 'مغلقة',
  'words.withoutArabic': 'هذه الشاشة بالهولندية والإنجليزية فقط.',
  'words.promise': 'وعد المجلس البلدي',
  'words.recording': 'لا نسجّل شيئاً. لكننا نقيس مدة حديث كل شخص.',

  'role.organiser': 'الجهة المنظمة',
  'role.facilitator': 'إدارة الحوار',
  'role.participant': 'مشاركة في الحوار',
  'role.helper': 'مساعدة رقمية',
  'role.observer': 'متابعة',
  'role.interpreter': 'ترجمة',
  'role.clerk': 'أمانة المجلس البلدي',

  'government.lawful': 'الحكومة الملتزمة بالقانون',
  'government.networking': 'الحكومة المتعاونة',
  'government.performing': 'الحكومة المنجزة',
  'government.participating': 'الحكومة المشاركة',
} satisfies InArabic<typeof source>
