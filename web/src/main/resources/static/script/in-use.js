// A page in the hands of a client: tells the server that somebody is there, for the time after which it locks goes on.

const TELL = 60000; // ms between words to the server, which counts in minutes

let told = Date.now();

function used() {
  const now = Date.now();
  if (now - told >= TELL) {
    told = now;
    fetch('/sign-in/in-use', { method: 'POST', headers: { Accept: 'application/json' }, keepalive: true }).catch(() => {});
  }
}

for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input']) {
  addEventListener(event, used, { capture: true, passive: true });
}
