import type { PageRoute } from '../app/page'

export const ec2Pages: PageRoute[] = []
