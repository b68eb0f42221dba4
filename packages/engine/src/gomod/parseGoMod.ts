/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { commentText, DirectiveReader } from './DirectiveReader';
import { Directive, readDirectives } from './readDirectives';
import { GoMod, ModuleStatement } from './types';

/**
 * Directives that may stand in a block; `go` and `toolchain` may not.
 * https://go.dev/ref/mod#go-mod-file-grammar
 */
const BLOCKS = [
  'module',
  'godebug',
  'require',
  'exclude',
  'replace',
  'retract',
  'tool',
  'ignore',
];

const DEPRECATED = /(?:^|\n\n)Deprecated: *((?:(?!\n\n)[^])*)/;

/**
 * Parses a `go.mod` as the go command does for a main module. Never throws:
 * what is wrong is listed in `problems`, and everything else is still read.
 *
 * @public
 */
export function parseGoMod(source: string, options: { path: string }): GoMod {
  const { directives, problems } = readDirectives(source, { blocks: BLOCKS });
  const reader = new DirectiveReader(source, problems);
  const goMod: GoMod = {
    path: options.path,
    source,
    godebug: [],
    require: [],
    exclude: [],
    replace: [],
    retract: [],
    tool: [],
    ignore: [],
    problems: [],
  };
  for (const directive of directives) {
    addDirective(goMod, directive, reader);
  }
  goMod.problems = reader.problems.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return goMod;
}

function addDirective(
  goMod: GoMod,
  directive: Directive,
  reader: DirectiveReader,
): void {
  const { verb } = directive;
  switch (verb) {
    case 'module':
      if (goMod.module) {
        reader.report(directive, 'repeated module statement');
      } else {
        goMod.module = readModule(directive, reader);
      }
      break;
    case 'go':
      goMod.go = reader.go(directive, goMod.go) ?? goMod.go;
      break;
    case 'toolchain':
      goMod.toolchain =
        reader.toolchain(directive, goMod.toolchain) ?? goMod.toolchain;
      break;
    case 'godebug':
      add(goMod.godebug, reader.godebug(directive));
      break;
    case 'require': {
      const requirement = reader.moduleVersion(directive);
      add(
        goMod.require,
        requirement && { ...requirement, indirect: isIndirect(directive) },
      );
      break;
    }
    case 'exclude':
      add(goMod.exclude, reader.moduleVersion(directive));
      break;
    case 'replace':
      add(goMod.replace, reader.replace(directive));
      break;
    case 'retract':
      add(goMod.retract, reader.retract(directive));
      break;
    case 'tool':
    case 'ignore':
      add(
        goMod[verb],
        reader.path(
          directive,
          `${verb} directive expects exactly one argument`,
        ),
      );
      break;
    default:
      reader.report(directive, `unknown directive: ${verb}`);
  }
}

function readModule(
  directive: Directive,
  reader: DirectiveReader,
): ModuleStatement | undefined {
  const read = reader.path(directive, 'usage: module module/path');
  if (!read) {
    return undefined;
  }
  const { value, ...statement } = read;
  const deprecated = DEPRECATED.exec(commentText(directive))?.[1].trim();
  return {
    ...statement,
    modulePath: value,
    ...(deprecated !== undefined && { deprecated }),
  };
}

/** `// indirect`, alone or followed by a semicolon and other words. */
function isIndirect({ suffix }: Directive): boolean {
  const words = (suffix ?? '').slice(2).trim().split(/\s+/);
  return words[0] === 'indirect'
    ? words.length === 1
    : words[0] === 'indirect;' && words.length > 1;
}

function add<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) {
    list.push(item);
  }
}
