import type { ComponentProps } from 'react'
import { t } from '../text/text'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Panel'

type Props<T extends object> = Omit<ComponentProps<typeof DataTable<T>>, 'denied'>

/** A list of EC2's. Denied, it keeps its heading and says what EC2 says, and the rest of the page goes on. */
export function ResourceList<T extends object>(props: Props<T>) {
  const { title, list } = props
  if (list.fault) return <Panel title={title} fault={list.fault} denied={t('ec2.denied')} reload={list.reload} />
  return <DataTable {...props} />
}
