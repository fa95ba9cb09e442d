import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useParams } from 'react-router'
import { inline } from '../../data/inline'
import { useLoad } from '../../data/load'
import { t } from '../../text/text'
import { Page } from '../../ui/Page'
import { PanelBody } from '../../ui/Panel'
import { nameIsLegal } from '../paths'
import { emptyDocument } from './CreatePolicy'
import type { Entity } from './entity'
import { holderCrumbs } from './inline'
import { InlineForm } from './InlineForm'

/** The page that makes an inline policy of a user, group or role. */
export const createInline = (kind: Entity['kind']) =>
  function CreateInline() {
    const holder = { kind, name: useParams().name ?? '' }
    const taken = useLoad(() => inline[kind].list(holder.name), [holder.name])
    return (
      <Page
        title={t('inline.create')}
        description={t('inline.create.about', { name: holder.name })}
        crumbs={holderCrumbs(holder)}
      >
        <PanelBody loading={taken.loading} fault={taken.fault} reload={taken.reload}>
          {taken.value && <NewPolicy holder={holder} taken={taken.value} />}
        </PanelBody>
      </Page>
    )
  }

/** To put a policy of a name that is taken would lose the one that has it. */
function NewPolicy({ holder, taken }: { holder: Entity; taken: string[] }) {
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const fault = faultOf(name, taken)
  return (
    <InlineForm
      holder={holder}
      policy={name}
      before={emptyDocument}
      first="visual"
      save={t('inline.create')}
      ready={() => {
        setTried(true)
        return !fault
      }}
    >
      <FormField
        label={t('policies.name')}
        constraintText={t('policy.name.hint')}
        errorText={tried || taken.includes(name) ? fault : undefined}
      >
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete={false} ariaRequired />
      </FormField>
    </InlineForm>
  )
}

function faultOf(name: string, taken: string[]): string | undefined {
  if (!name) return t('shared.required')
  if (!nameIsLegal(name, 128)) return t('policy.name.wrong')
  return taken.includes(name) ? t('inline.taken') : undefined
}
