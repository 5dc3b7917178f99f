import type { Instant } from '../../../../kernel/clock.ts'
import { momentWords } from '../../../../kernel/moments.ts'
import { Button, InsetText, PostForm, StaffPage, SummaryList, Tabs } from '../../../../ui/index.ts'
import { languageOf } from '../../languages.ts'
import { type Fill, Markdown } from '../../markdown/index.ts'
import type { Page } from '../domain.ts'
import type { AuthoredVersion } from '../store.ts'
import { Difference } from './Difference.tsx'

export type VersionPageProps = {
  page: Page
  version: AuthoredVersion
  before: AuthoredVersion | undefined
  fills: ReadonlyMap<string, Fill>
  /** Where somebody without an account can read it, and until when. */
  preview: { href: string; until: Instant }
  canBringBack: boolean
}

/** One version: what changed, how it reads, and a link for somebody who has no account. */
export const VersionPage = ({ page, version, before, fills, preview, canBringBack }: VersionPageProps) => (
  <StaffPage title={`Version ${version.number}: ${version.title}`} back={`/staff/pages/${page.id}`} wide>
    <SummaryList
      rows={[
        { key: 'Language', value: languageOf(version.language).name },
        { key: 'Begun', value: momentWords(version.createdAt) },
        { key: 'By', value: <bdi>{version.author ?? 'Kith'}</bdi> },
        { key: 'Why it was changed', value: version.reason },
      ]}
    />
    {canBringBack && (
      <PostForm action={`/staff/pages/${page.id}/versions/${version.id}/bring-back`}>
        <Button classes="govuk-button--secondary">Bring this version back as a new draft</Button>
      </PostForm>
    )}
    <InsetText>
      <a class="govuk-link" href={preview.href}>
        Preview link
      </a>{' '}
      for somebody without an account. It works until {momentWords(preview.until)}. Anybody who has it can
      read this version.
    </InsetText>
    <Tabs
      items={[
        {
          id: 'change',
          label: 'What changed',
          panel: { content: <Changed version={version} before={before} /> },
        },
        { id: 'reads', label: 'How it reads', panel: { content: <Reads version={version} fills={fills} /> } },
      ]}
    />
  </StaffPage>
)

const Changed = ({ version, before }: Pick<VersionPageProps, 'version' | 'before'>) => {
  const { dir } = languageOf(version.language)
  return (
    <>
      <h2 class="govuk-heading-m">
        {before ? `What changed since version ${before.number}` : 'The first version'}
      </h2>
      {(['title', 'summary', 'body'] as const).map((part) => (
        <>
          <h3 class="govuk-heading-s">{PARTS[part]}</h3>
          <Difference before={before?.[part] ?? ''} after={version[part]} lang={version.language} dir={dir} />
        </>
      ))}
    </>
  )
}

const PARTS = { title: 'Title', summary: 'Summary', body: 'Text' }

const Reads = ({ version, fills }: Pick<VersionPageProps, 'version' | 'fills'>) => (
  <div lang={version.language} dir={languageOf(version.language).dir}>
    <p class="govuk-body-l">{version.summary}</p>
    <Markdown source={version.body} fills={fills} />
  </div>
)
