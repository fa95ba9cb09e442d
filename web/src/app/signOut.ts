/** Ends the session at the server, which then shows where to sign in. A form, so that the browser's own rules against foreign pages hold. */
export function signOut() {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/signout'
  document.body.append(form)
  form.submit()
}
