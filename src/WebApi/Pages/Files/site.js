// What pages gain where scripts run: totals that follow the hand, select-all, and an error summary that is read first.
// Everything here has its counterpart on the server, so that pages work the same without it.

document.documentElement.classList.add("scripted");
document.querySelector("[data-error-summary]")?.focus();

const form = document.querySelector("[data-claim]");
if (form) {
  follow(form);
}

// Passkeys are asked for here and nowhere else; the form that holds the question shows only where it can be put.
if (window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.reportValidity()) {
        ask(form);
      }
    });
  }
} else {
  // The page says why there is no form, as it does without scripts.
  for (const note of document.querySelectorAll("[data-passkey-absent]")) {
    note.classList.remove("unscripted");
  }
}

async function ask(form) {
  const note = form.querySelector("[data-passkey-note]");
  const button = form.querySelector("button");
  const question = JSON.parse(form.dataset.passkeyOptions);
  note.textContent = "";
  button.disabled = true;
  try {
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
    form.elements.namedItem("credential").value = JSON.stringify(credential.toJSON());
    if (form.dataset.passkey === "get") {
      form.action += location.search;
    }

    form.submit();
  } catch (error) {
    note.textContent = error.name === "InvalidStateError"
      ? "This device has a passkey of yours already."
      : "Nothing was done: your device gave no passkey.";
    button.disabled = false;
  }
}

function follow(form) {
  const all = form.querySelector("[data-claim-all]");
  const ticks = [...form.querySelectorAll("[data-claim-tick]")];
  const total = form.querySelector("[data-claim-total]");
  const summary = form.querySelector("[data-claim-summary]");
  const amountOf = (tick) => form.elements.namedItem(`amount-${tick.value}`);

  const update = () => {
    const chosen = ticks.filter((tick) => tick.checked);
    const hundredths = chosen.reduce((sum, tick) => sum + hundredthsOf(amountOf(tick).value), 0);
    const courses = new Set(chosen.map((tick) => tick.closest("tbody"))).size;
    total.textContent = (hundredths / 100).toFixed(2);
    summary.textContent = summary.dataset.claimSummary
      .replace("{chosen}", chosen.length)
      .replace("{certificates}", courses === 1 ? "1 certificate" : `${courses} certificates`);
    all.checked = chosen.length === ticks.length;
    all.indeterminate = chosen.length > 0 && !all.checked;
  };

  form.addEventListener("change", (event) => {
    if (event.target === all) {
      for (const tick of ticks) {
        tick.checked = all.checked;
      }
    }

    update();
  });

  // Who types an amount wants it claimed.
  form.addEventListener("input", (event) => {
    const tick = ticks.find((tick) => amountOf(tick) === event.target);
    if (tick) {
      tick.checked = true;
      update();
    }
  });

  // Another order must not lose what was chosen: the form travels with it. As a plain link it would be left behind.
  for (const link of document.querySelectorAll("[data-claim-sort]")) {
    link.addEventListener("click", (event) => {
      if (ticks.some((tick) => tick.checked) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        form.elements.namedItem("sort").value = link.dataset.claimSort;
        form.action = "/claim";
        form.submit();
      }
    });
  }

  // A browser that goes back shows what was typed before; the totals follow.
  addEventListener("pageshow", update);
  update();
}

// Whole hundredths, since 0.1 + 0.2 is not 0.3. What is not an amount counts as nothing; the server says what is wrong with it.
function hundredthsOf(text) {
  return /^\s*\d{1,6}(\.\d{0,2})?\s*$/.test(text) ? Math.round(Number(text) * 100) : 0;
}

// A session may end while somebody writes. What is sent is kept for this tab until the next page has come, and on from there if
// that is the page to sign in at: it is filled in again for the same person. Forms that hold secrets do not ask for it.
const keptName = "kept-form";
const keptLengthMax = 64 * 1024;
const keptMillisecondsMax = 30 * 60 * 1000;

refill();
for (const form of document.querySelectorAll("[data-keep]")) {
  form.addEventListener("submit", () => keep({ at: Date.now(), form: form.dataset.keep, person: personHere(), names: namesOf(form), fields: fieldsOf(form) }));
}

function refill() {
  const text = sessionStorage.getItem(keptName);
  sessionStorage.removeItem(keptName);
  if (!text) {
    return;
  }

  const kept = JSON.parse(text);
  if (Date.now() - kept.at > keptMillisecondsMax) {
    return;
  }

  kept.isLost ||= document.querySelector("[data-session-ended]") !== null;
  const form = document.querySelector(`[data-keep="${CSS.escape(kept.form)}"]`);
  const notice = document.querySelector("[data-kept-notice]");
  if (kept.isLost && form && notice && ["", kept.person].includes(personHere())) {
    // Rows that are told apart by their place alone are filled in only where there are as many as there were.
    const isOther = "keepWhole" in form.dataset && namesOf(form) !== kept.names;
    const shown = isOther ? notice.nextElementSibling : notice;
    if (!isOther) {
      fill(form, kept.fields);
    }

    shown.hidden = false;
    shown.focus();
  } else if (kept.isLost && document.querySelector("[data-signs-in]")) {
    keep(kept);
  }
}

function keep(kept) {
  const text = JSON.stringify(kept);
  if (text.length <= keptLengthMax) {
    sessionStorage.setItem(keptName, text);
  }
}

function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== "form-token" && typeof value === "string");
}

function namesOf(form) {
  return [...form.elements].map((field) => field.name).sort().join(" ");
}

function fill(form, fields) {
  for (const field of form.elements) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (values.length > 0) {
      field.value = values[0];
    }
  }

  form.dispatchEvent(new Event("change"));
}

// Whoever is signed in, as the menu marks it; nobody on pages for everybody.
function personHere() {
  return document.querySelector("[data-person]")?.dataset.person ?? "";
}
