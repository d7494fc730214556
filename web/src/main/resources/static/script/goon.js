// Somebody has signed in again: what they had typed before goes on without being asked for.

const form = document.querySelector('[data-name=go-on]');
if (form instanceof HTMLFormElement && form.dataset.atOnce === 'true') {
  form.requestSubmit();
}
