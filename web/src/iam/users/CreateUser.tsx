import { paginateListGroups } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId, useState } from 'react'
import { iam } from '../../data/iam'
import { all, useAct, useLoad } from '../../data/load'
import { t } from '../../text/text'
import { ActFault } from '../../ui/ActFault'
import { NewTags } from '../../ui/NewTags'
import { Page } from '../../ui/Page'
import { SubmitForm } from '../../ui/SubmitForm'
import { isComplete, PasswordChoice } from '../credentials/PasswordChoice'
import { GroupChoice } from '../groups/GroupChoice'
import { nameIsLegal } from '../paths'
import { boundaryIsComplete, NewBoundary } from '../policies/NewBoundary'
import { createUser, type NewUser, type UserWish } from './creation'
import { UserCreated } from './UserCreated'

const nothing: UserWish = {
  name: '',
  keys: false,
  console: false,
  password: { automatic: true, typed: '', reset: true },
  groups: [],
  tags: [],
}

/** The page on which a user is made, with a password, an access key, or both, the groups that they join, a boundary and tags. */
export default function CreateUser() {
  const [wish, setWish] = useState(nothing)
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<NewUser>()
  const act = useAct(async () => setMade(await createUser(wish)))
  const change = (part: Partial<UserWish>) => setWish({ ...wish, ...part })
  const submit = () => {
    setTried(true)
    if (wishIsComplete(wish)) void act.run()
  }
  const again = () => {
    setWish(nothing)
    setTried(false)
    setMade(undefined)
  }
  return (
    <Page
      title={t('create.title')}
      crumbs={[
        { text: t('service.iam'), to: '/iam' },
        { text: t('users.title'), to: '/iam/users' },
      ]}
    >
      {made ? (
        <UserCreated made={made} onAgain={again} />
      ) : (
        <SubmitForm button={t('create.submit')} act={act} onSubmit={submit} back="/iam/users">
          <Details wish={wish} tried={tried} onChange={change} />
          <JoinedGroups wish={wish} onChange={change} />
          <NewBoundary wish={wish.boundary} tried={tried} onChange={(boundary) => change({ boundary })} />
          <NewTags tags={wish.tags} onChange={(tags) => change({ tags })} />
          <ActFault fault={act.fault} />
        </SubmitForm>
      )}
    </Page>
  )
}

function wishIsComplete(wish: UserWish): boolean {
  const named = nameIsLegal(wish.name, 64)
  return named && (!wish.console || isComplete(wish.password)) && boundaryIsComplete(wish.boundary)
}

interface PartProps {
  wish: UserWish
  onChange: (part: Partial<UserWish>) => void
}

function Details({ wish, tried, onChange }: PartProps & { tried: boolean }) {
  const access = useId()
  return (
    <Container header={<Header>{t('create.details')}</Header>}>
      <SpaceBetween size="l">
        <FormField
          label={t('users.name')}
          constraintText={t('create.nameHint')}
          errorText={tried && !nameIsLegal(wish.name, 64) && t('create.nameWrong')}
        >
          <Input value={wish.name} autoComplete={false} onChange={({ detail }) => onChange({ name: detail.value })} />
        </FormField>
        {/* No form field: its label would become a part of the name of each check box. */}
        <div role="group" aria-labelledby={access}>
          <SpaceBetween size="xs">
            <Box variant="awsui-key-label" id={access}>
              {t('create.access')}
            </Box>
            <Checkbox
              checked={wish.keys}
              description={t('create.keysHint')}
              onChange={({ detail }) => onChange({ keys: detail.checked })}
            >
              {t('create.keys')}
            </Checkbox>
            <Checkbox
              checked={wish.console}
              description={t('create.consoleHint')}
              onChange={({ detail }) => onChange({ console: detail.checked })}
            >
              {t('create.console')}
            </Checkbox>
          </SpaceBetween>
        </div>
        {wish.console && <PasswordChoice wish={wish.password} onChange={(password) => onChange({ password })} />}
      </SpaceBetween>
    </Container>
  )
}

function JoinedGroups({ wish, onChange }: PartProps) {
  const groups = useLoad(() => all(paginateListGroups({ client: iam }, {}), (page) => page.Groups), [])
  return (
    <Container header={<Header description={t('create.groupsHint')}>{t('create.groups')}</Header>}>
      <FormField label={t('groups.title')} description={t('create.groupsOptional')}>
        <GroupChoice groups={groups} chosen={wish.groups} onChange={(chosen) => onChange({ groups: chosen })} />
      </FormField>
    </Container>
  )
}
