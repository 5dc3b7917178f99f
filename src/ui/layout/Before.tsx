import { BackLink } from '../govuk/BackLink.tsx'
import { type Breadcrumb, Breadcrumbs } from '../govuk/Breadcrumbs.tsx'

export type BeforeProps = { back?: string | undefined; breadcrumbs?: readonly Breadcrumb[] | undefined }

/** The way back, in the header so that the skip link passes it and no part of the page is outside a landmark. */
export const Before = ({ back, breadcrumbs }: BeforeProps) => (
  <>
    {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
    {back && <BackLink href={back} />}
  </>
)
