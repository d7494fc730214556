// What a browser keeps for longer than a page: requests and transactions of IndexedDB as promises, written through to the disk.

/**
 * A request as a promise.
 * @type {<T>(request: IDBRequest<T>) => Promise<T>}
 */
export function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Acts within one transaction on one store; resolves when that is over. A database is made with all its stores when it is first asked for.
 * @template T
 * @param {{name: string, stores: string[]}} database
 * @param {string} store one of its stores
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => Promise<T>} act
 */
export async function within({ name, stores }, store, mode, act) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => stores.forEach((each) => opening.result.createObjectStore(each));
  const database = await done(opening);
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const over = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await act(transaction.objectStore(store));
    await over;
    return result;
  } finally {
    database.close();
  }
}
