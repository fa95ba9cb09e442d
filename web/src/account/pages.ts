import type { PageRoute } from '../app/page'

export const accountPages: PageRoute[] = []
