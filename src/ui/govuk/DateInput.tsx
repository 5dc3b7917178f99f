import { FieldsetGroup, type GroupedQuestion } from './FieldsetGroup.tsx'
import { Input } from './Input.tsx'
import { type Attributes, type Common, type Content, cx, isEmpty } from './params.ts'

/** One box of a date. */
export type DatePart = {
  name?: string | undefined
  label?: Content
  id?: string | undefined
  value?: string | number | undefined
  classes?: string | undefined
  /** Whether this box is wrong; left out, every box is marked when the date has an error. */
  error?: boolean | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
}
export type DateInputProps = Common &
  GroupedQuestion & {
    id: string
    namePrefix?: string | undefined
    /** `false` leaves the box out. */
    day?: DatePart | false | undefined
    month?: DatePart | false | undefined
    year?: DatePart | false | undefined
    /** Boxes in another order or number. */
    items?: readonly DatePart[] | undefined
    values?: Readonly<Record<string, string | number>> | undefined
  }

export const DateInput = ({ classes, attributes, ...props }: DateInputProps) => {
  const parts = partsOf(props)
  const marked = parts.some(isMarked)
  const allWrong = !isEmpty(props.errorMessage) && !marked
  return (
    <FieldsetGroup {...props} role="group">
      <div class={cx('govuk-date-input', classes)} {...attributes} id={props.id || undefined}>
        {props.formGroup?.beforeInput}
        {parts.map((part) => (
          <DateBox date={props} part={part} wrong={isMarked(part) || (part.error !== false && allWrong)} />
        ))}
        {props.formGroup?.afterInput}
      </div>
    </FieldsetGroup>
  )
}

type NamedPart = DatePart & { name: string; width: number }

function partsOf({ items, values, ...boxes }: DateInputProps): NamedPart[] {
  const { day = {}, month = {}, year = {} } = boxes
  const named = (part: DatePart | false, name: string, width: number): NamedPart[] =>
    part ? [{ ...part, name: part.name ?? name, value: part.value ?? values?.[name], width }] : []
  const usual = [...named(day, 'day', 2), ...named(month, 'month', 2), ...named(year, 'year', 4)]
  if (!items?.length) return usual
  return items.flatMap((item) => {
    const same = usual.find(({ name }) => name === item.name)
    return named({ ...item, value: item.value ?? same?.value }, item.name ?? '', same?.width ?? 2)
  })
}

const isMarked = (part: DatePart): boolean =>
  part.error || (part.classes ?? '').includes('govuk-input--error')

function boxClasses(classes: string | undefined, width: number, wrong: boolean): string {
  const has = (name: string) => classes?.includes(name) ?? false
  const error = wrong && !has('govuk-input--error') && 'govuk-input--error'
  return cx(
    'govuk-date-input__input',
    error,
    !has('govuk-input--width-') && `govuk-input--width-${width}`,
    classes,
  )
}

const DateBox = ({ date, part, wrong }: { date: DateInputProps; part: NamedPart; wrong: boolean }) => {
  const { name, label, width, value, error: _, ...input } = part
  const fullName = date.namePrefix ? `${date.namePrefix}-${name}` : name
  const answer = value ?? date.values?.[fullName]
  return (
    <div class="govuk-date-input__item">
      <Input
        {...input}
        label={{
          text: label ?? name.charAt(0).toUpperCase() + name.slice(1),
          classes: 'govuk-date-input__label',
        }}
        id={part.id ?? `${date.id}-${name}`}
        classes={boxClasses(part.classes, width, wrong)}
        name={fullName}
        value={answer === undefined ? undefined : String(answer)}
        inputmode={part.inputmode ?? 'numeric'}
      />
    </div>
  )
}
