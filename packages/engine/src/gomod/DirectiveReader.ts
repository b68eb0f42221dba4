/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { Token } from './lexLine';
import { checkPathMajor, isDirectoryPath, pathMajorSuffix } from './modulePath';
import { isModuleVersion } from './moduleVersion';
import { readText } from './quotedText';
import { Directive } from './readDirectives';
import {
  GodebugStatement,
  GoModProblem,
  ModuleVersionStatement,
  PathStatement,
  ReplaceStatement,
  RetractStatement,
  Statement,
  VersionStatement,
} from './types';

/** `go1.27.0`, with room for what later Go versions may name a toolchain. */
const TOOLCHAIN = /^(?:default|go1(?:\..*)?)$/;
const GO_DIRECTIVE =
  /^[1-9]\d*\.(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?(?:[a-z]+\d+)?$/;

/**
 * Reads the arguments of single directives, and collects what the go command
 * would say against them. A statement is returned wherever its meaning is
 * clear, even when the go command rejects its version.
 */
export class DirectiveReader {
  readonly problems: GoModProblem[];
  readonly #lines: LineIndex;

  constructor(source: string, problems: readonly GoModProblem[]) {
    this.#lines = new LineIndex(source);
    this.problems = [...problems];
  }

  report(directive: Directive, message: string): void {
    const { span, line } = directive;
    this.problems.push({
      line,
      column: this.#lines.columnAt(span.start),
      span,
      message,
    });
  }

  go(
    directive: Directive,
    present: VersionStatement | undefined,
  ): VersionStatement | undefined {
    const version = this.#only(directive, present);
    if (version && !GO_DIRECTIVE.test(version.text)) {
      this.report(
        directive,
        `invalid go version '${version.text}': must match format 1.23.0`,
      );
    }
    return version && versionStatement(directive, version);
  }

  toolchain(
    directive: Directive,
    present: VersionStatement | undefined,
  ): VersionStatement | undefined {
    const version = this.#only(directive, present);
    if (version && !TOOLCHAIN.test(version.text)) {
      this.report(
        directive,
        `invalid toolchain version '${version.text}': must match format go1.23.0 or default`,
      );
    }
    return version && versionStatement(directive, version);
  }

  /** The one argument of `go` and `toolchain`, which may appear once. */
  #only(directive: Directive, present: unknown): Token | undefined {
    if (present) {
      this.report(directive, `repeated ${directive.verb} statement`);
      return undefined;
    }
    if (directive.arguments.length !== 1) {
      this.report(
        directive,
        `${directive.verb} directive expects exactly one argument`,
      );
      return undefined;
    }
    return directive.arguments[0];
  }

  godebug(directive: Directive): GodebugStatement | undefined {
    const [setting, ...rest] = directive.arguments;
    const equals = setting?.text.indexOf('=') ?? -1;
    if (equals < 0 || rest.length > 0 || /["`',]/.test(setting.text)) {
      this.report(directive, 'usage: godebug key=value');
      return undefined;
    }
    return {
      ...statement(directive),
      key: setting.text.slice(0, equals),
      value: setting.text.slice(equals + 1),
    };
  }

  /** `require` and `exclude`. */
  moduleVersion(directive: Directive): ModuleVersionStatement | undefined {
    const { verb } = directive;
    if (directive.arguments.length !== 2) {
      this.report(directive, `usage: ${verb} module/path v1.2.3`);
      return undefined;
    }
    const [pathToken, versionToken] = directive.arguments;
    const modulePath = this.#text(directive, pathToken);
    if (modulePath === undefined) {
      return undefined;
    }
    const version = this.#version(directive, modulePath, versionToken);
    if (version === undefined) {
      return undefined;
    }
    return {
      ...statement(directive),
      modulePath,
      version,
      versionSpan: versionToken.span,
    };
  }

  replace(directive: Directive): ReplaceStatement | undefined {
    const { verb } = directive;
    const tokens = directive.arguments;
    const arrow = tokens[1]?.text === '=>' ? 1 : 2;
    const left = tokens.slice(0, arrow);
    const right = tokens.slice(arrow + 1);
    if (tokens[arrow]?.text !== '=>' || right.length < 1 || right.length > 2) {
      this.report(
        directive,
        `usage: ${verb} module/path [v1.2.3] => other/module v1.4 or ${verb} module/path [v1.2.3] => ../local/directory`,
      );
      return undefined;
    }
    const oldPath = this.#text(directive, left[0]);
    if (oldPath === undefined) {
      return undefined;
    }
    const oldVersion =
      left.length > 1 ? this.#version(directive, oldPath, left[1]) : undefined;
    if (left.length === 1 && pathMajorSuffix(oldPath) === undefined) {
      this.report(directive, `${verb} ${oldPath}: invalid module path`);
    }
    const newPath = this.#text(directive, right[0]);
    if (newPath === undefined) {
      return undefined;
    }
    const local = isDirectoryPath(newPath);
    if (right.length === 1 && !local) {
      this.report(
        directive,
        newPath.includes('@')
          ? "replacement module must match format 'path version', not 'path@version'"
          : 'replacement module without version must be directory path (rooted or starting with . or ..)',
      );
    } else if (right.length === 2 && local) {
      this.report(
        directive,
        `replacement module directory path "${newPath}" cannot have version`,
      );
    } else if (local && newPath.includes('\\')) {
      // Builds in containers run on Linux.
      this.report(
        directive,
        'replacement directory appears to be Windows path (on a non-windows system)',
      );
    }
    return {
      ...statement(directive),
      oldPath,
      oldVersion,
      newPath,
      newVersion:
        right.length === 2 && !local
          ? this.#version(directive, undefined, right[1])
          : undefined,
      newPathSpan: right[0].span,
      local,
    };
  }

  retract(directive: Directive): RetractStatement | undefined {
    const tokens = directive.arguments;
    const interval = tokens[0]?.text === '[';
    const [low, high] = interval
      ? [tokens[1], tokens[3]]
      : [tokens[0], tokens[0]];
    const shape = interval
      ? [
          [low, "expected version after '['"],
          [tokens[2]?.text === ',', "expected ',' after version"],
          [high, "expected version after ','"],
          [tokens[4]?.text === ']', "expected ']' after version"],
        ]
      : [[low && low.text !== '(', "expected '[' or version"]];
    const missing = shape.find(([present]) => !present);
    if (missing) {
      this.report(directive, String(missing[1]));
      return undefined;
    }
    const extra = tokens[interval ? 5 : 1];
    if (extra) {
      this.report(
        directive,
        `unexpected token after version: ${JSON.stringify(extra.text)}`,
      );
    }
    // The go command resolves a query such as `latest` in a retraction.
    const lowVersion = this.#text(directive, low);
    const highVersion = high === low ? lowVersion : this.#text(directive, high);
    if (lowVersion === undefined || highVersion === undefined) {
      return undefined;
    }
    const rationale = commentText(directive);
    return {
      ...statement(directive),
      low: lowVersion,
      high: highVersion,
      ...(rationale && { rationale }),
    };
  }

  /** `module`, `tool`, `ignore` and `use`: one path. */
  path(directive: Directive, usage: string): PathStatement | undefined {
    if (directive.arguments.length !== 1) {
      this.report(directive, usage);
      return undefined;
    }
    const value = this.#text(directive, directive.arguments[0]);
    return value === undefined ? undefined : { ...statement(directive), value };
  }

  #text(directive: Directive, token: Token): string | undefined {
    const result = readText(token);
    if ('error' in result) {
      this.report(directive, result.error);
      return undefined;
    }
    return result.value;
  }

  /** Reads a version, and checks that it belongs to the module path. */
  #version(
    directive: Directive,
    modulePath: string | undefined,
    token: Token,
  ): string | undefined {
    const version = this.#text(directive, token);
    if (version === undefined) {
      return undefined;
    }
    const subject = [directive.verb, modulePath].filter(Boolean).join(' ');
    if (!isModuleVersion(version)) {
      this.report(
        directive,
        `${subject}: version "${version}" invalid: must be of the form v1.2.3`,
      );
    } else if (modulePath !== undefined) {
      const mismatch = checkPathMajor(modulePath, version);
      if (mismatch) {
        this.report(directive, `${subject}: ${mismatch}`);
      }
    }
    return version;
  }
}

/** The text of a directive's comments, without the slashes. */
export function commentText({ comments }: Directive): string {
  return comments.map(comment => comment.slice(2).trim()).join('\n');
}

function statement({ span, line, suffix }: Directive): Statement {
  return {
    span,
    line,
    ...(suffix !== undefined && { comment: suffix.slice(2).trim() }),
  };
}

function versionStatement(
  directive: Directive,
  version: Token,
): VersionStatement {
  return {
    ...statement(directive),
    version: version.text,
    versionSpan: version.span,
  };
}
