import { Hint } from './Hint.tsx'
import { type Attributes, cx } from './params.ts'
import { Textarea, type TextareaProps } from './Textarea.tsx'

/** A message by plural rule, with `%{count}` where the number goes. */
export type PluralMessages = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

export type CharacterCountProps = TextareaProps & {
  maxlength?: number | undefined
  maxwords?: number | undefined
  /** How a character is counted in the browser. */
  countType?: 'characters' | 'words' | 'utf16' | undefined
  /** Per cent of the limit from which the count shows. */
  threshold?: number | undefined
  countMessage?: { classes?: string | undefined } | undefined
  /** Shown without script, with `%{count}` where the limit goes. */
  textareaDescriptionText?: string | undefined
  charactersUnderLimitText?: PluralMessages | undefined
  charactersAtLimitText?: string | undefined
  charactersOverLimitText?: PluralMessages | undefined
  wordsUnderLimitText?: PluralMessages | undefined
  wordsAtLimitText?: string | undefined
  wordsOverLimitText?: PluralMessages | undefined
}

export const CharacterCount = (props: CharacterCountProps) => {
  const id = props.id ?? props.name
  const limit = props.maxwords ?? props.maxlength
  const unit = countTypeOf(props) === 'words' ? 'words' : 'characters'
  const description = props.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`
  const message = (
    <Hint id={`${id}-info`} classes={cx('govuk-character-count__message', props.countMessage?.classes)}>
      {limit && description.replace('%{count}', String(limit))}
    </Hint>
  )
  return (
    <Textarea
      {...props}
      describedBy={`${id}-info`}
      classes={cx('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: cx('govuk-character-count', props.formGroup?.classes),
        attributes: { ...countAttributes(props), ...props.formGroup?.attributes },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: [message, props.formGroup?.afterInput],
      }}
    />
  )
}

const countTypeOf = ({ countType, maxwords }: CharacterCountProps) =>
  countType ?? (maxwords ? 'words' : undefined)

/** The options that govuk-frontend's script reads. */
function countAttributes(props: CharacterCountProps): Attributes {
  const noLimit = !props.maxwords && !props.maxlength
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countTypeOf(props),
    ...plurals('textarea-description', noLimit ? toOther(props.textareaDescriptionText) : undefined),
    ...plurals('characters-under-limit', props.charactersUnderLimitText),
    'data-i18n.characters-at-limit': props.charactersAtLimitText,
    ...plurals('characters-over-limit', props.charactersOverLimitText),
    ...plurals('words-under-limit', props.wordsUnderLimitText),
    'data-i18n.words-at-limit': props.wordsAtLimitText,
    ...plurals('words-over-limit', props.wordsOverLimitText),
  }
}

const toOther = (text: string | undefined): PluralMessages | undefined => (text ? { other: text } : undefined)

const plurals = (key: string, messages: PluralMessages = {}): Attributes =>
  Object.fromEntries(Object.entries(messages).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]))
