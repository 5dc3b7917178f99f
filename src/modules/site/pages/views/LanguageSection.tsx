import type { ComponentChildren } from 'preact'
import type { Instant } from '../../../../kernel/clock.ts'
import { momentWords } from '../../../../kernel/moments.ts'
import { Button, PostForm, WideTable } from '../../../../ui/index.ts'
import { languageOf } from '../../languages.ts'
import { isWaiting, liveVersion, openVersion, type Page } from '../domain.ts'
import type { AuthoredVersion } from '../store.ts'
import { StateTag } from './tags.tsx'

type Props = { page: Page; language: string; versions: readonly AuthoredVersion[]; now: Instant }

/** A page in one language: what can be done next, and every version. */
export const LanguageSection = ({ page, language, versions, now }: Props) => (
  <section aria-labelledby={`in-${language}`}>
    <h2 class="govuk-heading-m" id={`in-${language}`}>
      {languageOf(language).name}
    </h2>
    <Next page={page} language={language} versions={versions} now={now} />
    {versions.length === 0 ? (
      <p class="govuk-body">Nothing is written in this language yet.</p>
    ) : (
      <Versions page={page} versions={versions} now={now} language={language} />
    )}
  </section>
)

const Next = ({ page, language, versions, now }: Props) => {
  const open = openVersion(versions, now)
  const archived = versions[0]?.status === 'archived'
  const base = `/staff/pages/${page.id}`
  return (
    <div class="govuk-button-group">
      {!archived && (!open || open.status === 'draft') && (
        <div>
          <Button href={`${base}/edit?language=${language}`}>
            {open ? 'Edit the draft' : 'Write a new version'}
          </Button>
        </div>
      )}
      {open?.status === 'draft' && (
        <Move page={page} version={open} act="submit">
          Send for review
        </Move>
      )}
      {open?.status === 'review' && (
        <>
          <div>
            <Button href={`${base}/publish/${open.id}`}>Publish</Button>
          </div>
          <Move page={page} version={open} act="return">
            Send back to draft
          </Move>
        </>
      )}
      {open && isWaiting(open, now) && (
        <Move page={page} version={open} act="withdraw">
          Withdraw before it is published
        </Move>
      )}
      {open && (
        <a class="govuk-link" href={`${base}/versions/${open.id}`}>
          Look at it and share a preview
        </a>
      )}
    </div>
  )
}

type MoveProps = { page: Page; version: AuthoredVersion; act: string; children: ComponentChildren }

const Move = ({ page, version, act, children }: MoveProps) => (
  <PostForm action={`/staff/pages/${page.id}/move`}>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="id" value={version.id} />
    <input type="hidden" name="version" value={version.version} />
    <Button classes="govuk-button--secondary">{children}</Button>
  </PostForm>
)

const Versions = ({ page, language, versions, now }: Props) => {
  const live = liveVersion(versions, now)
  return (
    <WideTable
      caption={`Versions in ${languageOf(language).name}, the newest first`}
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      head={['Version', 'State', 'Published', 'Why it was changed', 'By']}
      rows={versions.map((version) => [
        <a class="govuk-link" href={`/staff/pages/${page.id}/versions/${version.id}`}>
          Version {version.number}
        </a>,
        <StateTag state={stateOf(version, live, now)} />,
        version.publishAt ? momentWords(version.publishAt) : 'Not yet',
        version.reason,
        <bdi>{version.author ?? 'Kith'}</bdi>,
      ])}
    />
  )
}

/** What a version is now: published and superseded look alike in the table of versions. */
function stateOf(version: AuthoredVersion, live: AuthoredVersion | undefined, now: Instant) {
  if (version.status !== 'published') return version.status
  if (isWaiting(version, now)) return 'waiting'
  return version.id === live?.id ? 'published' : 'replaced'
}
