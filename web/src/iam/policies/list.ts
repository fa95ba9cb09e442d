import { paginateListPolicies, type Policy } from '@aws-sdk/client-iam'
import { iam } from '../../data/iam'
import { type LoadedList, pagesOf, useList } from '../../data/load'

/** All managed policies: first the few of the account, then those of AWS. */
export function usePolicies(): LoadedList<Policy> {
  return useList(policies, [])
}

async function* policies(): AsyncIterable<Policy[]> {
  for (const Scope of ['Local', 'AWS'] as const) {
    yield* pagesOf(paginateListPolicies({ client: iam, pageSize: 1000 }, { Scope }), (page) => page.Policies)
  }
}
