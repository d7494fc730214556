// What the device at hand makes and shows of passkeys. What the server asks for and is told is the same JSON as the browser's own.

import { first } from './page.js';

const USED = 'stillpoint-passkey'; // whether one was used in this browser

/** Whether this browser knows passkeys, in the form that is spoken here. */
export function known() {
  return Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
}

/** Whether one was used in this browser since somebody signed out. */
export function usedHere() {
  return known() && localStorage.getItem(USED) !== null;
}

/** @param {Credential | null} credential */
function said(credential) {
  if (!(credential instanceof PublicKeyCredential)) {
    throw new Error('no passkey');
  }
  localStorage.setItem(USED, 'yes');
  return JSON.stringify(credential.toJSON());
}

/** What a device shows, as JSON; throws where it shows none. */
export async function shown() {
  const answer = await fetch('/sign-in/passkey'); // not as a page's script asks, which has to be signed in
  if (answer.status !== 200) {
    throw new Error('not here');
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
  return said(await navigator.credentials.get({ publicKey }));
}

/**
 * What a device has made, as JSON; throws where it makes none.
 * @param {string} asked
 */
export async function made(asked) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(asked));
  return said(await navigator.credentials.create({ publicKey }));
}

/**
 * Sends what a device says with a form, or says that it said nothing.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} told where that is said
 * @param {() => Promise<string>} asked
 * @param {string} otherwise what is said then
 */
export async function send(form, told, asked, otherwise) {
  told.textContent = '';
  try {
    first(form, '[name=passkey]', HTMLInputElement).value = await asked();
    form.submit(); // what else it asks for is not needed now
  } catch {
    told.textContent = otherwise;
  }
}
