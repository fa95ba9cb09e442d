import { test } from 'node:test'
import { expectHeading, press } from './lib/console.js'
import { twoCodes } from './lib/device.js'
import { mustCall } from './lib/people.js'
import { allow, newStage } from './lib/stage.js'
import { expectText, expectVisible } from './lib/wait.js'
import { chooseSeeds } from './story/tokens.js'

const stage = newStage()
const list = '/console/iam/hardware-tokens'
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const rowOf = (page, text) => page.getByRole('row').filter({ hasText: text })

/** A key container as RFC 6030 has it, with the seeds as they are given. */
const pskc = (...packages) => `<?xml version="1.0"?>
  <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">
    ${packages
      .map(
        ([serial, data, algorithm = 'totp']) => `<KeyPackage><DeviceInfo><SerialNo>${serial}</SerialNo></DeviceInfo>
          <Key Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:${algorithm}">
            <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data><Secret>${data}</Secret><TimeInterval><PlainValue>30</PlainValue></TimeInterval></Data>
          </Key></KeyPackage>`,
      )
      .join('')}
  </KeyContainer>`
const plain = '<PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue>'

test('a PSKC file is imported, and what is encrypted or no TOTP in it is named', () =>
  stage.at(`${list}/import`, async (page) => {
    const encrypted = '<EncryptedValue><x/></EncryptedValue>'
    const mixed = pskc(['PSKC00000001', plain], ['PSKC00000002', encrypted], ['PSKC00000003', plain, 'hotp'])
    await chooseSeeds(page, mixed, 'seeds.xml')
    await expectText(page, 'Line 2: The seed is encrypted. Decrypt the file first.')
    await expectText(page, 'Line 3: The token is not one of TOTP with SHA-1.')
    await chooseSeeds(page, pskc(['PSKC00000001', plain]), 'seeds.xml')
    await press(page, 'Import')
    await expectText(page, '1 token has been imported.')
    await expectVisible(rowOf(page, 'PSKC00000001'))
  }))

test('one token is imported by hand, with the keyboard alone', () =>
  stage.at(`${list}/import`, async (page) => {
    await page.getByRole('radio', { name: 'A file of tokens' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByLabel('Serial number').focus()
    await page.keyboard.type('short')
    await page.keyboard.press('Enter')
    await expectText(page, 'A serial number has 9 to 64 letters, digits, - and _.')
    await page.keyboard.type('-no-longer')
    await page.keyboard.press('Tab')
    await page.keyboard.type(seed)
    await page.keyboard.press('Enter')
    await expectText(page, '1 token has been imported.')
    await expectVisible(rowOf(page, 'short-no-longer'))
  }))

test('a token that is assigned names its user and is not deleted', () =>
  stage.at(list, async (page) => {
    await mustCall(stage.administrator, 'iam', 'CreateUser', { UserName: 'Holder' })
    await assign('Holder', 'short-no-longer')
    await page.reload()
    await rowOf(page, 'Holder').getByRole('radio').check()
    await expectVisible(page.getByRole('button', { name: 'Delete token', disabled: true }))
  }))

test('who may not list or import tokens reads which action it takes', () =>
  stage.as('Outsider', allow('iam:ListUsers'), async (page) => {
    await page.goto(list)
    await expectText(page, 'It takes cardea:ListHardwareMFADevices.')
    await press(page, 'Import tokens')
    await expectHeading(page, 'Import tokens')
    await chooseSeeds(page, `GAHT12345678,${seed}`)
    await press(page, 'Import')
    await expectVisible(page.getByText(/is not authorized to perform: cardea:ImportHardwareMFADevices/))
  }))

/** Assigns a token without the mouse. */
async function assign(UserName, SerialNumber) {
  const [AuthenticationCode1, AuthenticationCode2] = twoCodes(seed, await stage.server.advance('0s'))
  const codes = { AuthenticationCode1, AuthenticationCode2 }
  await mustCall(stage.administrator, 'iam', 'EnableMFADevice', { UserName, SerialNumber, ...codes })
}
