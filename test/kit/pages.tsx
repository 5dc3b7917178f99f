import { ErrorPage, PublicPage, renderPage, StaffPage } from '../../src/ui/index.ts'
import { GalleryForm, galleryForm } from './GalleryForm.tsx'
import { GalleryParts } from './GalleryParts.tsx'
import { galleryChrome } from './gallery-chrome.ts'

type Dir = 'ltr' | 'rtl'

const languages = [
  { href: '/en', text: 'English', lang: 'en', dir: 'ltr' as const },
  { href: '/ar', text: 'العربية', lang: 'ar', dir: 'rtl' as const },
]

const publicPage = (dir: Dir) =>
  renderPage(
    galleryChrome(dir, { languages }),
    <PublicPage
      title={dir === 'rtl' ? 'أجزاء الصفحات' : 'Parts of pages'}
      breadcrumbs={[{ href: '/', text: 'Home' }, { text: 'Parts of pages' }]}
      lastUpdated="24 January 2019"
    >
      <GalleryParts />
    </PublicPage>,
  )

const journeyPage = (dir: Dir) =>
  renderPage(
    galleryChrome(dir),
    <PublicPage title="What worries you?" form={galleryForm} back="/" exitThisPage bare>
      <GalleryForm {...galleryForm} />
    </PublicPage>,
  )

const staffPage = (dir: Dir) =>
  renderPage(
    galleryChrome(dir, {
      user: { name: 'Sam Example', roleLabel: 'Safeguarding officer' },
      notice: 'Decision saved',
    }),
    <StaffPage
      title="Concerns"
      caption="Safeguarding"
      wide
      subNavigation={[
        { href: '/staff/new', text: 'New', active: true },
        { href: '/staff/all', text: 'All' },
      ]}
    >
      <GalleryParts />
    </StaffPage>,
  )

const errorPage = (dir: Dir) =>
  renderPage(
    galleryChrome(dir, { navigation: [] }),
    <ErrorPage title="Page not found">
      <p class="govuk-body">Check the address.</p>
    </ErrorPage>,
  )

/** Every component in every layout, for looking at and for checking. */
export const GALLERY = { public: publicPage, journey: journeyPage, staff: staffPage, error: errorPage }
