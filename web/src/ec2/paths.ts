/** The address of the page of an instance. */
export const instancePath = (id: string) => `/ec2/instances/${encodeURIComponent(id)}`

/** The address of the page of a volume. */
export const volumePath = (id: string) => `/ec2/volumes/${encodeURIComponent(id)}`

/** The address of the page of a security group. */
export const groupPath = (id: string) => `/ec2/security-groups/${encodeURIComponent(id)}`

/** The address of the page of a key pair, by its identifier. */
export const keyPairPath = (id: string) => `/ec2/key-pairs/${encodeURIComponent(id)}`
