import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useShell } from '../../app/shell'
import { useAct, useList } from '../../data/load'
import { deleteToken, listTokens, type Token } from '../../data/tokens'
import { when } from '../../text/format'
import { t } from '../../text/text'
import { Confirm } from '../../ui/Confirm'
import { type Column, DataTable } from '../../ui/DataTable'
import { Page } from '../../ui/Page'
import { RouteButton } from '../../ui/RouteButton'
import { Owner, ownerName } from '../mfa/Owner'

/** The hardware tokens whose seeds were imported, and whose they are. */
export default function Tokens() {
  const list = useList(listTokens, [])
  const [selected, setSelected] = useState<Token[]>([])
  const [deleting, setDeleting] = useState(false)
  const { notify } = useShell()
  const chosen = selected[0]
  const act = useAct(() => deleteToken(chosen?.serial ?? ''))
  return (
    <Page
      title={t('tokens.title')}
      description={t('tokens.about')}
      crumbs={[{ text: t('service.iam'), to: '/iam' }]}
      actions={
        <RouteButton variant="primary" to="/iam/hardware-tokens/import">
          {t('tokens.import')}
        </RouteButton>
      }
    >
      <DataTable
        name="tokens"
        title={t('tokens.title')}
        list={list}
        columns={columns()}
        id={(token) => token.serial}
        empty={t('tokens.none')}
        selection={{ selected, onChange: setSelected, type: 'single' }}
        actions={
          <Button
            disabled={!chosen || Boolean(chosen.enabled)}
            disabledReason={chosen?.enabled && t('tokens.inUse')}
            onClick={() => setDeleting(true)}
          >
            {t('tokens.delete')}
          </Button>
        }
      />
      {deleting && chosen && (
        <Confirm
          title={t('tokens.deleteTitle', { serial: chosen.serial })}
          button={t('shared.delete')}
          act={act}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            setSelected([])
            notify({ type: 'success', content: t('tokens.deleted', { serial: chosen.serial }) })
            list.reload()
          }}
        >
          {t('tokens.deleteText')}
        </Confirm>
      )}
    </Page>
  )
}

function columns(): Column<Token>[] {
  return [
    { id: 'serial', header: t('mfa.token.serial'), cell: ({ serial }) => serial, text: ({ serial }) => serial },
    {
      id: 'user',
      header: t('tokens.assigned'),
      cell: (token) => <Owner {...holder(token)} />,
      text: (token) => ownerName(holder(token)),
    },
    {
      id: 'imported',
      header: t('tokens.imported'),
      cell: ({ imported }) => when(imported),
      text: (token) => token.imported,
    },
    {
      id: 'enabled',
      header: t('tokens.enabled'),
      cell: ({ enabled }) => when(enabled),
      text: (token) => token.enabled,
    },
  ]
}

const holder = ({ user, enabled }: Token) => ({ user, assigned: Boolean(enabled) })
