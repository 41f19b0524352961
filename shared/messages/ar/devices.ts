import type { devices as source } from '../devices.ts'
import type { InArabic } from '../format.ts'

export const devices = {
  'devices.title': 'الكاميرا والميكروفون والصوت',
  'devices.camera': 'الكاميرا',
  'devices.microphone': 'الميكروفون',
  'devices.speaker': 'الصوت',
  'devices.camera.other': 'اختيار كاميرا أخرى',
  'devices.microphone.other': 'اختيار ميكروفون آخر',
  'devices.speaker.other': 'تشغيل الصوت في مكان آخر',
  'devices.none': 'لا نرى شيئاً بعد. يرجى تشغيل الكاميرا أو الميكروفون أولاً.',
  'devices.own': 'ما يختاره الجهاز',
  'devices.front': 'الكاميرا الأمامية',
  'devices.back': 'الكاميرا الخلفية',
  'devices.text': 'ما هو مشغّل يبقى مشغّلاً. المكان يبقى محفوظاً.',
  'devices.offer.headset': 'أُضيفت سماعة رأس. هل تريد استعمالها؟',
  'devices.offer.microphone': 'أُضيف ميكروفون. هل تريد استعماله؟',
  'devices.offer.speaker': 'أُضيف مكبّر صوت. هل تريد استعماله؟',
  'devices.offer.camera': 'أُضيفت كاميرا. هل تريد استعمالها؟',
  'devices.offer.use': 'استعمال هذا الجهاز',
  'devices.offer.not': 'ليس الآن',
  'devices.elsewhere': 'هذا البرنامج لا يمرّر الكاميرا والميكروفون. يرجى فتح الصفحة في متصفح آخر.',
  'devices.elsewhereLink': 'انسخ الرابط، ثم افتح متصفحاً آخر والصق الرابط في الشريط العلوي.',
  'devices.elsewhereAgain': 'استعمل لذلك الرابط من الدعوة. هنا يمكن الاستماع والقراءة والكتابة.',
  'devices.link': 'الرابط الخاص',
  'devices.copy': 'نسخ الرابط',
  'devices.copied': 'تم النسخ',
} satisfies InArabic<typeof source>
