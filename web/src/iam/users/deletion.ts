import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DeleteVirtualMFADeviceCommand,
  DetachUserPolicyCommand,
  ListServiceSpecificCredentialsCommand,
  NoSuchEntityException,
  paginateListAccessKeys,
  paginateListAttachedUserPolicies,
  paginateListGroupsForUser,
  paginateListMFADevices,
  paginateListSigningCertificates,
  paginateListSSHPublicKeys,
  paginateListUserPolicies,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { all } from '../../data/load'
import { kindOf } from '../mfa/device'

type Step = (UserName: string) => Promise<void>

const client = { client: iam }

/** What IAM wants to be gone before a user can be deleted, in an order in which the user's access ends first. */
const steps: Step[] = [
  password,
  accessKeys,
  signingCertificates,
  sshKeys,
  serviceCredentials,
  attachedPolicies,
  inlinePolicies,
  memberships,
  mfaDevices,
]

/** Deletes a user as IAM's own console does: first all that hangs on them. What fails stops it; it can be begun again. */
export async function deleteUser(UserName: string): Promise<void> {
  for (const step of steps) await step(UserName)
  await iam.send(new DeleteUserCommand({ UserName }))
}

async function password(UserName: string) {
  try {
    await iam.send(new DeleteLoginProfileCommand({ UserName }))
  } catch (error) {
    if (!(error instanceof NoSuchEntityException)) throw error
  }
}

async function accessKeys(UserName: string) {
  for (const { AccessKeyId } of await all(
    paginateListAccessKeys(client, { UserName }),
    (page) => page.AccessKeyMetadata,
  )) {
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }))
  }
}

async function signingCertificates(UserName: string) {
  for (const { CertificateId } of await all(
    paginateListSigningCertificates(client, { UserName }),
    (page) => page.Certificates,
  )) {
    await iam.send(new DeleteSigningCertificateCommand({ UserName, CertificateId }))
  }
}

async function sshKeys(UserName: string) {
  for (const { SSHPublicKeyId } of await all(
    paginateListSSHPublicKeys(client, { UserName }),
    (page) => page.SSHPublicKeys,
  )) {
    await iam.send(new DeleteSSHPublicKeyCommand({ UserName, SSHPublicKeyId }))
  }
}

async function serviceCredentials(UserName: string) {
  const answer = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName }))
  for (const { ServiceSpecificCredentialId } of answer.ServiceSpecificCredentials ?? []) {
    await iam.send(new DeleteServiceSpecificCredentialCommand({ UserName, ServiceSpecificCredentialId }))
  }
}

async function attachedPolicies(UserName: string) {
  for (const { PolicyArn } of await all(
    paginateListAttachedUserPolicies(client, { UserName }),
    (page) => page.AttachedPolicies,
  )) {
    await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }))
  }
}

async function inlinePolicies(UserName: string) {
  for (const PolicyName of await all(paginateListUserPolicies(client, { UserName }), (page) => page.PolicyNames)) {
    await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName }))
  }
}

async function memberships(UserName: string) {
  for (const { GroupName } of await all(paginateListGroupsForUser(client, { UserName }), (page) => page.Groups)) {
    await iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName }))
  }
}

async function mfaDevices(UserName: string) {
  for (const { SerialNumber } of await all(paginateListMFADevices(client, { UserName }), (page) => page.MFADevices)) {
    await iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }))
    if (kindOf(SerialNumber) === 'virtual') await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }))
  }
}
