import type { front as source } from '../front.ts'
import type { InArabic } from '../format.ts'

/** How one comes in; the demonstration has no Arabic. */
export const front = {
  'front.plain':
    'الدخول يكون بالرابط الموجود في دعوتك. يمكنك الضغط عليه، أو نسخه كاملاً إلى الشريط في الأعلى.',
  'front.plainTitle': 'أهلاً بك في طاولة الحوار',
} satisfies Pick<InArabic<typeof source>, 'front.plain' | 'front.plainTitle'>
