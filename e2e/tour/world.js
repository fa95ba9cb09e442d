import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { twoCodes } from '../lib/device.js'
import { mustCall, newUser, signIn, virtualDevice } from '../lib/people.js'
import { account } from '../lib/server.js'

export const password = 'A quiet morning, 7 geese'

/** The policy of the tutorial. */
export const forceMFA = readFileSync(new URL('../../policy/testdata/force_mfa.json', import.meta.url), 'utf8')

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
})

/** Of somebody who may see no volumes, and may ask why. */
const asking = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['iam:SimulatePrincipalPolicy', 'iam:GetUserPolicy'], Resource: '*' },
      { Sid: 'NoVolumes', Effect: 'Deny', Action: 'ec2:DescribeVolumes', Resource: '*' },
    ],
  },
  null,
  4,
)

/**
 * Makes an account in which every page has something to show, as an administrator in a context, and answers the identifiers of what was made. A tab of
 * somebody else is opened with newTab.
 */
export async function makeWorld(administrator, server, newTab) {
  const make = (service) => (action, parameters) => mustCall(administrator, service, action, parameters)
  const iam = make('iam')
  const policy = await makePolicy(iam)
  await makeUsers(administrator, iam, policy)
  await makeGroup(iam, policy)
  await makeRole(iam)
  const machines = await makeMachines(make('ec2'))
  const secrets = await makeDevices(administrator, server, newTab)
  return { ...machines, policy, secrets }
}

/** A policy with two versions that differ in a line. */
async function makePolicy(iam) {
  const document = { PolicyName: 'Force_MFA', PolicyDocument: forceMFA, Description: 'Little is allowed without MFA.' }
  const tags = { 'Tags.member.1.Key': 'owner', 'Tags.member.1.Value': 'security' }
  const PolicyArn = textOf(await iam('CreatePolicy', { ...document, ...tags }), 'Arn')
  const PolicyDocument = forceMFA.replace(/"Sid": "AllowAllUsersToListAccounts"/, '"Sid": "AllowListing"')
  await iam('CreatePolicyVersion', { PolicyArn, PolicyDocument })
  return PolicyArn
}

async function makeUsers(administrator, iam, PolicyArn) {
  for (const user of ['MFAUser', 'Nobody', 'Asker', 'Chooser', 'Drifted', 'Unfinished'])
    await newUser(administrator, user, password)
  await iam('CreateUser', { UserName: 'Reset' })
  await iam('CreateLoginProfile', { UserName: 'Reset', Password: password, PasswordResetRequired: 'true' })
  await iam('PutUserPolicy', { UserName: 'Asker', PolicyName: 'no-volumes', PolicyDocument: asking })
  await iam('PutUserPolicy', { UserName: 'Chooser', PolicyName: 'everything', PolicyDocument: everything })

  const UserName = 'MFAUser'
  await iam('TagUser', { UserName, 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'payments' })
  await iam('AttachUserPolicy', { UserName, PolicyArn })
  await iam('PutUserPolicy', { UserName, PolicyName: 'inline', PolicyDocument: everything })
  await iam('CreateAccessKey', { UserName })
  await iam('CreateServiceSpecificCredential', { UserName, ServiceName: 'codecommit.amazonaws.com' })
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await iam('UploadSSHPublicKey', { UserName, SSHPublicKeyBody: publicKey.export({ type: 'spki', format: 'pem' }) })
}

async function makeGroup(iam, PolicyArn) {
  const GroupName = 'EC2MFA'
  await iam('CreateGroup', { GroupName })
  await iam('AddUserToGroup', { GroupName, UserName: 'MFAUser' })
  await iam('AttachGroupPolicy', { GroupName, PolicyArn })
  await iam('PutGroupPolicy', { GroupName, PolicyName: 'inline', PolicyDocument: everything })
}

async function makeRole(iam) {
  const trust = { Effect: 'Allow', Principal: { AWS: account.id }, Action: 'sts:AssumeRole' }
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust })
  const RoleName = 'Auditor'
  const PermissionsBoundary = 'arn:aws:iam::aws:policy/PowerUserAccess'
  const Description = 'Looks and does not touch'
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument, Description, PermissionsBoundary })
  await iam('TagRole', { RoleName, 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'audit' })
  await iam('PutRolePolicy', { RoleName, PolicyName: 'inline', PolicyDocument: everything })
  await iam('AttachRolePolicy', { RoleName, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' })
}

async function makeMachines(ec2) {
  const ImageId = textOf(await ec2('DescribeImages'), 'imageId')
  const tags = { ResourceType: 'instance', 'Tag.1.Key': 'Name', 'Tag.1.Value': 'web-1' }
  const specification = Object.fromEntries(Object.entries(tags).map(([k, v]) => [`TagSpecification.1.${k}`, v]))
  const size = { InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }
  const instance = textOf(await ec2('RunInstances', { ImageId, ...size, ...specification }), 'instanceId')
  const AvailabilityZone = textOf(await ec2('DescribeAvailabilityZones'), 'zoneName')
  const volume = textOf(await ec2('CreateVolume', { Size: 8, AvailabilityZone }), 'volumeId')
  const keyPair = textOf(await ec2('CreateKeyPair', { KeyName: 'laptop' }), 'keyPairId')
  const group = textOf(
    await ec2('CreateSecurityGroup', { GroupName: 'web', GroupDescription: 'Web servers' }),
    'groupId',
  )
  const rule = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }
  await ec2('AuthorizeSecurityGroupIngress', { GroupId: group, ...rule })
  return { instance, volume, group, keyPair }
}

/** The seed of the hardware token, in base32, and its serial number. */
const token = { serial: 'GAHT12345678', seed: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }

/** A device of each kind for Chooser, one that is five minutes late for Drifted, and for Unfinished one that was begun and left. */
async function makeDevices(administrator, server, newTab) {
  await registerKey(await newTab(), server)
  const virtual = await virtualDevice(administrator, server, 'Chooser')
  const seeds = { 'Devices.member.1.SerialNumber': token.serial, 'Devices.member.1.Base32Seed': token.seed }
  await mustCall(administrator, 'cardea', 'ImportHardwareMFADevices', seeds)
  const [first, second] = twoCodes(token.seed, await server.advance('0s'))
  await mustCall(administrator, 'iam', 'EnableMFADevice', {
    UserName: 'Chooser',
    SerialNumber: token.serial,
    AuthenticationCode1: first,
    AuthenticationCode2: second,
  })
  const drifted = await virtualDevice(administrator, server, 'Drifted', -300)
  await mustCall(administrator, 'iam', 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'Unfinished' })
  return { virtual, drifted }
}

/** Registers a security key for Chooser, who then is signed in without MFA still. */
async function registerKey(page, server) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true }
  await session.send('WebAuthn.addVirtualAuthenticator', { options })
  await signIn(page, server, 'Chooser', password)
  await page.goto('/console/security-credentials')
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await page.getByRole('radio', { name: 'U2F security key' }).check()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByText('You have successfully assigned a U2F security key.').waitFor()
}

/** The text of the first element of a name. */
function textOf(xml, name) {
  return xml.match(new RegExp(`<${name}>([^<]+)`))[1]
}
