// The browser's part in passkeys. A form marked data-passkey asks the server what to ask for, asks the authenticator, puts its answer
// into the form and posts it like any other. Without it the form stays hidden, and the page says what else there is.
(() => {
  'use strict';

  const reader = (form) => form.hasAttribute('data-makes') ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';

  const ask = async (form) => {
    const answer = await fetch(form.dataset.passkey, {method: 'POST', body: new URLSearchParams(new FormData(form))});
    if (answer.redirected) {
      location.reload(); // asks who it is, once more
      return null;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const publicKey = PublicKeyCredential[reader(form)](await answer.json());
    return form.hasAttribute('data-makes') ? navigator.credentials.create({publicKey}) : navigator.credentials.get({publicKey});
  };

  const prepare = (form) => {
    const button = form.querySelector('button[type=submit]');
    const problem = form.querySelector('[data-problem]');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      problem.hidden = true;
      try {
        const credential = await ask(form);
        if (!credential) return;
        form.elements.passkey.value = JSON.stringify(credential);
        form.submit();
      } catch {
        problem.hidden = false;
      } finally {
        button.disabled = false;
      }
    });
    form.hidden = false;
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!window.PublicKeyCredential || !PublicKeyCredential[reader(form)]) continue;
    prepare(form);
    for (const hint of document.querySelectorAll('[data-without-passkey]')) hint.hidden = true;
  }
})();
