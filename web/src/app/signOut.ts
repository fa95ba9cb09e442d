/** Ends the session at the server, which then shows where to sign in, and after that leads to a path of this origin if one is given. */
export function signOut(back?: string) {
  post('/signout', back ? { return: back } : {})
}

/** Goes from the role back to the user who switched to it. */
export function switchBack() {
  post('/switchrole/back', {})
}

/** Sends a form, so that the browser's own rules against foreign pages hold, and shows what the server answers. */
function post(action: string, fields: Record<string, string>) {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
