/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Dotted names of the settings in a config.d.ts, below its one top-level key.
 * What is inside a group is a setting, also where that has parts of its own.
 */
export function settingsOf(schema: string): string[] {
  const settings: string[] = [];
  const path: string[] = [];
  const code = schema.replace(/\/\*[^]*?\*\//g, '');
  for (const [, opened, name, closed] of code.matchAll(
    /(\w+)\??: (?:Array<)?\{|(\w+)\??: [^{};]+;|(\})/g,
  )) {
    if (opened !== undefined) {
      if (path.length === 2) {
        settings.push([...path.slice(1), opened].join('.'));
      }
      path.push(opened);
    } else if (closed !== undefined) {
      path.pop();
    } else if (path.length <= 2) {
      settings.push([...path.slice(1), name].join('.'));
    }
  }
  return settings;
}
