// Passkeys need a script, because only a script may ask a device for one. Where there is none, or a browser without them, the password way stays.
(() => {
  const numbered = /^[\d.]+$|^\[/.test(window.location.hostname);
  const able = !numbered && window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!able) return;
  document.querySelectorAll('[data-passkeys-able]').forEach(part => { part.hidden = false; });
  document.querySelectorAll('[data-passkeys-unable]').forEach(part => { part.hidden = true; });

  const ask = async form => {
    const answer = await fetch(form.dataset.options, { method: 'POST', headers: { Accept: 'application/json' } });
    if (!(answer.headers.get('Content-Type') || '').includes('json')) {
      // The session ended: the page itself leads to the sign-in.
      if (answer.redirected) window.location.reload();
      throw new Error('no options');
    }
    const body = await answer.json();
    if (!answer.ok) throw { title: body.title };
    return body;
  };

  const credentialFor = async form => {
    const body = await ask(form);
    if (form.dataset.passkeys === 'use') return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(body) });
    form.elements.challenge.value = body.challenge;
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(body.options)) });
  };

  const words = error => error.title ? error.title
    : error.name === 'InvalidStateError' ? 'この端末のパスキーは、すでに登録されています。'
    : error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'パスキーの操作が終わらないうちに、中止されました。もう一度お試しください。'
    : 'パスキーを使えませんでした。もう一度お試しください。';

  document.querySelectorAll('form[data-passkeys]').forEach(form => form.addEventListener('submit', async event => {
    event.preventDefault();
    const [button, problem] = [form.querySelector('button'), form.querySelector('[role="alert"]')];
    button.disabled = true;
    problem.textContent = '';
    try {
      form.elements.credential.value = JSON.stringify((await credentialFor(form)).toJSON());
      form.submit();
    } catch (error) {
      problem.textContent = words(error);
      button.disabled = false;
    }
  }));
})();
