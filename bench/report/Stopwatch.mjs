/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { baseUrl } from './portal.mjs';

/** How long nothing may happen for a page to count as settled. */
const quietMilliseconds = 600;

/**
 * Does a thing in the browser some times, and tells the median of how long it
 * took: from the click or key, or from the start of the navigation, to the last
 * change of the page or the last answer that it waited for.
 */
export class Stopwatch {
  #page;
  #session;
  #answers = [];

  static async create(page) {
    await page.addInitScript(watch);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Stopwatch(page, session);
  }

  constructor(page, session) {
    this.#page = page;
    this.#session = session;
    page.on('requestfinished', async request => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/build-hygiene/')) {
        const answers = this.#answers;
        const response = await request.response();
        const { requestStart, responseStart } = request.timing();
        answers.push({
          path: `${pathname.replace('/api/build-hygiene', '')}${search}`,
          text: (await response.body()).length,
          server: responseStart - requestStart,
        });
      }
    });
  }

  /** Opens an address as one types it, with the browser's cache as it is. */
  async open(path) {
    return this.#measure(
      () => this.#page.goto(`${baseUrl}${path}`, { waitUntil: 'commit' }),
      () => 0,
    );
  }

  /** A click or a key on a page that is there already. */
  async act(action) {
    return this.#measure(action, () => window.reportBench.began);
  }

  async #measure(action, began) {
    this.#answers = [];
    const before = await this.#processorSeconds();
    await this.#page
      .evaluate(() => window.reportBench?.reset())
      .catch(() => {});
    await action();
    await this.#page.waitForFunction(
      quiet => {
        const { open, last, began: start } = window.reportBench;
        const ready = document.querySelector('main, [role=main], article');
        const waiting = document.querySelector(
          '[role=status][aria-label="Loading"], [class*="bui-Skeleton"]',
        );
        return (
          ready &&
          !waiting &&
          open === 0 &&
          last > start &&
          performance.now() - last > quiet
        );
      },
      quietMilliseconds,
      { polling: 100, timeout: 60_000 },
    );
    const start = await this.#page.evaluate(began);
    const last = await this.#page.evaluate(() => window.reportBench.last);
    const after = await this.#processorSeconds();
    return {
      milliseconds: last - start,
      processor: (after - before) * 1_000,
      answers: [...this.#answers],
    };
  }

  async #processorSeconds() {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ProcessTime').value;
  }
}

/** Runs in the page. */
function watch() {
  const state = {
    began: 0,
    last: 0,
    open: 0,
    reset() {
      state.began = performance.now();
      state.last = 0;
    },
  };
  window.reportBench = state;
  const changed = () => {
    state.last = performance.now();
  };
  new MutationObserver(changed).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  for (const type of ['click', 'keydown', 'input']) {
    window.addEventListener(
      type,
      () => {
        if (state.last === 0) {
          state.began = performance.now();
        }
      },
      { capture: true },
    );
  }
  const original = window.fetch;
  window.fetch = async (...args) => {
    state.open += 1;
    try {
      return await original(...args);
    } finally {
      state.open -= 1;
      changed();
    }
  };
}
