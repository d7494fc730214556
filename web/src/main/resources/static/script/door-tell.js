// Tells the worker of the client's own door something, and hears its answer.

/**
 * @param {import('./door-worker.js').Wish} wish
 * @returns {Promise<string>} how the answer of the link stands: sent, waits, refused
 */
export async function tellWorker(wish) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage(wish, [port2]);
  });
}
