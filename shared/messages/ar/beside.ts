import type { beside as source } from '../beside.ts'
import type { InArabic } from '../format.ts'

export const beside = {
  'beside.title': 'من يجلس بجانب {name}؟',
  'beside.titleMine': 'من يجلس بجانبك؟',
  'beside.text': 'من يشارك هنا يحصل على مكان خاص في الدور. الدور يُحسب لصاحبه. في الحديث الحر نقيسكم معاً.',
  'beside.choose': 'الاسم',
  'beside.chooseOne': 'اختر اسماً',
  'beside.nobody': 'كل من في القائمة مشارك بالفعل. يمكنك طلب إضافة اسم من المنظّم.',
  'beside.add': 'يشارك هنا',
  'beside.end': 'لم يعد {name} جالساً هنا',
  'beside.hands': 'على هذا الجهاز',
  'beside.raise': '{name} يريد أن يقول شيئاً',
  'beside.lower': 'إنزال يد {name}',
} satisfies InArabic<typeof source>
