/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Texts that are loaded when somebody reads their language. */
export class TextStore<Texts> {
  readonly #loaders: Record<string, () => Promise<Texts>>;
  readonly #loaded = new Map<string, Texts>();
  readonly #loading = new Set<string>();
  readonly #watchers = new Set<() => void>();

  /** With a loader for each language besides English. */
  static create<Texts>(
    loaders: Record<string, () => Promise<Texts>>,
  ): TextStore<Texts> {
    return new TextStore(loaders);
  }

  private constructor(loaders: Record<string, () => Promise<Texts>>) {
    this.#loaders = loaders;
  }

  /** The texts in a language, once they are there. */
  loaded(language: string): Texts | undefined {
    return this.#loaded.get(language);
  }

  /** Loads the texts in a language, and says when they are there. */
  watch(language: string, onLoaded: () => void): () => void {
    this.#watchers.add(onLoaded);
    this.#load(language);
    return () => this.#watchers.delete(onLoaded);
  }

  async #load(language: string): Promise<void> {
    const loader = Object.hasOwn(this.#loaders, language)
      ? this.#loaders[language]
      : undefined;
    if (!loader || this.#loaded.has(language) || this.#loading.has(language)) {
      return;
    }
    this.#loading.add(language);
    try {
      this.#loaded.set(language, await loader());
      this.#watchers.forEach(watcher => watcher());
    } catch {
      // The English texts stay; the next part of a page tries again.
    } finally {
      this.#loading.delete(language);
    }
  }
}
