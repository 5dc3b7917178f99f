import type { RaisePage } from '../raise.ts'
import { CheckPage } from './CheckPage.tsx'
import {
  Call999,
  DangerQuestion,
  LanguageQuestion,
  PersonQuestion,
  WhenQuestion,
  WorryQuestion,
} from './questions.tsx'
import { ReplyQuestion } from './ReplyQuestion.tsx'

/** The page of the journey that was reached. */
export function RaiseView({ page }: { page: RaisePage }) {
  switch (page.step) {
    case 'danger':
      return <DangerQuestion place={page} form={page.form} />
    case 'call-999':
      return <Call999 place={page} />
    case 'worry':
      return <WorryQuestion place={page} form={page.form} />
    case 'when':
      return <WhenQuestion place={page} form={page.form} />
    case 'person':
      return <PersonQuestion place={page} form={page.form} />
    case 'reply':
      return <ReplyQuestion place={page} form={page.form} />
    case 'language':
      return <LanguageQuestion place={page} form={page.form} />
    case 'check':
      return <CheckPage place={page} answers={page.answers} />
  }
}
