import { type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'
import { Tag, type TagProps } from './Tag.tsx'

type Classes = { classes?: string | undefined }

export type Task = {
  title: Slot<Classes>
  href?: string | undefined
  hint?: Slot
  /** Plain text for what is done, a tag for what needs attention. */
  status: { text?: Content; tag?: Slot<Omit<TagProps, 'children'>>; classes?: string | undefined }
  classes?: string | undefined
}
export type TaskListProps = Common & {
  items: readonly (Task | false | null | undefined)[]
  idPrefix?: string | undefined
}

export const TaskList = ({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) => (
  <ul class={cx('govuk-task-list', classes)} {...attributes}>
    {items.map((item, index) => item && <Item item={item} id={`${idPrefix}-${index + 1}`} />)}
  </ul>
)

const Item = ({ item, id }: { item: Task; id: string }) => {
  const title = slotOf<Classes>(item.title)
  const hasHint = !isEmpty(item.hint)
  return (
    <li class={cx('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={cx('govuk-link govuk-task-list__link', title.classes)}
            href={item.href}
            aria-describedby={cx(hasHint && `${id}-hint`, `${id}-status`)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.classes}>{title.text}</div>
        )}
        {hasHint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {slotOf(item.hint).text}
          </div>
        )}
      </div>
      <div class={cx('govuk-task-list__status', item.status.classes)} id={`${id}-status`}>
        <Status {...item.status} />
      </div>
    </li>
  )
}

const Status = ({ text, tag }: Task['status']) => {
  if (isEmpty(tag)) return <>{text}</>
  const { text: word, ...params } = slotOf<Omit<TagProps, 'children'>>(tag)
  return <Tag {...params}>{word}</Tag>
}
