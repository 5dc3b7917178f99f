import { type Content, type FormErrors, PublicPage } from '../../../../ui/index.ts'

type Props = {
  /** Said in the browser's tab and history, where others may see it: it must not tell. */
  title: string
  heading?: Content | false
  form?: FormErrors | undefined
  back?: string | undefined
  children?: Content
}

/** Every residents' page of concerns: a way to leave it at once, no menu to stray into, nothing for search engines. */
export const ConcernsPage = (props: Props) => <PublicPage {...props} exitThisPage noindex bare />
