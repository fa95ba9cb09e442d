import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertAccessible } from './lib/axe.js'
import { mustCall } from './lib/people.js'
import { allow, newStage } from './lib/stage.js'

const stage = newStage()

const button = (place, name) => place.getByRole('button', { name, exact: true })

/** The sentence by itself; the whole answer of the server is folded away below it. */
const refusals = (page) =>
  page.getByText('You are not authorized to perform this operation.', {
    exact: true,
  })

const dialog = (page) => page.getByRole('dialog')

/** Opens a dialog by a button, looks at it with axe, fills it in, and waits until it is gone. */
async function fill(page, opener, confirm, story = async () => {}) {
  await button(page, opener).click()
  await answer(page, confirm, story)
}

/** Opens a dialog from a menu. */
async function choose(page, menu, item, confirm, story = async () => {}) {
  await button(page, menu).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await answer(page, confirm, story)
}

async function answer(page, confirm, story) {
  const open = dialog(page)
  await open.waitFor()
  await story(open)
  await assertAccessible(page)
  const pressed = button(open, confirm)
  await pressed.click()
  await pressed.waitFor({ state: 'detached' })
}

/** Chooses from a list by its label. */
async function select(page, place, label, option) {
  await place.getByLabel(label, { exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Adds a tag in the editor of a dialog. */
async function addTag(place, key, value) {
  await button(place, 'Add tag').click()
  await place.getByLabel('Key', { exact: true }).last().fill(key)
  await place.getByLabel('Value', { exact: true }).last().fill(value)
}

/** What a panel of details says under a label. */
const detail = (page, label) => page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')

/** Moves the clock on and asks again until something is shown. */
async function settle(page, shown) {
  await stage.server.advance('1m')
  await button(page, 'Refresh').first().click()
  await shown.waitFor()
}

const first = (xml, element) => xml.match(new RegExp(`<${element}>([^<]+)`))[1]

/** A thing that the administrator makes. */
const make = async (action, parameters, element) =>
  first(await mustCall(stage.administrator, 'ec2', action, parameters), element)

const instance = {
  ImageId: 'ami-0cadea00000000001',
  InstanceType: 't3.micro',
  MinCount: '1',
  MaxCount: '1',
}

test('each panel of EC2 says that it is denied, and the page stands', () =>
  stage.as('nobody', undefined, async (page) => {
    for (const [path, count] of [
      ['', 5],
      ['/instances', 1],
      ['/instances/i-0123456789abcdef0', 3],
      ['/key-pairs', 1],
      ['/key-pairs/key-0123456789abcdef0', 2],
      ['/security-groups', 1],
      ['/security-groups/sg-0123456789abcdef0', 4],
      ['/volumes', 1],
      ['/volumes/vol-0123456789abcdef0', 2],
    ]) {
      await page.goto(`/console/ec2${path}`)
      await refusals(page)
        .nth(count - 1)
        .waitFor()
      assert.equal(await refusals(page).count(), count, `refusals at ${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await assertAccessible(page)
    }
  }))

test('a panel of EC2 that is allowed shows its content beside those that are denied', () =>
  stage.as('volumes', allow('ec2:DescribeVolumes'), async (page) => {
    await page.goto('/console/ec2')
    await page.getByRole('link', { name: 'Open Volumes' }).waitFor()
    await refusals(page).nth(3).waitFor()
    assert.equal(await refusals(page).count(), 4)
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByText('EC2 Dashboard').first().waitFor()
  }))

test('who may launch and not look types what the lists would show', () =>
  stage.as('blind', allow('ec2:RunInstances'), async (page) => {
    await page.goto('/console/ec2/instances')
    await fill(page, 'Launch instance', 'Launch instance', async (open) => {
      await open.getByRole('textbox', { name: 'Image', exact: true }).fill(instance.ImageId)
      await open.getByRole('textbox', { name: 'Security groups', exact: true }).waitFor()
    })
    await page.getByText(/^Launched: i-/).waitFor()
  }))

test('an instance is launched with tags, a group and a key, stopped, changed, started, protected and terminated', () =>
  stage.as('operator', allow('ec2:*'), async (page) => {
    await make('CreateSecurityGroup', { GroupName: 'web', GroupDescription: 'web' }, 'groupId')
    await make('CreateKeyPair', { KeyName: 'laptop', KeyType: 'ed25519' }, 'keyPairId')
    await page.goto('/console/ec2/instances')
    await fill(page, 'Launch instance', 'Launch instance', async (open) => {
      await open.getByLabel('Name', { exact: true }).fill('web-1')
      await select(page, open, 'Image', /./)
      await select(page, open, 'Key pair', 'laptop')
      await select(page, open, 'Security groups', /^web/)
      await page.keyboard.press('Escape')
      await addTag(open, 'team', 'red')
    })
    await page.getByText(/^Launched: i-/).waitFor()
    const row = page.getByRole('row', { name: /web-1/ })
    await settle(page, row.getByText('running', { exact: true }))
    await assertAccessible(page)
    await row.getByRole('link').click()
    await detail(page, 'Security groups')
      .getByText(/^web \(sg-/)
      .waitFor()
    await detail(page, 'Key pair').getByText('laptop').waitFor()
    await detail(page, 'team').getByText('red').waitFor()
    await assertAccessible(page)

    const state = (name) => detail(page, 'State').getByText(name, { exact: true })
    await fill(page, 'Stop', 'Stop')
    await settle(page, state('stopped'))
    await choose(page, 'Instance settings', 'Change instance type', 'Save changes', (open) =>
      select(page, open, 'Instance type', /^m5.large/),
    )
    await detail(page, 'Instance type').getByText('m5.large').waitFor()
    await choose(page, 'Instance settings', 'Edit user data', 'Save changes', (open) =>
      open.getByLabel('User data').fill('#!/bin/sh\necho Grüße'),
    )
    await button(page, 'Show User data').click()
    await page.getByText('echo Grüße').waitFor()
    await fill(page, 'Start', 'Start')
    await settle(page, state('running'))
    await fill(page, 'Reboot', 'Reboot')
    await choose(page, 'Instance settings', 'Change security groups', 'Save changes', async (open) => {
      await select(page, open, 'Security groups', /^default/)
      await page.keyboard.press('Escape')
    })
    await detail(page, 'Security groups')
      .getByText(/^default \(sg-/)
      .waitFor()

    await choose(page, 'Instance settings', 'Change termination protection', 'Save changes', (open) =>
      open.getByLabel('Enable termination protection').check(),
    )
    await detail(page, 'Termination protection').getByText('Enabled').waitFor()
    await button(page, 'Terminate').click()
    await button(dialog(page), 'Terminate').click()
    await dialog(page)
      .getByText(/may not be terminated. Modify its 'disableApiTermination' instance attribute/)
      .waitFor()
    await assertAccessible(page)
    await button(dialog(page), 'Cancel').click()
    await choose(page, 'Instance settings', 'Change termination protection', 'Save changes', (open) =>
      open.getByLabel('Enable termination protection').uncheck(),
    )

    await editTags(page)
    await fill(page, 'Terminate', 'Terminate')
    await settle(page, state('terminated'))
  }))

/** Takes a tag away, changes another and adds one. */
async function editTags(page) {
  await fill(page, 'Manage tags', 'Save changes', async (open) => {
    await button(open, 'Remove').first().click()
    await open.getByLabel('Value', { exact: true }).fill('blue')
    await addTag(open, 'stage', 'test')
  })
  await detail(page, 'stage').getByText('test').waitFor()
}

test('a volume is created, attached, grown, detached and deleted', () =>
  stage.as('storage', allow('ec2:*'), async (page) => {
    const id = await make('RunInstances', { ...instance, 'Placement.AvailabilityZone': 'us-east-1b' }, 'instanceId')
    await stage.server.advance('1m')
    await page.goto('/console/ec2/volumes')
    await fill(page, 'Create volume', 'Create volume', async (open) => {
      await select(page, open, 'Availability Zone', 'us-east-1b')
      await open.getByLabel('Size (GiB)').fill('10')
      await addTag(open, 'Name', 'books')
    })
    const row = page.getByRole('row', { name: /books/ })
    await row.getByRole('radio').check()
    await fill(page, 'Attach volume', 'Attach volume', (open) => select(page, open, 'Instance', new RegExp(id)))
    await row.getByRole('link', { name: id }).waitFor()
    await assertAccessible(page)
    await page.goto(`/console/ec2/instances/${id}`)
    await page
      .getByRole('row', { name: /\/dev\/sdf/ })
      .getByRole('link')
      .click()
    await detail(page, 'Device name').getByText('/dev/sdf').waitFor()
    await fill(page, 'Modify volume', 'Modify volume', (open) => open.getByLabel('Size (GiB)').fill('20'))
    await detail(page, 'Size (GiB)').getByText('20').waitFor()
    await assertAccessible(page)
    await fill(page, 'Detach volume', 'Detach volume')
    await detail(page, 'State').getByText('available').waitFor()
    await fill(page, 'Delete', 'Delete')
    await page.getByRole('heading', { level: 1, name: 'Volumes' }).waitFor()
    await row.waitFor({ state: 'detached' })
  }))

test('a security group gets inbound and outbound rules, which are edited, tagged and revoked', () =>
  stage.as('network', allow('ec2:*'), async (page) => {
    await page.goto('/console/ec2/security-groups')
    await fill(page, 'Create security group', 'Create security group', async (open) => {
      await open.getByLabel('Security group name').fill('db')
      await open.getByLabel('Description').fill('databases')
      await addTag(open, 'Name', 'the databases')
    })
    await page
      .getByRole('row', { name: /the databases/ })
      .getByRole('link')
      .click()
    await fill(page, 'Add inbound rule', 'Add inbound rule', async (open) => {
      await open.getByLabel('From port').fill('5432')
      await open.getByLabel('To port').fill('5432')
      await open.getByLabel('Source').fill('10.0.0.0/8')
    })
    await page.getByRole('row', { name: /tcp 5432 10\.0\.0\.0\/8/ }).waitFor()
    await fill(page, 'Add outbound rule', 'Add outbound rule', async (open) => {
      await select(page, open, 'Protocol', 'UDP')
      await open.getByLabel('From port').fill('53')
      await open.getByLabel('To port').fill('53')
      await open.getByLabel('Destination').fill('2001:db8::/32')
      await open.getByLabel('Description').fill('names')
    })
    const rule = page.getByRole('row', { name: /udp 53 2001:db8::\/32 names/ })
    const menu = await rule.getByRole('button').getAttribute('aria-label')
    await choose(page, menu, 'Edit rule', 'Edit rule', (open) => open.getByLabel('Description').fill('name servers'))
    await page.getByRole('row', { name: /name servers/ }).waitFor()
    await choose(page, menu, 'Manage tags', 'Save changes', (open) => addTag(open, 'Name', 'dns'))
    await page.getByRole('row', { name: /dns udp 53/ }).waitFor()
    await assertAccessible(page)
    await choose(page, menu, 'Revoke', 'Revoke')
    await page.getByRole('row', { name: /dns/ }).waitFor({ state: 'detached' })
    await fill(page, 'Delete', 'Delete')
    await page.getByRole('heading', { level: 1, name: 'Security groups' }).waitFor()
    await page.getByRole('row', { name: /the databases/ }).waitFor({ state: 'detached' })
  }))

test('a private key is handed out once, and a public key is imported', () =>
  stage.as('keys', allow('ec2:*'), async (page) => {
    await page.goto('/console/ec2/key-pairs')
    await fill(page, 'Create key pair', 'Create key pair', async (open) => {
      await open.getByLabel('Name', { exact: true }).fill('mine')
      await open.getByLabel('ED25519').check()
    })
    const shown = page.getByRole('dialog', { name: 'The private key of mine' })
    const [file] = await Promise.all([page.waitForEvent('download'), button(shown, 'Download private key').click()])
    assert.equal(file.suggestedFilename(), 'mine.pem')
    const pem = await file.path()
    assert.match(readFileSync(pem, 'utf8'), /PRIVATE KEY/)
    await assertAccessible(page)
    await button(shown, 'Close').last().click()
    await page.getByRole('row', { name: /mine/ }).getByRole('link').click()
    await page.getByText(/^ssh-ed25519 /).waitFor()
    const published = await page.getByText(/^ssh-ed25519 /).textContent()
    assert.equal(await page.getByText('PRIVATE KEY').count(), 0)
    await page.goto('/console/ec2/key-pairs')
    await fill(page, 'Import key pair', 'Import key pair', async (open) => {
      await open.getByLabel('Name', { exact: true }).fill('imported')
      await open.getByLabel('Public key').fill(published)
    })
    await page
      .getByRole('row', { name: /imported/ })
      .getByRole('radio')
      .check()
    await fill(page, 'Delete', 'Delete')
    await page.getByRole('row', { name: /imported/ }).waitFor({ state: 'detached' })
    await assertAccessible(page)
  }))
