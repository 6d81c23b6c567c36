// Hands a device what it is asked, and its answer to the form; without this a code or a
// password is typed.
"use strict";
(() => {
  const box = document.querySelector("[data-passkey], [data-options]");
  if (!box || !window.PublicKeyCredential || !navigator.credentials || !window.fetch) return;
  const form = box.closest("form");
  const button = box.querySelector("button");
  const failed = box.querySelector("[role=alert]");
  const unable = document.querySelector("[data-unable]");
  box.hidden = false;
  if (unable) unable.hidden = true;

  // Bytes travel as base64url.
  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => {
    const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
    return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const numbered = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const made = async (options) => {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = numbered(options.excludeCredentials);
    const credential = await navigator.credentials.create({ publicKey: options });
    const { response } = credential;
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
      },
    };
  };

  const proved = async (options) => {
    options.challenge = bytes(options.challenge);
    options.allowCredentials = numbered(options.allowCredentials);
    const credential = await navigator.credentials.get({ publicKey: options });
    const { response } = credential;
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    };
  };

  // The token and the first step of a sign-in are all that the question needs.
  const question = async () => {
    const sent = new URLSearchParams();
    for (const name of ["csrf", "begun"]) {
      const field = form.elements[name];
      if (field) sent.set(name, field.value);
    }
    const answer = await fetch(box.dataset.passkey, {
      method: "POST",
      body: sent,
      headers: { accept: "application/json" },
      credentials: "same-origin",
    });
    if (!answer.ok) throw new Error("not asked");
    return answer.json();
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    failed.hidden = true;
    try {
      let answer;
      if (box.dataset.options) answer = await made(JSON.parse(box.dataset.options));
      else {
        const { asked, options } = await question();
        form.elements.passkey_asked.value = asked;
        answer = await proved(options);
      }
      form.elements.passkey.value = JSON.stringify(answer);
      form.submit();
    } catch {
      button.disabled = false;
      failed.hidden = false;
    }
  });
})();
