// The kit: everything that pages may use.

export { brandCss, brandProblem } from './brand.ts'
export { CharacterCountField, type CharacterCountFieldProps } from './forms/CharacterCountField.tsx'
export { CheckboxesField, type CheckboxesFieldProps } from './forms/CheckboxesField.tsx'
export { DateField, type DateFieldProps } from './forms/DateField.tsx'
export { ErrorSummaryFor, type ErrorSummaryForProps, type FormErrors } from './forms/ErrorSummaryFor.tsx'
export { HiddenField } from './forms/HiddenField.tsx'
export { PasswordField, type PasswordFieldProps } from './forms/PasswordField.tsx'
export { PostForm, type PostFormProps } from './forms/PostForm.tsx'
export type { Choices, Size } from './forms/question.ts'
export { RadiosField, type RadiosFieldProps } from './forms/RadiosField.tsx'
export { SelectField, type SelectFieldProps } from './forms/SelectField.tsx'
export { TextareaField, type TextareaFieldProps } from './forms/TextareaField.tsx'
export { TextField, type TextFieldProps } from './forms/TextField.tsx'
export { BackLink, type BackLinkProps } from './govuk/BackLink.tsx'
export { type Breadcrumb, Breadcrumbs, type BreadcrumbsProps } from './govuk/Breadcrumbs.tsx'
export { Button, type ButtonProps } from './govuk/Button.tsx'
export { CharacterCount, type CharacterCountProps, type PluralMessages } from './govuk/CharacterCount.tsx'
export { type Checkbox, Checkboxes, type CheckboxesProps, type CheckboxItem } from './govuk/Checkboxes.tsx'
export { DateInput, type DateInputProps, type DatePart } from './govuk/DateInput.tsx'
export { Details, type DetailsProps } from './govuk/Details.tsx'
export { ErrorMessage, type ErrorMessageParams, type ErrorMessageProps } from './govuk/ErrorMessage.tsx'
export { ErrorSummary, type ErrorSummaryItem, type ErrorSummaryProps } from './govuk/ErrorSummary.tsx'
export { EXIT_URL, ExitThisPage, type ExitThisPageProps } from './govuk/ExitThisPage.tsx'
export { Fieldset, type FieldsetParams, type FieldsetProps, type LegendParams } from './govuk/Fieldset.tsx'
export { Hint, type HintProps } from './govuk/Hint.tsx'
export { Input, type InputProps } from './govuk/Input.tsx'
export { InsetText, type InsetTextProps } from './govuk/InsetText.tsx'
export { Label, type LabelParams, type LabelProps } from './govuk/Label.tsx'
export {
  type LanguageItem,
  LanguageNavigation,
  type LanguageNavigationProps,
} from './govuk/LanguageNavigation.tsx'
export { NotificationBanner, type NotificationBannerProps } from './govuk/NotificationBanner.tsx'
export { type PageItem, Pagination, type PaginationLink, type PaginationProps } from './govuk/Pagination.tsx'
export { Panel, type PanelAction, type PanelProps } from './govuk/Panel.tsx'
export { PasswordInput, type PasswordInputProps } from './govuk/PasswordInput.tsx'
export { PhaseBanner, type PhaseBannerProps } from './govuk/PhaseBanner.tsx'
export type { Attributes, Content, Slot } from './govuk/params.ts'
export { type RadioItem, Radios, type RadiosProps } from './govuk/Radios.tsx'
export { Select, type SelectItem, type SelectProps } from './govuk/Select.tsx'
export {
  type NavigationItem,
  ServiceNavigation,
  type ServiceNavigationProps,
} from './govuk/ServiceNavigation.tsx'
export { SkipLink, type SkipLinkProps } from './govuk/SkipLink.tsx'
export type { SummaryAction, SummaryActions } from './govuk/SummaryCard.tsx'
export {
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from './govuk/SummaryList.tsx'
export { type Cell, type CellParams, Table, type TableProps } from './govuk/Table.tsx'
export { type Tab, Tabs, type TabsProps } from './govuk/Tabs.tsx'
export { Tag, type TagProps } from './govuk/Tag.tsx'
export { type Task, TaskList, type TaskListProps } from './govuk/TaskList.tsx'
export { Textarea, type TextareaProps } from './govuk/Textarea.tsx'
export { WarningText, type WarningTextProps } from './govuk/WarningText.tsx'
export { type Chrome, type ChromeAuthority, type ChromeLink, useChrome } from './layout/chrome.ts'
export { ErrorPage, type ErrorPageProps } from './layout/ErrorPage.tsx'
export { InLanguage, type InLanguageProps } from './layout/InLanguage.tsx'
export { complaintLinks, FOOTER_LINKS, ICO_COMPLAINTS, STACU_COMPLAINTS } from './layout/links.ts'
export { PublicPage, type PublicPageProps } from './layout/PublicPage.tsx'
export { Scrollable, type ScrollableProps } from './layout/Scrollable.tsx'
export { StaffPage, type StaffPageProps } from './layout/StaffPage.tsx'
export { WideTable } from './layout/WideTable.tsx'
export { IdentityBar, type IdentityBarProps } from './moj/IdentityBar.tsx'
export { SubNavigation, type SubNavigationItem, type SubNavigationProps } from './moj/SubNavigation.tsx'
export { Timeline, type TimelineItem, type TimelineProps } from './moj/Timeline.tsx'
export { renderPage, renderPart } from './render.ts'
export { SUPPORTED_SCRIPT_HASH } from './script.ts'
