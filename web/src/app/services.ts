import type { PlainKey } from '../text/text'

/** A service that can be opened, in the order of the Services menu. */
export interface Service {
  name: PlainKey
  about: PlainKey
  to: string
}

export const services: Service[] = [
  { name: 'service.iam', about: 'service.iam.about', to: '/iam' },
  { name: 'service.ec2', about: 'service.ec2.about', to: '/ec2' },
  { name: 'service.s3', about: 'service.s3.about', to: '/services/s3' },
  { name: 'service.dynamodb', about: 'service.dynamodb.about', to: '/services/dynamodb' },
  { name: 'service.lambda', about: 'service.lambda.about', to: '/services/lambda' },
  { name: 'service.sqs', about: 'service.sqs.about', to: '/services/sqs' },
  { name: 'service.cloudtrail', about: 'service.cloudtrail.about', to: '/events' },
]
