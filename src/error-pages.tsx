import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { type ErrorKind, statusOf } from './platform/http/index.ts'
import { ErrorPage } from './ui/index.ts'

type Words = { readonly title: string; readonly body: VNode }

const WORDS: Readonly<Record<Exclude<ErrorKind, 'away' | 'too-busy'>, Words>> = {
  'not-found': {
    title: 'Page not found',
    body: (
      <>
        <p class="govuk-body">If you typed the web address, check it is correct.</p>
        <p class="govuk-body">If you pasted the web address, check you copied all of it.</p>
      </>
    ),
  },
  'bad-request': {
    title: 'Sorry, we could not read that',
    body: (
      <p class="govuk-body">
        Nothing was sent. Go back to the page you were on, load it again, and try once more. Your browser may
        still have what you wrote.
      </p>
    ),
  },
  'too-large': {
    title: 'That is too long to send',
    body: <p class="govuk-body">Nothing was sent. Go back and make what you wrote shorter.</p>,
  },
  fault: {
    title: 'Sorry, something went wrong',
    body: (
      <p class="govuk-body">
        The fault is ours. We do not know if what you sent was saved. Go back and try again: the same form
        sent twice arrives once.
      </p>
    ),
  },
}

const AWAY: Words = {
  title: 'Sorry, this page is not working at the moment',
  body: <p class="govuk-body">What you sent was not saved. Try again in a few minutes, or call us.</p>,
}

/** The page for each kind of error. Telephone numbers are on all of them: somebody may be in danger now. */
export function respond(kind: ErrorKind, req: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { title, body } = kind === 'away' || kind === 'too-busy' ? AWAY : WORDS[kind]
  // The same bytes for everybody: an error page never says who is signed in.
  req.session = null
  reply.header('cache-control', 'no-store')
  if (statusOf(kind) === 503) reply.header('retry-after', '30')
  return reply.page(
    <ErrorPage title={title}>
      {body}
      <UrgentNumbers phone={req.authority?.settings().concernPhone} />
    </ErrorPage>,
    statusOf(kind),
  )
}

const UrgentNumbers = ({ phone }: { phone: string | undefined }) => (
  <>
    <h2 class="govuk-heading-m">If you are worried about someone</h2>
    <p class="govuk-body">
      If anyone is in danger now, call{' '}
      <a class="govuk-link" href="tel:999">
        999
      </a>
      .
    </p>
    <p class="govuk-body">
      For advice, call ACT Early on{' '}
      <a class="govuk-link" href="tel:08000113764">
        <bdi>0800 011 3764</bdi>
      </a>
      , 9am to 5pm every day.
    </p>
    {phone ? (
      <p class="govuk-body">
        Or call our team on{' '}
        <a class="govuk-link" href={`tel:${phone.replaceAll(' ', '')}`}>
          <bdi>{phone}</bdi>
        </a>
        .
      </p>
    ) : null}
  </>
)
