/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';

/**
 * A Dockerfile, parsed without loss: every node carries the span of its source
 * text. Parsing never fails; what BuildKit would reject is in `problems`, and
 * the instructions around it are still there.
 *
 * Grammar: https://docs.docker.com/reference/dockerfile/ and BuildKit's
 * `frontend/dockerfile/parser`.
 *
 * @public
 */
export interface Dockerfile {
  /** Repository path of the file. */
  path: string;
  /** The text, byte order mark included if there is one. */
  source: string;
  /** Line continuation and escape character: `\` or, by directive, a backtick. */
  escape: '\\' | '`';
  /** Parser directives at the top, such as `syntax`. */
  directives: Directive[];
  /** All instructions in order; also those before the first FROM. */
  instructions: Instruction[];
  /** ARG instructions before the first FROM. */
  globalArguments: Instruction[];
  /** In the order of the file. */
  stages: Stage[];
  /** What could not be read, or what the builder rejects. */
  problems: DockerfileProblem[];
}

/**
 * A parser directive such as `# syntax=docker/dockerfile:1`. A syntax directive
 * counts also behind a `#!` line and as `// syntax=…`, as BuildKit accepts it.
 *
 * @public
 */
export interface Directive {
  /** Lower-cased name: `syntax`, `escape`, `check`. */
  name: string;
  /** What stands behind the equals sign. */
  value: string;
  /** Where it stands, with its comment sign. */
  span: Span;
  /** Line of the directive, from 1. */
  line: number;
}

/**
 * A `FROM` block.
 *
 * @public
 */
export interface Stage {
  /** 0-based position among the file's stages. */
  index: number;
  /** The `AS` name as BuildKit compares it (lower case), if there is one. */
  name?: string;
  /** The FROM instruction. */
  from: Instruction;
  /** The base as written, before variable expansion: `golang:${GO_VERSION}`. */
  base: string;
  /** Where the name of the base stands. */
  baseSpan: Span;
  /** The value of `--platform`, as written. */
  platform?: string;
  /** The instructions after FROM. */
  instructions: Instruction[];
}

/**
 * Instruction keywords that BuildKit knows.
 *
 * @public
 */
export type Keyword =
  | 'ADD'
  | 'ARG'
  | 'CMD'
  | 'COPY'
  | 'ENTRYPOINT'
  | 'ENV'
  | 'EXPOSE'
  | 'FROM'
  | 'HEALTHCHECK'
  | 'LABEL'
  | 'MAINTAINER'
  | 'ONBUILD'
  | 'RUN'
  | 'SHELL'
  | 'STOPSIGNAL'
  | 'USER'
  | 'VOLUME'
  | 'WORKDIR';

/**
 * One instruction, with its flags, arguments and heredocs.
 *
 * @public
 */
export interface Instruction {
  /** Upper-cased keyword. `UNKNOWN` for a word that is no keyword. */
  keyword: Keyword | 'UNKNOWN';
  /** Where the keyword stands. */
  keywordSpan: Span;
  /** From the keyword to the end of the last line, heredoc bodies included; no trailing line break, unless a heredoc has no end. */
  span: Span;
  /** 1-based first and last line, heredoc bodies included. */
  line: number;
  /** Its last line, heredocs included, from 1. */
  endLine: number;
  /** Flags such as `--from=build`, in order. */
  flags: Flag[];
  /**
   * What follows keyword and flags as one logical line: continuations joined,
   * comment lines inside them removed, heredoc bodies not included.
   * Leading and trailing white space is trimmed.
   */
  text: string;
  /**
   * Where `text` comes from: pairs sorted by `text` offset. Use
   * `sourceOffset(instruction, offset)` to map.
   */
  textMap: readonly TextSegment[];
  /**
   * `text` split into words as BuildKit splits it for this instruction; empty
   * for RUN, CMD, ENTRYPOINT, SHELL in shell form. In JSON form the strings,
   * decoded, with the spans between their quotes.
   */
  words: Word[];
  /** The strings of the JSON (exec) form, where the instruction has one and it is valid. */
  json?: string[];
  /** The heredocs that it opens, in order. */
  heredocs: Heredoc[];
  /** For ENV, LABEL and ARG: the pairs in order. `value` undefined for `ARG NAME`. */
  pairs?: NameValue[];
  /** For ONBUILD: the instruction that it defers. */
  trigger?: Instruction;
  /** For HEALTHCHECK: `NONE` or `CMD`. */
  healthcheck?: 'NONE' | 'CMD';
}

/**
 * A piece of text that stands in the source as it is.
 *
 * @public
 */
export interface TextSegment {
  /** Offset in `Instruction.text`. */
  text: number;
  /** Offset in the file. */
  source: number;
  /** Length in UTF-16 code units, the same on both sides. */
  length: number;
}

/**
 * A word of an instruction. `text` is raw: quotes and `$` are still in it.
 *
 * @public
 */
export interface Word {
  /** As written, continuation lines joined. */
  text: string;
  /** Where it stands. */
  span: Span;
}

/**
 * A pair of `ARG`, `ENV` or `LABEL`.
 *
 * @public
 */
export interface NameValue {
  /** What is set. */
  name: string;
  /** Where the name stands. */
  nameSpan: Span;
  /** Raw: quotes and `$` are still in it. */
  value?: string;
  /** Where the value stands. */
  valueSpan?: Span;
}

/**
 * `--name=value` or `--name`.
 *
 * @public
 */
export interface Flag {
  /** Without the dashes, as written. */
  name: string;
  /** Without quotes and escapes, variables not expanded. */
  value?: string;
  /** Where the whole flag stands. */
  span: Span;
  /** What is written behind the `=`, quotes included. */
  valueSpan?: Span;
}

/**
 * A heredoc with its body.
 *
 * @public
 */
export interface Heredoc {
  /** The delimiter without quotes. */
  name: string;
  /** `<<-`: leading tabs of body and terminator are stripped. */
  stripTabs: boolean;
  /** False when the delimiter is quoted. */
  expand: boolean;
  /** The number before `<<`, 0 when there is none. */
  fileDescriptor: number;
  /** The body as the build sees it (tabs stripped when asked), line breaks included. */
  body: string;
  /** The body's lines in the file, without the terminator line. */
  bodySpan: Span;
  /** False when the file ends before the delimiter. */
  terminated: boolean;
}

/**
 * Something that BuildKit would reject (severity `error`), or accept with a
 * warning.
 *
 * @public
 */
export interface DockerfileProblem {
  /** Whether the builder rejects it. */
  severity: 'error' | 'warning';
  /** Line of the problem, from 1. */
  line: number;
  /** The text that it is about. */
  span: Span;
  /** Kebab-case id: `unknown-instruction`, `unknown-flag`, `unterminated-heredoc`, `missing-arguments`, … */
  code: string;
  /** One sentence for people. */
  message: string;
}

/**
 * A mount of a RUN instruction.
 *
 * @public
 */
export interface Mount {
  /** What is mounted. */
  type: 'bind' | 'cache' | 'secret' | 'ssh' | 'tmpfs';
  /** Variables are not expanded. `undefined` where the type has no target. */
  target?: string;
  /** Path in the source of a bind mount or cache. */
  source?: string;
  /** Stage, image or context that a bind mount or a cache takes its files from. */
  from?: string;
  /** Which secret, agent or cache. */
  id?: string;
  /** How steps at the same time share a cache: `shared`, `private`, `locked`. */
  sharing?: string;
  /** Whether the step may not write to it. */
  readOnly?: boolean;
  /** Whether the build fails without the secret or agent. */
  required?: boolean;
  /** Mode of the files, as written. */
  mode?: string;
  /** Owner of the files, as written. */
  uid?: string;
  /** Group of the files, as written. */
  gid?: string;
  /** For secrets: the environment variable to set. */
  env?: string;
  /** For tmpfs: the size limit, as written. */
  size?: string;
  /** The flag that it is read from. */
  flag: Flag;
}

/**
 * One simple command inside a RUN body or a shell-form CMD or ENTRYPOINT.
 *
 * @public
 */
export interface ShellCommand {
  /** The command's name with quotes removed; `undefined` when it is dynamic (`$CMD`). */
  name?: string;
  /**
   * The name as written; `undefined` when there are only assignments, and in
   * backticks within backticks, where the script's text is not the file's.
   */
  nameSpan?: Span;
  /** All words after the name. `text` unquoted when static; `static` says whether an expansion is in it. */
  arguments: ShellWord[];
  /** `NAME=value` prefixes. */
  environment: { name: string; value: string; static: boolean }[];
  /** Redirections as `{operator, target}`. */
  redirects: { operator: string; target?: string }[];
  /** Whether this command's output is piped into the next command. */
  piped: boolean;
  /** Whether it runs in a command substitution, `$(…)`, of another command. */
  substituted: boolean;
  /** What stands between the command before and this one: it runs if that one passed, or failed. */
  after?: '&&' | '||';
  /** Where it stands in the Dockerfile. */
  span: Span;
  /** Line of the Dockerfile, from 1. */
  line: number;
}

/**
 * A word of a command.
 *
 * @public
 */
export interface ShellWord {
  /** Without quotes; expansions and wildcards as written. */
  text: string;
  /** Whether its value is known without running anything. */
  static: boolean;
  /** Where it stands in the Dockerfile. */
  span: Span;
}

/**
 * What a RUN body does, as far as it can be known. `opaque` when the body is
 * not POSIX shell (PowerShell, cmd, a heredoc for another interpreter).
 *
 * @public
 */
export interface ShellBody {
  /** Simple commands, in the order of the text. */
  commands: ShellCommand[];
  /** Whether it is no shell that is understood here. */
  opaque: boolean;
  /** Places that the shell would reject. */
  errors: { message: string; line: number }[];
}
