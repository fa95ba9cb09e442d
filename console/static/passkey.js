// Asks the browser for a security key, and sends its answer with the form of the page.
'use strict'
{
  const form = document.getElementById('passkey')
  const button = form.querySelector('button')
  const trouble = document.getElementById('trouble')

  const say = text => {
    trouble.textContent = text
    trouble.hidden = text === ''
  }

  const words = error => {
    switch (error.name) {
      case 'NotAllowedError':
        return form.dataset.refused
      case 'SecurityError':
        return form.dataset.elsewhere
      case 'TypeError':
        return form.dataset.unreachable
    }
    return error.message
  }

  const ask = async () => {
    const reply = await fetch(form.dataset.ask, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Console-Request': '1' },
      body: '{}',
    })
    const answer = await reply.json()
    if (!reply.ok) throw new Error(answer.message)
    return PublicKeyCredential.parseRequestOptionsFromJSON(answer)
  }

  const use = async event => {
    event.preventDefault()
    say('')
    button.disabled = true
    try {
      const key = await navigator.credentials.get({ publicKey: await ask() })
      form.elements.response.value = JSON.stringify(key.toJSON())
      form.submit()
    } catch (error) {
      say(words(error))
      button.disabled = false
      button.focus()
    }
  }

  if (window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON) {
    form.addEventListener('submit', use)
    button.disabled = false
  } else {
    say(form.dataset.unsupported)
  }
}
