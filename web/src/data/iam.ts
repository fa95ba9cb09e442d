import { IAMClient } from '@aws-sdk/client-iam'
import { door } from './door'

/** IAM, as the person who is signed in. */
export const iam = new IAMClient(door('iam'))
