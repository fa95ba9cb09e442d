import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import { t } from '../text/text'
import { pageSizes, type Preferences } from './listChoice'

interface Props {
  columns: { id: string; header: string }[]
  chosen: Preferences
  onChoose: (preferences: Preferences) => void
}

/** The dialog behind the gear of a list. */
export function TablePreferences({ columns, chosen, onChoose }: Props) {
  return (
    <CollectionPreferences
      title={t('table.preferences')}
      confirmLabel={t('table.confirm')}
      cancelLabel={t('shared.cancel')}
      preferences={{ pageSize: chosen.pageSize, contentDisplay: displayOf(columns, chosen) }}
      pageSizePreference={{
        title: t('table.pageSize'),
        options: pageSizes.map((value) => ({ value, label: t('table.rows', { count: value }) })),
      }}
      contentDisplayPreference={{
        title: t('table.columns'),
        options: columns.map((column, i) => ({ id: column.id, label: column.header, alwaysVisible: i === 0 })),
      }}
      onConfirm={({ detail }) =>
        onChoose({
          pageSize: detail.pageSize ?? chosen.pageSize,
          visible: (detail.contentDisplay ?? []).filter((column) => column.visible).map((column) => column.id),
        })
      }
    />
  )
}

/** The columns as a table takes them, each shown or not. */
export function displayOf(columns: { id: string }[], { visible }: Preferences) {
  return columns.map(({ id }) => ({ id, visible: visible.includes(id) }))
}
