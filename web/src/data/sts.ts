import { STSClient } from '@aws-sdk/client-sts'
import { door } from './door'

/** STS, as the person who is signed in. */
export const sts = new STSClient(door('sts'))
