import type { Chrome } from '../../src/ui/index.ts'

/** Surroundings for looking at the kit: nobody's council, in either direction. */
export const galleryChrome = (dir: 'ltr' | 'rtl', more: Partial<Chrome> = {}): Chrome => ({
  authority: {
    name: dir === 'rtl' ? 'مجلس المدينة' : 'Anywhere City Council',
    shortName: dir === 'rtl' ? 'المجلس' : 'the council',
    contactPhone: '020 7946 0000',
    brandColour: '#1d4f91',
  },
  ...(dir === 'rtl' ? { serviceName: 'مجتمعات أكثر أمانًا' } : {}),
  lang: dir === 'rtl' ? 'ar' : 'en',
  dir,
  demonstration: true,
  assets: { css: '/kith.css', js: '/kith.js' },
  navigation: [
    { href: '/', text: dir === 'rtl' ? 'الرئيسية' : 'Home', active: true },
    { href: '/concerns', text: dir === 'rtl' ? 'هل أنت قلق على شخص؟' : 'Worried about someone?' },
    { href: '/contact', text: dir === 'rtl' ? 'اتصل بنا' : 'Get in touch' },
  ],
  path: '/',
  ...more,
})
