import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { newContext, startBrowser } from './lib/browser.js'
import {
  chooseFromMenu,
  documentText,
  expectHeading,
  openSection,
  openService,
  openTab,
  press,
  replaceDocument,
  search,
} from './lib/console.js'
import { codeAt, readQR, twoCodes } from './lib/device.js'
import { call, fillSignIn, mustCall, signIn, signOut } from './lib/people.js'
import { account, startServer } from './lib/server.js'
import { expectCount, expectPath, expectText, expectVisible } from './lib/wait.js'

const forceMFA = readFileSync(new URL('../policy/testdata/force_mfa.json', import.meta.url), 'utf8')
const password = 'A quiet morning, 7 geese'
const user = 'MFAUser'
const serial = `arn:aws:iam::${account.id}:mfa/${user}`
const refused = 'You are not authorized to perform this operation.'

let server, browser, administrator, page, context, assertClean

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  administrator = (await newContext(browser, server)).context
  await signIn(await administrator.newPage(), server, server.administrator.user, server.administrator.password)
  ;({ context, assertClean } = await newContext(browser, server))
  page = await context.newPage()
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test('the tutorial, from its first step to its last', async (t) => {
  let failed = false
  /** A step begins where the one before it ended: after a failure there is nothing to begin from. */
  const step = (name, story) =>
    failed ||
    t.test(name, async () => {
      try {
        await story()
        assertClean()
      } catch (error) {
        failed = true
        if (process.env.FAILED_PICTURE) await page.screenshot({ path: process.env.FAILED_PICTURE, fullPage: true })
        throw error
      }
    })

  await step('before: an administrator makes the user and the group', async () => {
    await signIn(page, server, server.administrator.user, server.administrator.password)
    await chooseFromMenu(page, /^Support/, 'Support Center')
    await expectVisible(page.getByText(account.id, { exact: true }))

    await openService(page, 'IAM')
    await openSection(page, 'Users')
    await press(page, 'Add user')
    await page.getByLabel('User name').fill(user)
    await page.getByRole('checkbox', { name: 'AWS Management Console access' }).check()
    await page.getByRole('radio', { name: 'Custom password' }).check()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('checkbox', { name: 'Require password reset' }).uncheck()
    await press(page, 'Create user')
    await expectText(page, `The user ${user} has been created`)

    await openSection(page, 'Groups')
    await press(page, 'Create New Group')
    await page.getByLabel('Group name').fill('EC2MFA')
    await page.getByRole('button', { name: /Users to add/ }).click()
    await page.getByRole('option', { name: user }).click()
    await page.keyboard.press('Escape')
    await press(page, 'Create group')
    await expectText(page, 'The group EC2MFA has been created.')

    assert.doesNotMatch(await mustCall(administrator, 'iam', 'ListAccessKeys', { UserName: user }), /<AccessKeyId>/)
    assert.match(await mustCall(administrator, 'iam', 'GetGroup', { GroupName: 'EC2MFA' }), /<UserName>MFAUser</)
    assert.doesNotMatch(
      await mustCall(administrator, 'iam', 'ListAttachedGroupPolicies', { GroupName: 'EC2MFA' }),
      /<PolicyArn>/,
    )
  })

  await step('1.1: sign in as an administrator', async () => {
    await signOut(page)
    await page.goto(server.signIn)
    assert.equal(await page.getByLabel('Account ID (12 digits) or account alias').inputValue(), account.alias)
    await signIn(page, server, server.administrator.user, server.administrator.password)
    await expectHeading(page, 'Console home')
  })

  await step('1.2: open the IAM console', async () => {
    await openService(page, 'IAM')
    for (const name of ['Dashboard', 'Groups', 'Users', 'Roles', 'Policies', 'Account settings', 'Credential report']) {
      await expectVisible(page.getByRole('link', { name, exact: true }))
    }
    await expectText(page, `${server.origin}/signin/${account.alias}`)
    await expectCount(page.getByText('You do not have permission'), 0)
  })

  await step('1.3, 1.4: the policy is pasted into the JSON tab', async () => {
    await openSection(page, 'Policies')
    await press(page, 'Create policy')
    await expectVisible(page.getByRole('tab', { name: 'Visual editor' }))
    await openTab(page, 'JSON')
    await replaceDocument(page, forceMFA)
    assert.equal(await documentText(page), forceMFA)
    await expectText(page, 'No findings.')
  })

  await step('1.5: the validator names the line of an error, and the page stays', async () => {
    const broken = forceMFA.replace('"2012-10-17",', '"2012-10-17"')
    await replaceDocument(page, broken)
    await press(page, 'Review policy')
    await expectText(page, 'This policy cannot be reviewed yet')
    await expectText(page, /Line 3, column \d+/)
    assert.equal(await documentText(page), broken)
    await expectHeading(page, 'Create policy')
    await replaceDocument(page, forceMFA)
    await expectText(page, 'No findings.')
  })

  await step('1.5, note: the visual editor names NotAction and leaves the text as it is', async () => {
    await openTab(page, 'Visual editor')
    await expectText(page, /The policy contains .*NotAction.*, which the visual editor does not support/)
    await openTab(page, 'JSON')
    await expectVisible(page.locator('.ace_content'))
    assert.equal(await documentText(page), forceMFA)
  })

  const description =
    'This policy allows users to manage their own passwords and MFA devices but nothing else unless they authenticate with MFA.'
  await step('1.6: the policy is reviewed and created', async () => {
    await press(page, 'Review policy')
    await expectHeading(page, 'Review policy')
    await press(page, 'Create policy')
    await expectText(page, 'A value is required.')
    await page.getByLabel('Name', { exact: true }).fill('Force MFA!')
    await expectText(page, 'Use up to 128 letters')
    await page.getByLabel('Name', { exact: true }).fill('Force_MFA')
    await page.getByLabel('Description').fill(description)
    for (const text of [
      'Explicit deny',
      'All services except the listed actions',
      'Allow',
      'IAM',
      /Limited: .*List/,
      /aws:MultiFactorAuthPresent.*false/i,
    ]) {
      await expectText(page, text)
    }
    await press(page, 'Create policy')
    await expectText(page, 'Force_MFA has been created.')
    await search(page, 'Policies', 'Force_MFA')
    await expectVisible(page.getByRole('row').filter({ hasText: 'Force_MFA' }).filter({ hasText: 'Customer managed' }))
  })

  await step('1.6: a second policy of the same name is refused', async () => {
    await press(page, 'Create policy')
    await openTab(page, 'JSON')
    await replaceDocument(page, forceMFA)
    await press(page, 'Review policy')
    await page.getByLabel('Name', { exact: true }).fill('Force_MFA')
    await press(page, 'Create policy')
    await expectText(page, 'A policy called Force_MFA already exists. Duplicate names are not allowed.')
  })

  await step('2.1 to 2.3: the page that attaches policies to the group', async () => {
    await openSection(page, 'Groups')
    await search(page, 'Groups', 'EC2MFA')
    await page.getByRole('row').filter({ hasText: 'EC2MFA' }).locator('input').check()
    await expectHeading(page, 'Groups')
    await page.getByRole('link', { name: 'EC2MFA', exact: true }).click()
    await openTab(page, 'Permissions')
    await press(page, 'Attach Policy')
    await expectHeading(page, 'Attach Policy')
  })

  await step('2.4 to 2.6: what is checked survives a new search', async () => {
    await page.getByRole('searchbox').fill('EC2Full')
    await page.getByRole('row').filter({ hasText: 'AmazonEC2FullAccess' }).locator('input').check()
    await page.getByRole('searchbox').fill('Force')
    await page.getByRole('row').filter({ hasText: 'Force_MFA' }).locator('input').check()
    await expectCount(page.getByText('AmazonEC2FullAccess', { exact: true }), 0)
    assert.doesNotMatch(
      await mustCall(administrator, 'iam', 'ListAttachedGroupPolicies', { GroupName: 'EC2MFA' }),
      /<PolicyArn>/,
    )
    await press(page, 'Attach Policy')
    for (const name of ['AmazonEC2FullAccess', 'Force_MFA'])
      await expectVisible(page.getByRole('row').filter({ hasText: name }))
  })

  await step('3.1: the user signs in without a code', async () => {
    await signOut(page)
    await signIn(page, server, user, password)
    await expectHeading(page, 'Console home')
  })

  await step('3.2: EC2 is refused, panel by panel', async () => {
    await openService(page, 'EC2')
    await expectText(page, refused)
    assert.equal((await call(context, 'ec2', 'DescribeInstances')).status, 403)
  })

  await step('3.3, 3.4: the page of the user opens, and each panel says what it may not show', async () => {
    await openService(page, 'IAM')
    await openSection(page, 'Users')
    await expectVisible(page.getByRole('link', { name: server.administrator.user, exact: true }))
    await page.getByRole('link', { name: user, exact: true }).click()
    await expectHeading(page, user)
    await openTab(page, 'Groups')
    await expectText(page, 'You do not have permission to see your group memberships. It takes iam:ListGroupsForUser.')
    for (const tab of ['Permissions', 'Tags']) {
      await openTab(page, tab)
      await expectVisible(page.getByRole('tabpanel').getByText('You do not have permission to see this.'))
    }
  })

  await step('3.5: security credentials, some of them denied', async () => {
    await openTab(page, 'Security credentials')
    for (const action of ['GetLoginProfile', 'ListSigningCertificates']) {
      await expectText(page, `You do not have permission to see this. It takes iam:${action}.`)
    }
    await expectText(page, 'There are no access keys.')
    await expectText(page, 'There are no SSH public keys.')
    await expectVisible(page.getByText('No', { exact: true }))
  })

  const wizard = () => page.getByRole('dialog')
  const openWizard = async () => {
    await press(page, 'Manage')
    await expectVisible(wizard().getByText('Manage MFA Device'))
    for (const name of ['Virtual MFA device', 'U2F security key', 'Other hardware MFA device']) {
      await expectVisible(wizard().getByRole('radio', { name }))
    }
    assert.equal(await wizard().getByLabel('Device name').inputValue(), user)
    await wizard().getByRole('radio', { name: 'Virtual MFA device' }).check()
  }
  const devices = () => mustCall(administrator, 'iam', 'ListVirtualMFADevices')

  let secret
  const readSeed = async () => {
    await expectVisible(wizard().getByRole('button', { name: 'Show QR code' }))
    await expectCount(wizard().getByRole('img', { name: /QR code/ }), 0)
    await expectCount(wizard().getByText(/^[A-Z2-7]{64}$/), 0)
    await press(wizard(), 'Show QR code')
    const picture = wizard().getByRole('img', { name: /QR code/ })
    await expectVisible(picture)
    const uri = new URL(await readQR(picture))
    await press(wizard(), 'Show secret key')
    const text = wizard().getByText(/^[A-Z2-7]{64}$/)
    await expectVisible(text)
    secret = uri.searchParams.get('secret')
    assert.equal(await text.innerText(), secret)
    for (const name of ['Cancel', 'Previous', 'Assign MFA'])
      await expectVisible(wizard().getByRole('button', { name, exact: true }))
  }

  await step('3.5 to 3.8: the wizard shows the secret as a picture and as text, when asked', async () => {
    await openWizard()
    assert.doesNotMatch(await devices(), /mfa\/MFAUser/)
    await press(wizard(), 'Continue')
    await readSeed()
  })

  const assign = async ([first, second]) => {
    await wizard().getByLabel('MFA Code 1').fill(first)
    await wizard().getByLabel('MFA Code 2').fill(second)
    await press(wizard(), 'Assign MFA')
  }

  await step('3.9: wrong codes, and a wizard that was cancelled', async () => {
    const now = await server.advance('0s')
    await assign([codeAt(secret, now), codeAt(secret, now)])
    await expectVisible(wizard().getByText('Authentication code for device is not valid.'))
    await press(wizard(), 'Cancel')
    await expectVisible(page.getByText('No', { exact: true }))
    await openWizard()
    await press(wizard(), 'Continue')
    await expectVisible(wizard().getByText(`The name ${user} is taken by an unfinished device`))
    await press(wizard(), 'Delete the unfinished device')
    await expectVisible(wizard().getByText('An administrator of this account can'))
    await mustCall(administrator, 'iam', 'DeleteVirtualMFADevice', { SerialNumber: serial })
    await press(wizard(), 'Cancel')
    await openWizard()
    await press(wizard(), 'Continue')
    await readSeed()
  })

  let used
  await step('3.9: two codes assign the device, and this session stays one without MFA', async () => {
    used = twoCodes(secret, await server.advance('30s'))
    await assign(used)
    await expectText(
      page,
      'You have successfully assigned virtual MFA. This virtual MFA will be required during sign-in.',
    )
    await expectVisible(page.getByRole('button', { name: 'Sign in again with MFA' }))
    await expectText(page, `${serial} (Virtual)`)
    assert.equal((await call(context, 'ec2', 'DescribeInstances')).status, 403)
    assert.equal(
      (await call(context, 'iam', 'DeactivateMFADevice', { UserName: user, SerialNumber: serial })).status,
      403,
    )
  })

  const submit = async (code) => {
    await page.getByLabel('MFA code').fill(code)
    await press(page, 'Submit')
  }
  await step('3.10: sign-in asks for a code, and takes none that was used', async () => {
    await press(page, 'Sign in again with MFA')
    await expectPath(page, /^\/signin/)
    await fillSignIn(page, server, user, password)
    await expectPath(page, /mfa$/)
    for (const code of [used[1], codeAt(secret, 1_000_000)]) {
      await submit(code)
      await expectVisible(
        page.getByRole('alert').getByText('Your authentication information is incorrect. Please try again.'),
      )
    }
    await expectVisible(page.getByRole('link', { name: 'Troubleshoot MFA' }))
    await submit(codeAt(secret, await server.advance('30s')))
    await expectHeading(page, 'Console home')
  })

  await step('3.11: EC2 is open now', async () => {
    await openService(page, 'EC2')
    await openSection(page, 'Instances')
    await expectCount(page.getByText(refused), 0)
    await mustCall(context, 'ec2', 'DescribeInstances')
  })

  await step('3.11: another service is still denied, and so are the panels that nothing allows', async () => {
    await openService(page, 'S3')
    await expectText(page, /denied|not authorized/i)
    await openService(page, 'IAM')
    await openSection(page, 'Users')
    await page.getByRole('link', { name: user, exact: true }).click()
    await openTab(page, 'Groups')
    await expectText(page, 'You do not have permission to see your group memberships.')
    await openTab(page, 'Security credentials')
    await expectVisible(page.getByText(/^Enabled\. Set/))
    await expectText(page, 'There are no signing certificates.')
    assert.equal((await call(context, 'iam', 'ListAccessKeys', { UserName: server.administrator.user })).status, 403)
  })

  await step('beyond: the user removes the device, having signed in with it', async () => {
    const another = {
      UserName: server.administrator.user,
      SerialNumber: `arn:aws:iam::${account.id}:mfa/${server.administrator.user}`,
    }
    assert.equal((await call(context, 'iam', 'DeactivateMFADevice', another)).status, 403)
    await press(page, 'Manage')
    await wizard().getByRole('radio', { name: 'Remove' }).check()
    await press(wizard(), 'Continue')
    await press(wizard(), 'Remove')
    await expectText(page, 'The MFA device has been removed.')
    await expectVisible(page.getByText('No', { exact: true }))
  })
})
