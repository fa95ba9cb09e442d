/** The address of the page of an instance. */
export const instancePath = (id: string) => `/ec2/instances/${encodeURIComponent(id)}`
