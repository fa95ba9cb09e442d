import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  ListPoliciesGrantingServiceAccessCommand,
  type PolicyGrantingServiceAccess,
  type ServiceLastAccessed,
} from '@aws-sdk/client-iam'
import { faultOf } from './fault'
import { iam } from './iam'

/** A service that policies give access to, and its last access. */
export interface ServiceAccess extends ServiceLastAccessed {
  /** Which policies give it; undefined where they are not asked for, or may not be seen. */
  policies?: PolicyGrantingServiceAccess[]
}

/**
 * The services that the policies of a user, group or role, or a policy itself, give access to, page by page, with the policies if they are wanted. Whoever may see
 * the services and not the policies gets the services.
 */
export async function* lastAccessed(arn: string, wantPolicies: boolean, signal: AbortSignal) {
  const options = { abortSignal: signal }
  const { JobId } = await iam.send(
    new GenerateServiceLastAccessedDetailsCommand({ Arn: arn, Granularity: 'ACTION_LEVEL' }),
    options,
  )
  let next: string | undefined
  do {
    const page = await iam.send(new GetServiceLastAccessedDetailsCommand({ JobId, Marker: next }), options)
    const services = page.ServicesLastAccessed ?? []
    const policies = wantPolicies && services.length > 0 ? await granting(arn, services, signal) : undefined
    yield services.map((service): ServiceAccess => ({
      ...service,
      policies: policies?.get(service.ServiceNamespace ?? ''),
    }))
    next = page.IsTruncated ? page.Marker : undefined
  } while (next)
}

/** The policies that give access to services, by the services' namespaces; undefined for those who may not see them. */
async function granting(Arn: string, services: ServiceLastAccessed[], abortSignal: AbortSignal) {
  const found = new Map<string, PolicyGrantingServiceAccess[]>()
  const ServiceNamespaces = services.map((service) => service.ServiceNamespace ?? '')
  let next: string | undefined
  try {
    do {
      const page = await iam.send(
        new ListPoliciesGrantingServiceAccessCommand({ Arn, ServiceNamespaces, Marker: next }),
        { abortSignal },
      )
      for (const entry of page.PoliciesGrantingServiceAccess ?? []) {
        found.set(entry.ServiceNamespace ?? '', entry.Policies ?? [])
      }
      next = page.IsTruncated ? page.Marker : undefined
    } while (next)
    return found
  } catch (error) {
    if (!faultOf(error).denied) throw error
    return undefined
  }
}
