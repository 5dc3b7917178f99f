import { type Attributes, type Common, type Content, cx, isEmpty } from './params.ts'

export type Tab = {
  label: Content
  id?: string | undefined
  attributes?: Attributes | undefined
  /** `text` is set as a paragraph; `content` is drawn as it is. */
  panel: { text?: Content; content?: Content; attributes?: Attributes | undefined }
}
export type TabsProps = Common & {
  items?: readonly (Tab | false | null | undefined)[] | undefined
  id?: string | undefined
  idPrefix?: string | undefined
  title?: string | undefined
}

export const Tabs = ({ items = [], id, idPrefix = '', title, classes, attributes }: TabsProps) => {
  // Left-out items keep their number, as in govuk-frontend.
  const tabs = items.flatMap((tab, index) =>
    tab ? [{ tab, index, id: tab.id ?? `${idPrefix}-${index + 1}` }] : [],
  )
  return (
    <div id={id || undefined} class={cx('govuk-tabs', classes)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title ?? 'Contents'}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map(({ tab, index, id }) => (
            <li class={cx('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${id}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map(({ tab: { panel }, index, id }) => (
        <div
          class={cx('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          id={id}
          {...panel.attributes}
        >
          {isEmpty(panel.content) && !isEmpty(panel.text) ? (
            <p class="govuk-body">{panel.text}</p>
          ) : (
            panel.content
          )}
        </div>
      ))}
    </div>
  )
}
