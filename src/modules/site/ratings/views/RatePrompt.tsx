import { Button } from '../../../../ui/index.ts'
import { En } from '../../En.tsx'

/** At the foot of every page: the same bytes for everybody, so that the page can be kept. */
export const RatePrompt = ({ versionId }: { versionId: string }) => (
  <form class="kith-rate" method="post" action={`/rate/${versionId}`} aria-labelledby="rate-this-page">
    <h2 class="govuk-heading-s" id="rate-this-page">
      <En>Rate this page: is it useful?</En>
    </h2>
    <div class="govuk-button-group">
      <Button name="useful" value="yes" classes="govuk-button--secondary" preventDoubleClick>
        Yes<span class="govuk-visually-hidden">, this page is useful</span>
      </Button>
      <Button name="useful" value="no" classes="govuk-button--secondary" preventDoubleClick>
        No<span class="govuk-visually-hidden">, this page is not useful</span>
      </Button>
    </div>
  </form>
)
