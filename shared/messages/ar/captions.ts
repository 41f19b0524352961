import type { captions as source } from '../captions.ts'
import type { InArabic } from '../format.ts'

export const captions = {
  'captions.title': 'ما يُقال',
  'captions.by': 'ما يُقال · المترجم الكاتب {name}',
  'captions.read': 'القراءة مع {name}',
  'captions.close': 'إيقاف القراءة',
  'captions.hint': 'يمكن لكل من في هذه القاعة أن يقرأ. مفتاح الإدخال يبدأ سطراً جديداً. نحن لا نحفظ هذا.',
  'captions.done': 'سطر جديد',
} satisfies InArabic<typeof source>
