import {
  ModifySecurityGroupRulesCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useState } from 'react'
import { ec2 } from '../data/ec2'
import { t } from '../text/text'
import { TagsDialog } from '../ui/TagsDialog'
import { Question } from './Question'
import { type Direction, formOf, requestOf, type RuleForm } from './rule'
import { RuleDialog } from './RuleDialog'
import { tagsOf } from './tags'

interface Props {
  rule: SecurityGroupRule
  direction: Direction
  onDone: () => void
}

/** What can be done to one rule: a menu in its row, and the dialogs behind it. */
export function RuleActions({ rule, direction, onDone }: Props) {
  const [open, setOpen] = useState<string>()
  const id = rule.SecurityGroupRuleId ?? ''
  const frame = {
    onClose: () => setOpen(undefined),
    onDone: () => {
      setOpen(undefined)
      onDone()
    },
  }
  return (
    <>
      <ButtonDropdown
        variant="inline-icon"
        ariaLabel={t('credential.actions', { id })}
        expandToViewport
        items={[
          { id: 'edit', text: t('rules.edit') },
          { id: 'tags', text: t('user.tags.manage') },
          { id: 'revoke', text: t('rules.revoke') },
        ]}
        onItemClick={({ detail }) => setOpen(detail.id)}
      />
      {open === 'edit' && (
        <RuleDialog
          title={t('rules.edit')}
          direction={direction}
          start={formOf(rule)}
          send={(form) => modify(rule, form)}
          {...frame}
        />
      )}
      {open === 'tags' && (
        <TagsDialog
          before={rule.Tags?.map(({ Key, Value }) => ({ Key, Value })) ?? []}
          empty={t('tags.none')}
          {...tagsOf(id)}
          {...frame}
        />
      )}
      {open === 'revoke' && (
        <Question
          title={t('rules.revoke.title')}
          text={t(`rules.${direction}.revoke`)}
          button={t('rules.revoke')}
          run={() => revoke(rule)}
          {...frame}
        />
      )}
    </>
  )
}

function modify(rule: SecurityGroupRule, form: RuleForm): Promise<unknown> {
  return ec2.send(
    new ModifySecurityGroupRulesCommand({
      GroupId: rule.GroupId,
      SecurityGroupRules: [{ SecurityGroupRuleId: rule.SecurityGroupRuleId, SecurityGroupRule: requestOf(form) }],
    }),
  )
}

function revoke(rule: SecurityGroupRule): Promise<unknown> {
  const input = { GroupId: rule.GroupId, SecurityGroupRuleIds: [rule.SecurityGroupRuleId ?? ''] }
  return rule.IsEgress
    ? ec2.send(new RevokeSecurityGroupEgressCommand(input))
    : ec2.send(new RevokeSecurityGroupIngressCommand(input))
}
