import { Button } from './Button.tsx'
import { Input, type InputProps } from './Input.tsx'
import { cx } from './params.ts'

export type PasswordInputProps = Omit<InputProps, 'type' | 'prefix' | 'suffix'> & {
  button?: { classes?: string | undefined } | undefined
  showPasswordText?: string | undefined
  hidePasswordText?: string | undefined
  showPasswordAriaLabelText?: string | undefined
  hidePasswordAriaLabelText?: string | undefined
  passwordShownAnnouncementText?: string | undefined
  passwordHiddenAnnouncementText?: string | undefined
}

export const PasswordInput = (props: PasswordInputProps) => (
  <Input
    {...props}
    type="password"
    spellcheck={false}
    autocapitalize="none"
    autocomplete={props.autocomplete ?? 'current-password'}
    classes={cx('govuk-password-input__input govuk-js-password-input-input', props.classes)}
    inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
    formGroup={{
      classes: cx('govuk-password-input', props.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        'data-i18n.show-password': props.showPasswordText,
        'data-i18n.hide-password': props.hidePasswordText,
        'data-i18n.show-password-aria-label': props.showPasswordAriaLabelText,
        'data-i18n.hide-password-aria-label': props.hidePasswordAriaLabelText,
        'data-i18n.password-shown-announcement': props.passwordShownAnnouncementText,
        'data-i18n.password-hidden-announcement': props.passwordHiddenAnnouncementText,
        ...props.formGroup?.attributes,
      },
      beforeInput: props.formGroup?.beforeInput,
      afterInput: [<Toggle {...props} />, props.formGroup?.afterInput],
    }}
  />
)

const Toggle = (props: PasswordInputProps) => (
  <Button
    type="button"
    classes={cx(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      props.button?.classes,
    )}
    attributes={{
      'aria-controls': props.id ?? props.name,
      'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    }}
  >
    {props.showPasswordText ?? 'Show'}
  </Button>
)
