import type { InArabic } from '../format.ts'
import type { server as source } from '../server.ts'

/** The goodbyes of a socket. */
export const server = {
  'bye.4401': 'لم يعد الرابط صالحاً. يرجى فتح الرابط من الدعوة من جديد.',
  'bye.4403': 'لا يمكنك الدخول هنا.',
  'bye.4409': 'دخولك الآن من شاشة أخرى. هذه الشاشة لم تعد مشاركة.',
  'bye.4410': 'انتهى هذا الحوار.',
  'bye.4429': 'وصلت رسائل كثيرة معاً من هذه الشاشة. يرجى تحديث الصفحة.',
  'server.broken': 'حدث خطأ. يمكنك المحاولة من جديد بعد دقيقة.',
  'bye.4404': 'رفعك المنظّم من قائمة هذا الحوار.',
} satisfies InArabic<
  typeof source,
  'server.notBuilt' | `erased.${string}` | `server.first${string}` | `server.own${string}`
>
