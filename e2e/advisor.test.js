import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { openTab } from './lib/console.js'
import { mustCall } from './lib/people.js'
import { allow, newStage } from './lib/stage.js'
import { expectText, expectVisible } from './lib/wait.js'

const stage = newStage()
const ec2 = 'arn:aws:iam::aws:policy/AmazonEC2FullAccess'
const userName = 'Observer'

const services = (page) => page.getByRole('tabpanel', { name: 'Access Advisor' })
const rowOf = (page, service) => services(page).getByRole('row', { name: service })

test('Access Advisor shows the services of a user, which policies grant them and when they were called', async () => {
  await stage.as(userName, allow('iam:ListUsers', 'sqs:*'), async (page, context) => {
    await mustCall(context, 'iam', 'ListUsers')
    await mustCall(stage.administrator, 'iam', 'CreateGroup', { GroupName: 'Watchers' })
    await mustCall(stage.administrator, 'iam', 'AttachGroupPolicy', { GroupName: 'Watchers', PolicyArn: ec2 })
    await mustCall(stage.administrator, 'iam', 'AddUserToGroup', { GroupName: 'Watchers', UserName: userName })
  })
  await stage.at(`/console/iam/users/${userName}?tab=advisor`, async (page) => {
    await expectVisible(rowOf(page, /AWS Identity and Access Management.*Today/))
    await expectVisible(rowOf(page, /Amazon SQS.*Not accessed in the tracking period/))
    await expectVisible(rowOf(page, /^Amazon EC2 AmazonEC2FullAccess/))
    await services(page).getByRole('searchbox').fill('sqs')
    await expectText(page, '1 match')
    await assertAccessible(page)
    await page.goto('/console/iam/groups/Watchers?tab=advisor')
    await expectVisible(rowOf(page, /AWS Identity and Access Management.*AmazonEC2FullAccess.*user\/Observer/))
    await page.goto(`/console/iam/policies/${encodeURIComponent(ec2)}`)
    await openTab(page, 'Access Advisor')
    await expectVisible(rowOf(page, /^Amazon EC2 Not accessed in the tracking period/))
  })
})

test('who may see the services of a user and not the policies sees the services', () =>
  stage.as(
    'Half',
    allow('iam:GetUser', 'iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails'),
    async (page) => {
      await page.goto('/console/iam/users/Half?tab=advisor')
      await expectVisible(rowOf(page, /AWS Identity and Access Management/))
      await expectText(page, 'It takes iam:ListPoliciesGrantingServiceAccess to see which policies grant the access.')
    },
  ))
