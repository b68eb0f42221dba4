/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { ContextEntry } from './ContextState';
import { digest } from './digest';
import { isGoInput, isModuleFile } from './goInputs';
import { StepEffects } from './types';

type ReadBy = Pick<StepEffects, 'runsTests' | 'readsVcs'>;

const readers: readonly ReadBy[] = [true, false].flatMap(runsTests =>
  [true, false].map(readsVcs => ({ runsTests, readsVcs })),
);

/**
 * What the steps of a stage have brought so far, as texts that are the same
 * exactly when it is. They grow with each entry, so that no step has to look at
 * all that is below it.
 */
export class VisibleContent {
  #modules = '';
  #inputs = readers.map(() => '');
  #made = '';
  /** What was made since; few steps ask for it. */
  #added: string[] = [];

  /** What a stage starts with that stands on another. */
  static above(base: VisibleContent | undefined): VisibleContent {
    const content = new VisibleContent();
    if (base) {
      content.#modules = base.#modules;
      content.#inputs = [...base.#inputs];
      content.#made = base.made;
    }
    return content;
  }

  /** Entries of the context that a step took. */
  add(entries: readonly ContextEntry[]): void {
    for (const entry of entries) {
      const { path } = entry;
      if (isModuleFile(path)) {
        this.#modules = extend(this.#modules, entry);
      }
      for (const [index, reader] of readers.entries()) {
        if (isGoInput(path, reader)) {
          this.#inputs[index] = extend(this.#inputs[index], entry);
        }
      }
    }
  }

  /** What a step left that is made of other things than such entries. */
  addMade(output: string): void {
    this.#added.push(output);
  }

  /** The module files. */
  get modules(): string {
    return this.#modules;
  }

  /** What compiling with such effects reads. */
  goInputs({ runsTests, readsVcs }: ReadBy): string {
    return this.#inputs[
      readers.findIndex(
        reader =>
          reader.runsTests === runsTests && reader.readsVcs === readsVcs,
      )
    ];
  }

  /** What other commands made, and what comes from other stages. */
  get made(): string {
    for (const output of this.#added) {
      this.#made = digest(`${this.#made}\n${output}`);
    }
    this.#added = [];
    return this.#made;
  }
}

function extend(text: string, { path, content }: ContextEntry): string {
  return digest(`${text}\n${path}\0${content}`);
}
