import SpaceBetween from '@cloudscape-design/components/space-between'
import { MfaPanel } from '../mfa/MfaPanel'
import { AccessKeys } from './AccessKeys'
import { Certificates } from './Certificates'
import { Password } from './Password'
import { ServiceCredentials } from './ServiceCredentials'
import { SshKeys } from './SshKeys'

/** Every credential of a user. Each sort is a panel that stands for itself: a policy may open one and close its neighbour. */
export function Credentials({ user }: { user: string }) {
  return (
    <SpaceBetween size="l">
      <Password user={user} />
      <MfaPanel user={user} />
      <AccessKeys user={user} />
      <SshKeys user={user} />
      <ServiceCredentials user={user} />
      <Certificates user={user} />
    </SpaceBetween>
  )
}
