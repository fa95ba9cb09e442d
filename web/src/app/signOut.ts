/**
 * Ends the session at the server, which then shows where to sign in, and after that leads to a path of this origin if one is given. A form, so that the
 * browser's own rules against foreign pages hold.
 */
export function signOut(back?: string) {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/signout'
  if (back) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'return'
    field.value = back
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
