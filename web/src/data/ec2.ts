import { EC2Client } from '@aws-sdk/client-ec2'
import { door } from './door'

/** EC2, as the person who is signed in. */
export const ec2 = new EC2Client(door('ec2'))
