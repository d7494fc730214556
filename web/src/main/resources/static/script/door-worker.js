// Behind the client's own door: opens a check-in again where there is no network, keeps what was answered until it can be sent, and sends it once. Nothing is
// told as sent before the record has answered; the record knows a second sending by the check-in's own id.

import { answers, pages } from './door-shelf.js';

/** @typedef {Event & {waitUntil(what: Promise<unknown>): void}} Lasting */
/** @typedef {Lasting & {request: Request, respondWith(answer: Promise<Response>): void}} Asked */
/** @typedef {{keep?: string[], files?: string[], send?: string, drop?: string}} Wish what to keep; or the path of a link whose answer to send, or to let go of */
/** @typedef {Lasting & {data: Wish, ports: readonly MessagePort[]}} Told */

const worker = /** @type {EventTarget & {skipWaiting(): Promise<void>, clients: {claim(): Promise<void>}, registration: {sync?: {register(tag: string): Promise<void>}}}} */ (
  /** @type {unknown} */ (self));

const FILES = 'stillpoint-door', FILE = /^\/(?:style|script|font|webjars)\/|^\/icon\.svg$/;
/** Where the door begins that is put on the home screen. */
const START = '/link/start';
const CHECK_IN = /^(\/link\/[^/]+)\/check-in$/, WAITING = /\/waiting$/;
const TOKEN = /name="_csrf" value="([^"]+)"/;
/** Until when a page may be opened without a network: given with pages that may, as an instant. */
const UNTIL = 'Offline-Until';
/** How long an answer is waited for, ms: on a poor network one waits longer than at a desk. */
const PATIENCE = 10000;

/** @param {Promise<Response>} answer */
function inTime(answer) {
  return Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE))]);
}

/**
 * Keeps a page as it was answered, or lets go of it where its link does not open it any more.
 * @param {string} path
 * @param {Response} answer
 */
async function look(path, answer) {
  const until = answer.headers.get(UNTIL);
  if (answer.ok && until) await pages.put(path, await asKept(answer, Date.parse(until)));
  else if (answer.status === 404) await letGo(path.replace(WAITING, ''));
}

/**
 * What is kept of a link that is used, or opens nothing any more.
 * @param {string} link its path
 */
async function letGo(link) {
  await pages.drop(link);
  await pages.drop(`${link}/waiting`);
}

/**
 * @param {Response} answer
 * @param {number} until
 */
async function asKept(answer, until) {
  return { until, body: await answer.text(), type: answer.headers.get('Content-Type') ?? 'text/html', policy: answer.headers.get('Content-Security-Policy') ?? "default-src 'none'" };
}

/** @param {string} path */
async function kept(path) {
  const page = await pages.get(path);
  return page && new Response(page.body, { headers: { 'Content-Type': page.type, 'Content-Security-Policy': page.policy, 'Cache-Control': 'no-store' } });
}

/** @param {Request} request */
async function open(request) {
  const { pathname } = new URL(request.url);
  if (pathname === START) {
    const [newest] = (await pages.paths()).filter((path) => !WAITING.test(path));
    if (newest) return Response.redirect(newest);
  }
  const waits = await answers.get(pathname);
  if (waits) return await kept(`${pathname}/waiting`) ?? fetch(request);
  if (CHECK_IN.test(pathname)) return await kept(pathname) ?? fetch(request); // what the record answered, which is at no address
  try {
    const answer = await inTime(fetch(request));
    await look(pathname, answer.clone());
    return answer;
  } catch {
    return await kept(pathname) ?? Response.error();
  }
}

/**
 * A check-in: sent, or kept until it can be.
 * @param {Request} request
 * @param {string} link its path
 */
async function send(request, link) {
  const copy = request.clone();
  try {
    const answer = await inTime(fetch(request));
    if (answer.status >= 502 && answer.status <= 504) throw new Error('what stands before the record has no way to it');
    if (answer.ok) await letGo(link);
    return answer;
  } catch {
    const page = await pages.get(link), waiting = await kept(`${link}/waiting`);
    if (!page || !waiting) return Response.error();
    const fields = [...(await copy.formData()).entries()].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)]));
    await answers.put(link, { until: page.until, action: new URL(request.url).pathname, fields, since: Date.now(), refused: false });
    await worker.registration.sync?.register(START).catch(() => {}); // not everywhere, and not against the person's wish
    return waiting;
  }
}

/** @type {Promise<void> | null} */
let sending = null;

/** Sends what waits; one sending at a time. */
function sendWaiting() {
  return (sending ??= (async () => {
    for (const link of await answers.paths()) await sendOne(link);
  })().finally(() => (sending = null)));
}

/** @param {string} link */
async function sendOne(link) {
  const waits = await answers.get(link);
  if (!waits || waits.refused) return;
  const token = TOKEN.exec(await (await inTime(fetch(`${link}/waiting`))).text())?.[1];
  const body = new URLSearchParams(waits.fields.filter(([name]) => name !== '_csrf'));
  body.set('_csrf', token ?? '');
  body.set('waited', String(Date.now() - waits.since)); // by one clock, so that a wrong one does no harm
  const answer = await inTime(fetch(waits.action, { method: 'POST', body }));
  if (answer.ok) {
    await pages.put(waits.action, await asKept(answer, Date.now() + 3600 * 1000)); // what it says is read now
    await letGo(link);
    await answers.drop(link);
  } else if (answer.status < 500) {
    await answers.put(link, { ...waits, refused: true });
  } else {
    throw new Error(`answered with ${answer.status}`);
  }
}

/**
 * Answers where the answer of a link stands: it was sent, it waits, or it was refused.
 * @param {Wish} wish
 */
async function act({ keep = [], files = [], send: sends, drop }) {
  if (drop) await answers.drop(drop);
  if (sends) await sendWaiting().catch(() => {}); // no network yet: it waits on
  if (keep.length) await (await caches.open(FILES)).addAll(files.filter((file) => FILE.test(file)));
  for (const path of keep) await look(path, await fetch(path));
  const waits = sends && await answers.get(sends);
  return !waits ? 'sent' : waits.refused ? 'refused' : 'waits';
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => /** @type {Lasting} */ (event).waitUntil(Promise.all([worker.clients.claim(), pages.paths(), answers.paths()])));
worker.addEventListener('sync', (event) => /** @type {Lasting} */ (event).waitUntil(sendWaiting()));
worker.addEventListener('message', (event) => {
  const told = /** @type {Told} */ (event);
  told.waitUntil(act(told.data).then((standing) => told.ports[0]?.postMessage(standing)));
});
worker.addEventListener('fetch', (event) => {
  const { request } = /** @type {Asked} */ (event), { origin, pathname } = new URL(request.url), checkIn = CHECK_IN.exec(pathname);
  /** @param {Promise<Response>} answer */
  const respond = (answer) => /** @type {Asked} */ (event).respondWith(answer);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate' && request.method === 'GET') respond(open(request));
  else if (request.mode === 'navigate' && checkIn) respond(send(request, checkIn[1]));
  else if (request.method === 'GET' && FILE.test(pathname)) respond(fetch(request).catch(async () => await caches.match(request) ?? Response.error()));
});
