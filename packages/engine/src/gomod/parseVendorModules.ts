/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { isModuleVersion } from './moduleVersion';
import { GoModProblem, VendoredModule, VendorModules } from './types';

/**
 * Parses a `vendor/modules.txt`. As the go command, it passes over lines that
 * it does not understand; they are listed in `problems`.
 * https://go.dev/ref/mod#vendoring
 *
 * @public
 */
export function parseVendorModules(
  source: string,
  options: { path: string },
): VendorModules {
  const lines = new LineIndex(source);
  const modules: VendoredModule[] = [];
  const problems: GoModProblem[] = [];
  let workspace = false;
  let current: VendoredModule | undefined;

  for (let line = 1; line <= lines.count; line++) {
    const span = lines.lineSpan(line);
    const text = source.slice(span.start, span.end).trimEnd();
    if (text.startsWith('## ')) {
      const annotations = text.slice(3).split(';');
      for (const annotation of annotations.map(entry => entry.trim())) {
        if (annotation === 'workspace') {
          workspace ||= current === undefined;
        } else if (current && annotation === 'explicit') {
          current.explicit = true;
        } else if (current && annotation.startsWith('go ')) {
          current.go = annotation.slice(3).trim();
        }
      }
    } else if (text.startsWith('# ')) {
      const read = readModuleLine(text, line);
      // A line of one word leaves what is being read as it is.
      if (read || text.split(/\s+/).length > 2) {
        current = read;
      }
      if (read) {
        modules.push(read);
      } else {
        problems.push({
          line,
          column: 1,
          span,
          message: 'not a module line; the go command ignores it',
        });
      }
    } else if (text !== '') {
      current?.packages.push(text.trim());
    }
  }
  return { path: options.path, workspace, modules, problems };
}

/** `# path version [=> path [version]]` or `# path => path [version]`. */
function readModuleLine(
  text: string,
  line: number,
): VendoredModule | undefined {
  const [, modulePath, ...rest] = text.split(/\s+/);
  const version = rest[0] !== undefined && isModuleVersion(rest[0]);
  if (!version && rest[0] !== '=>') {
    return undefined;
  }
  const [arrow, path, newVersion, ...more] = version ? rest.slice(1) : rest;
  // The go command passes over a replacement that it does not understand.
  const replaced =
    arrow === '=>' &&
    path !== undefined &&
    (newVersion === undefined || isModuleVersion(newVersion)) &&
    more.length === 0;
  return {
    modulePath,
    ...(version && { version: rest[0] }),
    ...(replaced && {
      replacement: { path, ...(newVersion && { version: newVersion }) },
    }),
    explicit: false,
    packages: [],
    line,
  };
}
