import type { Instant } from '../../../../kernel/clock.ts'
import { civilDate } from '../../../../kernel/clock.ts'
import { dayWords, momentWords } from '../../../../kernel/moments.ts'
import { Button, PostForm, StaffPage, SummaryList } from '../../../../ui/index.ts'
import { addressOf } from '../address.ts'
import { isOverdue, liveVersion, type Page, reviewDue } from '../domain.ts'
import type { AuthoredVersion } from '../store.ts'
import { LanguageSection } from './LanguageSection.tsx'

export type OverviewPageProps = {
  page: Page
  versions: readonly AuthoredVersion[]
  /** Of the site, in order. */
  languages: readonly string[]
  now: Instant
  /** Why the last act was refused. */
  problem?: string
}

/** One page for editors: how it stands in each language, and what can be done with it. */
export const OverviewPage = ({ page, versions, languages, now, problem }: OverviewPageProps) => {
  const own = versions.filter((v) => v.language === page.language)
  const shown = [...new Set([page.language, ...languages, ...versions.map((v) => v.language)])]
  const form = problem ? { errors: [{ name: '', message: problem }] } : undefined
  return (
    <StaffPage title={own[0]?.title ?? 'Page'} caption="Page" back="/staff/pages" form={form} wide>
      <Facts page={page} versions={own} now={now} />
      {shown.map((language) => (
        <LanguageSection
          page={page}
          language={language}
          versions={versions.filter((v) => v.language === language)}
          now={now}
        />
      ))}
      <WholePage page={page} versions={own} now={now} />
    </StaffPage>
  )
}

type Part = Pick<OverviewPageProps, 'page' | 'versions' | 'now'>

const Facts = ({ page, versions, now }: Part) => {
  const live = liveVersion(versions, now)
  const due = live?.publishAt ? reviewDue(page, live.publishAt) : undefined
  const overdue = due && isOverdue(due, civilDate(now)) ? ' – overdue' : ''
  const address = addressOf(page.slug, page.language, page.language)
  const change = {
    href: `/staff/pages/${page.id}/place`,
    text: 'Change',
    visuallyHiddenText: 'address, menu and review',
  }
  return (
    <SummaryList
      rows={[
        {
          key: 'Address',
          value: live ? (
            <a class="govuk-link" href={address}>
              {address}
            </a>
          ) : (
            address
          ),
          actions: { items: [change] },
        },
        { key: 'Last updated', value: live?.publishAt ? momentWords(live.publishAt) : 'Not published' },
        { key: 'Next review due', value: due ? `${dayWords(due)}${overdue}` : 'Not published' },
        {
          key: 'Place in the menu',
          value: page.navPosition === null ? 'Not in the menu' : String(page.navPosition),
        },
      ]}
    />
  )
}

const WholePage = ({ page, versions, now }: Part) => {
  const live = liveVersion(versions, now)
  const archived = versions.some((v) => v.status === 'archived')
  return (
    <div class="govuk-button-group">
      {live && (
        <PostForm action={`/staff/pages/${page.id}/reviewed`}>
          <input type="hidden" name="version" value={page.version} />
          <Button classes="govuk-button--secondary">Mark as reviewed, with no change</Button>
        </PostForm>
      )}
      {live && !page.fixed && <WholeButton page={page} act="archive" text="Archive this page" />}
      {archived && !live && <WholeButton page={page} act="restore" text="Bring this page back" />}
    </div>
  )
}

const WholeButton = ({ page, act, text }: { page: Page; act: string; text: string }) => (
  <PostForm action={`/staff/pages/${page.id}/move`}>
    <input type="hidden" name="act" value={act} />
    <Button classes={act === 'archive' ? 'govuk-button--warning' : undefined}>{text}</Button>
  </PostForm>
)
