import {
  type AccessKey,
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam'
import { type Fault, faultOf } from '../../data/fault'
import { iam } from '../../data/iam'
import { madeUpPassword } from '../credentials/madeUp'
import { namedTags, type Tag } from '../../ui/TagsEditor'
import type { PasswordWish } from '../credentials/PasswordChoice'
import type { BoundaryWish } from '../policies/NewBoundary'

/** What is wanted of a new user. */
export interface UserWish {
  name: string
  keys: boolean
  console: boolean
  password: PasswordWish
  groups: string[]
  tags: Tag[]
  boundary?: BoundaryWish
}

/** What has come of it. Secrets are here and nowhere else; fault says what was not done after the user was there. */
export interface NewUser {
  name: string
  /** Only one that was made up here. */
  password?: string
  accessKey?: AccessKey
  fault?: Fault
}

/** Creates a user with what was asked for. Throws if there is no user; once there is one, a failure is told beside what was made. */
export async function createUser(wish: UserWish): Promise<NewUser> {
  const UserName = wish.name
  await iam.send(
    new CreateUserCommand({
      UserName,
      Tags: namedTags(wish.tags),
      PermissionsBoundary: wish.boundary?.policy?.Arn,
    }),
  )
  const made: NewUser = { name: UserName }
  try {
    if (wish.console) await addPassword(made, wish.password)
    for (const GroupName of wish.groups) await iam.send(new AddUserToGroupCommand({ GroupName, UserName }))
    if (wish.keys) made.accessKey = (await iam.send(new CreateAccessKeyCommand({ UserName }))).AccessKey
  } catch (error) {
    made.fault = faultOf(error)
  }
  return made
}

async function addPassword(made: NewUser, wish: PasswordWish) {
  const password = wish.automatic ? madeUpPassword() : wish.typed
  await iam.send(
    new CreateLoginProfileCommand({ UserName: made.name, Password: password, PasswordResetRequired: wish.reset }),
  )
  if (wish.automatic) made.password = password
}
