import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { classNames } from '../class-names.ts'
import { tabListLook, tabLook } from './tab-look.ts'

/** A tab and what it shows. */
export type TabItem<Id extends string = string> = {
  readonly id: Id
  readonly label: string
  /** After the label: a count, a sign. */
  readonly badge?: ReactNode
  readonly isDisabled?: boolean
  readonly content: ReactNode
}

export type TabsProps<Id extends string> = {
  /** Names the row of tabs. */
  readonly label: string
  readonly tabs: readonly TabItem<Id>[]
  /** Left out: the tabs remember themselves. */
  readonly selected?: Id | undefined
  readonly onSelect?: (id: Id) => void
  readonly className?: string | undefined
  readonly panelClassName?: string | undefined
}

/** Views of one thing in one place, switched without leaving the page; `NavTabs` has an address for each. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className, panelClassName }: TabsProps<Id>) {
  const select = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key)
    if (tab) onSelect?.(tab.id)
  }
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={select}
      className={classNames('flex min-w-0 flex-col', className)}
    >
      <TabList aria-label={label} className={tabListLook}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} isDisabled={tab.isDisabled ?? false} className={tabLook}>
            {tab.label}
            {tab.badge}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={classNames('focus-ring rounded pt-4', panelClassName)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
