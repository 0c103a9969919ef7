// Compares a PDF file with the hash of a certificate. The file stays in the browser: nothing of this page may be sent anywhere.

const sizeMax = 128 * 1024 * 1024;
const card = document.querySelector("[data-check-file]");

// Hashing needs a page that came over TLS, or from this machine.
if (card && window.crypto?.subtle) {
  const choice = card.querySelector("input");
  card.hidden = false;
  choice.addEventListener("change", () => check(choice.files));
  card.addEventListener("dragover", (event) => {
    event.preventDefault();
    card.classList.add("over");
  });
  card.addEventListener("dragleave", () => card.classList.remove("over"));
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    card.classList.remove("over");
    check(event.dataTransfer.files);
  });
}

// Hashing takes its time: what was found of a file is not said once another one is looked at.
let newest = 0;

async function check(files) {
  const number = ++newest;
  const answer = card.querySelector("[data-check-answer]");
  const say = (kind, words) => {
    if (number === newest) {
      answer.className = kind;
      answer.textContent = words;
    }
  };

  say("", "");

  if (files.length !== 1) {
    say("bad", "Choose one file.");
    return;
  }

  const [file] = files;
  if (file.size > sizeMax) {
    say("bad", "✗ This is not the original: no certificate is that large.");
    return;
  }

  let hash;
  try {
    hash = await hashOf(file);
  } catch {
    say("bad", "This file cannot be read.");
    return;
  }

  if (hash === card.dataset.checkFile) {
    say("good", "✓ This is the original file, byte for byte.");
  } else {
    say("bad", "✗ This is not the original file. It may be another certificate, a copy made for a board, the PDF of a whole claim, or one that was changed or saved anew.");
  }
}

async function hashOf(file) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
