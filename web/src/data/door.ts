/**
 * How the SDK's clients reach the server: by the cookie door of this origin. The cookie is the credential; no key ever is in this page. The signer adds
 * the header that a form of another site cannot send, and no signature. A lost answer is not asked for again behind a person's back.
 */
export function door(service: string) {
  return {
    region: 'us-east-1',
    endpoint: `${location.origin}/console/api/${service}`,
    credentials: { accessKeyId: 'unused', secretAccessKey: 'unused' },
    maxAttempts: 1,
    signer: {
      sign: async <R extends { headers: Record<string, string> }>(request: R) => {
        request.headers['x-console-request'] = '1'
        return request
      },
    },
  }
}
