import { InLanguage, NotificationBanner, PublicPage } from '../../../../ui/index.ts'
import { languageOf } from '../../languages.ts'
import { type Fill, Markdown } from '../../markdown/index.ts'
import type { Previewed } from '../store.ts'

type Props = { page: Previewed; fills: ReadonlyMap<string, Fill> }

/** How a version would read, for somebody who was sent the link. */
export const PreviewPage = ({ page, fills }: Props) => {
  const { code, dir } = languageOf(page.language)
  return (
    <InLanguage lang={code} dir={dir}>
      <PublicPage title={page.title} noindex>
        <div lang="en" dir="ltr">
          <NotificationBanner
            titleText="Preview"
            text={`This is version ${page.number} of a page. It may not be published, and may change. Please do not pass this link on.`}
          />
        </div>
        <p class="govuk-body-l">{page.summary}</p>
        <Markdown source={page.body} fills={fills} />
      </PublicPage>
    </InLanguage>
  )
}
