// What was worked out once is kept in the browser, so that the next page has the body at once. Holds nothing about any person.

const DATABASE = 'stillpoint-body', STORE = 'built';

/**
 * A request of IndexedDB as a promise.
 * @type {<T>(request: IDBRequest<T>) => Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new Error('another page is changing the shelf'));
  });
}

async function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

/** What is kept under `key`, or null: nothing kept, or the browser keeps nothing (a private window). */
export async function recall(/** @type {string} */ key) {
  try {
    const database = await open();
    const found = await done(database.transaction(STORE).objectStore(STORE).get(key));
    database.close();
    return found ?? null;
  } catch {
    return null;
  }
}

/** Keeps `value` and throws away what other versions (the part of a key before its last colon) have kept. True where it worked. */
export async function keep(/** @type {string} */ key, /** @type {unknown} */ value) {
  try {
    const database = await open(), store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    const version = key.slice(0, key.lastIndexOf(':') + 1);
    for (const old of await done(store.getAllKeys())) if (!String(old).startsWith(version)) store.delete(old);
    await done(store.put(value, key));
    database.close();
    return true;
  } catch {
    return false;
  }
}
