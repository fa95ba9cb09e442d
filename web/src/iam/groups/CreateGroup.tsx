import { AddUserToGroupCommand, CreateGroupCommand } from '@aws-sdk/client-iam'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { startTransition, useState } from 'react'
import { useNavigate } from 'react-router'
import { useShell } from '../../app/shell'
import { iam } from '../../data/iam'
import { useAct, useList } from '../../data/load'
import { sift } from '../../data/rows'
import { allUsers } from '../../data/users'
import { figure } from '../../text/format'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { Page } from '../../ui/Page'
import { SubmitForm } from '../../ui/SubmitForm'
import { useRows } from '../../ui/useRows'
import { groupPath, nameIsLegal } from '../paths'

/** The page on which a group is made, with its first users. It gets no policy here. */
export default function CreateGroup() {
  const { notify } = useShell()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [users, setUsers] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const act = useAct(async () => {
    await iam.send(new CreateGroupCommand({ GroupName: name }))
    for (const UserName of users) await iam.send(new AddUserToGroupCommand({ GroupName: name, UserName }))
  })
  const submit = async () => {
    setTried(true)
    if (!nameIsLegal(name, 128) || !(await act.run())) return
    notify({ type: 'success', content: t('groups.done', { name }) })
    navigate(groupPath(name))
  }
  return (
    <Page
      title={t('groups.createPage')}
      crumbs={[
        { text: t('service.iam'), to: '/iam' },
        { text: t('groups.title'), to: '/iam/groups' },
      ]}
    >
      <SubmitForm button={t('groups.submit')} act={act} onSubmit={submit} back="/iam/groups">
        <Container>
          <SpaceBetween size="l">
            <FormField
              label={t('groups.name')}
              constraintText={t('groups.nameHint')}
              errorText={tried && !nameIsLegal(name, 128) && t('groups.nameWrong')}
            >
              <Input value={name} autoComplete={false} onChange={({ detail }) => setName(detail.value)} />
            </FormField>
            <UserChoice chosen={users} onChange={setUsers} />
          </SpaceBetween>
        </Container>
        <ActFault fault={act.fault} />
      </SubmitForm>
    </Page>
  )
}

/** How many users are offered at a time. */
const most = 100

/** A choice of users. Of many that match only the first are offered, which says so. */
function UserChoice({ chosen, onChange }: { chosen: string[]; onChange: (users: string[]) => void }) {
  const users = useList(allUsers, [])
  const [wanted, setWanted] = useState('')
  const text = wanted.toLocaleLowerCase()
  const { rows } = useRows(
    () => sift(users.value, ({ UserName = '' }) => UserName.toLocaleLowerCase().includes(text)),
    [users.value, text],
  )
  return (
    <FormField label={t('groups.users')} description={t('groups.usersHint')}>
      <Multiselect
        options={rows.slice(0, most).map((user) => option(user.UserName ?? ''))}
        selectedOptions={chosen.map(option)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value ?? ''))}
        filteringType="manual"
        onLoadItems={({ detail }) => startTransition(() => setWanted(detail.filteringText))}
        filteringAriaLabel={t('table.search', { what: t('users.title') })}
        statusType={users.fault ? 'error' : users.partial ? 'loading' : 'finished'}
        errorText={users.fault?.message}
        loadingText={`${t('table.loadingMore', { count: figure(users.value.length) })}. ${t('table.searchLoaded')}`}
        finishedText={
          rows.length > most ? t('groups.usersMore', { count: figure(most), total: figure(rows.length) }) : undefined
        }
        empty={t('table.none')}
        placeholder={t('groups.users')}
        deselectAriaLabel={(each) => `${t('shared.remove')} ${each.label}`}
      />
    </FormField>
  )
}

const option = (name: string) => ({ value: name, label: name })
