// What the browser does around every page: the document's language, the sign-in's cookie and its clock of
// idleness, and the address's history. Nothing is shown.

/** @import { Component } from "../common.js" */

/**
 * @typedef {object} Page
 * @property {string} lang the document's language
 * @property {string} door the path at which the server looks after the sign-in
 * @property {string | null} ticket to fetch the sign-in's cookie with, once
 * @property {number | null} idle seconds after which to ask whether the sign-in still stands; null: nobody is signed in
 * @property {boolean} left somebody signed out here, and the cookie is to be given back
 */

/** How often the server hears that somebody is at it, at most. */
const MINUTE = 60;

/** One for the document, though the component may be put on each page anew. */
class Browser {
  door = "";
  idle = 0;
  used = -Infinity;
  timer = 0;
  ticket = "";
  fetching = false;
  gaveBack = false;
  /** @type {Promise<unknown>} what was last asked about the cookie */
  cookie = Promise.resolve();
  /** The tabs of this browser tell one another when somebody signs in or out. */
  tabs = new BroadcastChannel("steelyard-sign-in");

  constructor() {
    this.tabs.onmessage = () => location.reload();
    for (const hand of ["pointerdown", "keydown", "wheel"]) {
      addEventListener(hand, () => this.somebodyIsAtIt(), { capture: true, passive: true });
    }
  }

  /**
   * @param {"GET" | "POST" | "PUT" | "DELETE"} method
   * @param {Record<string, string>} [headers]
   */
  ask(method, headers = {}) {
    // Kept alive: a tab that is being left still says what it has to.
    return fetch(this.door, { method, headers, keepalive: true, cache: "no-store" });
  }

  /**
   * Ask about the cookie, one thing after the other: a cookie given back must not take a newer one along.
   *
   * @param {"PUT" | "DELETE"} method
   * @param {Record<string, string>} [headers]
   */
  inTurn(method, headers) {
    const answer = this.cookie.then(() => this.ask(method, headers));
    this.cookie = answer.catch(() => undefined);
    return answer;
  }

  /** @param {string} ticket */
  async fetchCookie(ticket) {
    if (ticket === this.ticket) return;
    this.ticket = ticket;
    this.fetching = true;
    try {
      const answer = await this.inTurn("PUT", { "X-Ticket": ticket });
      if (answer.ok) this.tabs.postMessage("changed");
    } finally {
      this.fetching = false;
    }
  }

  async giveCookieBack() {
    if (this.gaveBack) return;
    this.gaveBack = true;
    await this.inTurn("DELETE");
    this.tabs.postMessage("changed");
  }

  /** @param {number} idle seconds after which to ask whether the sign-in still stands; 0: nobody is signed in */
  watch(idle) {
    if (idle === this.idle) return;
    this.idle = idle;
    clearTimeout(this.timer);
    if (idle) this.wake(idle);
  }

  /** @param {number} seconds until somebody must have been at it */
  wake(seconds) {
    clearTimeout(this.timer);
    // Another tab may have moved the clock on meanwhile, so it is asked first.
    this.timer = setTimeout(() => this.timeLeft("GET"), seconds * 1000 + 500);
  }

  somebodyIsAtIt() {
    const now = performance.now() / 1000;
    // Before the cookie is there, the server would take the browser for one that is signed out.
    if (!this.idle || this.fetching || now - this.used < Math.min(MINUTE, this.idle / 4)) return;
    this.used = now;
    this.timeLeft("POST").catch(() => (this.used = -Infinity));
  }

  /** @param {"GET" | "POST"} method */
  async timeLeft(method) {
    const answer = await this.ask(method);
    if (!answer.ok) return;
    const { left } = await answer.json();
    // The page is loaded anew, so that nothing of it is left in the browser either; one that already says why
    // somebody is signed out stays.
    if (left > 0) return this.wake(left);
    if (this.gaveBack) return;
    // The page that comes is told by the cookie why, and gives it back.
    this.gaveBack = true;
    location.reload();
  }
}

/**
 * The name is none that a heading may have: the browser finds elements under their ids here, too.
 *
 * @type {Window & { steelyardSignIn?: Browser }}
 */
const here = globalThis.window;

/** @param {Component<Page>} component */
export default function ({ data }) {
  const browser = (here.steelyardSignIn ??= new Browser());
  document.documentElement.lang = data.lang;
  browser.door = data.door;
  browser.watch(data.idle ?? 0);
  if (data.ticket) browser.fetchCookie(data.ticket);
  if (data.left) browser.giveCookieBack();
  else browser.gaveBack = false;
}
