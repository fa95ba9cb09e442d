/** The address of a role's page. */
export const rolePath = (name: string) => `/iam/roles/${encodeURIComponent(name)}`
