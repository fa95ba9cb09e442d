import { useParams } from 'react-router'
import { inline } from '../../data/inline'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Page } from '../../ui/Page'
import { PanelBody } from '../../ui/Panel'
import type { Entity } from './entity'
import { holderCrumbs } from './inline'
import { InlineForm } from './InlineForm'

/** The page that changes an inline policy of a user, group or role. */
export const editInline = (kind: Entity['kind']) =>
  function EditInline() {
    const { name = '', policy = '' } = useParams()
    const holder = { kind, name }
    const document = useLoad(() => inline[kind].read(name, policy), [name, policy])
    return (
      <Page
        title={t('policyPage.edit.title', { name: policy })}
        description={t('inline.edit.about', { name })}
        crumbs={holderCrumbs(holder)}
      >
        <PanelBody loading={document.loading} fault={document.fault} reload={document.reload}>
          {document.value !== undefined && (
            <InlineForm
              holder={holder}
              policy={policy}
              before={document.value}
              stored
              first="json"
              save={t('policyPage.edit.save')}
            />
          )}
        </PanelBody>
      </Page>
    )
  }
