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

async function check(files) {
  const answer = card.querySelector("[data-check-answer]");
  const say = (kind, words) => {
    answer.className = kind;
    answer.textContent = words;
  };

  if (files.length !== 1) {
    say("bad", "Choose one file.");
    return;
  }

  const [file] = files;
  if (file.size > sizeMax) {
    say("bad", "✗ This is not the original: no certificate is that large.");
    return;
  }

  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hash === card.dataset.checkFile) {
    say("good", "✓ This is the original file, byte for byte.");
  } else {
    say("bad", "✗ This is not the original file. It may be another certificate, the PDF of a whole claim, or one that was changed or saved anew.");
  }
}
