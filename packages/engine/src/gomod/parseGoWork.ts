/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DirectiveReader } from './DirectiveReader';
import { readDirectives } from './readDirectives';
import { GoWork } from './types';

const BLOCKS = ['godebug', 'use', 'replace'];

/**
 * Parses a `go.work`. Never throws; see {@link parseGoMod}.
 *
 * Language: https://go.dev/ref/mod#go-work-file
 *
 * @public
 */
export function parseGoWork(source: string, options: { path: string }): GoWork {
  const { directives, problems } = readDirectives(source, { blocks: BLOCKS });
  const reader = new DirectiveReader(source, problems);
  const goWork: GoWork = {
    path: options.path,
    source,
    godebug: [],
    use: [],
    replace: [],
    problems: [],
  };
  for (const directive of directives) {
    switch (directive.verb) {
      case 'go':
        goWork.go = reader.go(directive, goWork.go) ?? goWork.go;
        break;
      case 'toolchain':
        goWork.toolchain =
          reader.toolchain(directive, goWork.toolchain) ?? goWork.toolchain;
        break;
      case 'godebug': {
        const setting = reader.godebug(directive);
        goWork.godebug.push(...(setting ? [setting] : []));
        break;
      }
      case 'use': {
        const use = reader.path(directive, 'usage: use local/dir');
        goWork.use.push(...(use ? [use] : []));
        break;
      }
      case 'replace': {
        const replace = reader.replace(directive);
        goWork.replace.push(...(replace ? [replace] : []));
        break;
      }
      default:
        reader.report(directive, `unknown directive: ${directive.verb}`);
    }
  }
  goWork.problems = reader.problems.sort((a, b) => a.span.start - b.span.start);
  return goWork;
}
