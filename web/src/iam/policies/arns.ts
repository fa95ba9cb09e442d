import type { Reference } from '../../data/cardea'

/** The form of a resource's ARN, from its template, for the resources of an account: what is to be filled in is *. */
export function arnForm(template: string, account: string): string {
  return template
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Account}', account)
    .replace(/\$\{[^}]*\}/g, '*')
}

/** The services that actions are of: those that are named, not all of them where an action is *. */
export function servicesOf(actions: string[]): string[] {
  const prefixes = actions.flatMap((action) => /^([\w-]+):/.exec(action)?.[1]?.toLowerCase() ?? [])
  return [...new Set(prefixes)]
}

export interface ArnForm {
  arn: string
  /** The kind of resource. */
  name: string
  /** One of the actions can be asked for on such a resource. */
  fits: boolean
}

/** The forms of the ARNs of a service, each once. */
export function formsOf(service: Reference, actions: string[], account: string): ArnForm[] {
  const asked = service.actions.filter(({ name }) =>
    actions.some((action) => covers(action, `${service.prefix}:${name}`)),
  )
  const fitting = new Set(asked.flatMap((action) => action.resourceTypes))
  const forms = new Map<string, ArnForm>()
  for (const { name, arn } of service.resourceTypes) {
    const form = { arn: arnForm(arn, account), name, fits: fitting.has(name) }
    if (!forms.get(form.arn)?.fits) forms.set(form.arn, form)
  }
  return [...forms.values()]
}

/** Whether an action of a policy, with * and ?, is about an action. */
function covers(pattern: string, action: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(action)
}
