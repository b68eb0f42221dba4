/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseHeredocWord } from './heredocWords';
import { LineIndex } from './LineIndex';
import { readJsonForm } from './jsonForm';
import { mapOffset, MappedText, MappedTextBuilder } from './mappedText';
import { heredocLines, scriptPlace, ShellCollector } from './ShellCollector';
import {
  findShellScript,
  isPosixShell,
  readShebang,
  shellAt,
} from './shellKinds';
import { Dockerfile, Instruction, ShellBody, TextSegment } from './types';

/**
 * How the body of a RUN is read.
 *
 * @public
 */
export interface ParseShellOptions {
  /**
   * The shell that runs the body, as SHELL gives it. Default: the SHELL in force
   * at the instruction.
   */
  shell?: readonly string[];
}

const OPAQUE: ShellBody = { commands: [], opaque: true, errors: [] };
const bodies = new WeakMap<Dockerfile, Map<Instruction, ShellBody>>();
const lineIndexes = new WeakMap<Dockerfile, LineIndex>();

/**
 * The commands of a RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD, in source order:
 * those in pipes, conditions, loops, groups, substitutions, `sh -c` and shell
 * heredocs too. For an ONBUILD those of the instruction it defers. A body is
 * read once, unless a shell is given.
 *
 * @public
 */
export function parseShell(
  dockerfile: Dockerfile,
  instruction: Instruction,
  options: ParseShellOptions = {},
): ShellBody {
  if (options.shell) {
    return readBody(dockerfile, instruction, options.shell);
  }
  const known = bodies.get(dockerfile) ?? new Map<Instruction, ShellBody>();
  bodies.set(dockerfile, known);
  const body =
    known.get(instruction) ??
    readBody(dockerfile, instruction, shellAt(dockerfile, instruction));
  known.set(instruction, body);
  return body;
}

function readBody(
  dockerfile: Dockerfile,
  instruction: Instruction,
  shell: readonly string[] | undefined,
): ShellBody {
  const target = instruction.trigger ?? instruction;
  if (!hasCommand(target)) {
    return { commands: [], opaque: false, errors: [] };
  }
  const collector = new ShellCollector(linesOf(dockerfile));
  if (target.json) {
    addExecForm(collector, target);
    return collector.body;
  }
  if (shell?.length && !isPosixShell(shell[0])) {
    return OPAQUE;
  }
  const script = readScript(dockerfile, target);
  if (!script) {
    return OPAQUE;
  }
  collector.addScript(script);
  return collector.body;
}

function linesOf(dockerfile: Dockerfile): LineIndex {
  let lines = lineIndexes.get(dockerfile);
  if (!lines) {
    lines = new LineIndex(dockerfile.source);
    lineIndexes.set(dockerfile, lines);
  }
  return lines;
}

function hasCommand({ keyword, healthcheck }: Instruction): boolean {
  return (
    keyword === 'RUN' ||
    keyword === 'CMD' ||
    keyword === 'ENTRYPOINT' ||
    healthcheck === 'CMD'
  );
}

/**
 * What BuildKit passes to the shell; `undefined` when that is no shell script.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
function readScript(
  dockerfile: Dockerfile,
  instruction: Instruction,
): MappedText | undefined {
  const { heredocs, text } = instruction;
  const builder = new MappedTextBuilder(dockerfile.source);
  if (heredocs.length > 0 && parseHeredocWord(text).heredoc) {
    // `RUN <<EOF`: the body itself is the script.
    if (readShebang(heredocs[0].body) === 'other') {
      return undefined;
    }
    addHeredocBody(builder, dockerfile.source, heredocs[0]);
    return builder.build();
  }
  const start =
    instruction.keyword === 'HEALTHCHECK' ? healthcheckStart(instruction) : 0;
  for (const segment of instruction.textMap) {
    const from = Math.max(start - segment.text, 0);
    builder.addSource(segment.source + from, segment.source + segment.length);
  }
  for (const heredoc of heredocs) {
    // The shell finds body and terminator behind the command line.
    const { start: bodyStart, end: bodyEnd } = heredoc.bodySpan;
    builder.addDecoded('\n', Math.max(bodyStart - 1, 0));
    builder.addSource(bodyStart, bodyEnd);
    // A body without terminator ends with the instruction.
    builder.addDecoded(
      heredoc.name,
      Math.min(bodyEnd, instruction.span.end - 1),
    );
  }
  return builder.build();
}

function healthcheckStart({ text, words }: Instruction): number {
  const type = words[0]?.text.length ?? 0;
  return type + (text.slice(type).length - text.slice(type).trimStart().length);
}

function addHeredocBody(
  builder: MappedTextBuilder,
  source: string,
  { bodySpan, stripTabs }: Instruction['heredocs'][number],
): void {
  for (const line of heredocLines(source, { ...bodySpan, stripTabs })) {
    builder.addSource(line.start, line.end);
  }
}

function addExecForm(
  collector: ShellCollector,
  instruction: Instruction,
): void {
  const strings =
    instruction.keyword === 'HEALTHCHECK'
      ? instruction.words.slice(1)
      : instruction.words;
  const [name, ...rest] = strings;
  if (!name) {
    return;
  }
  const script = isPosixShell(name.text)
    ? findShellScript(rest.map(({ text }) => text))
    : 'file';
  if (typeof script === 'number') {
    collector.addScript(decodeJson(instruction, script + 1));
    return;
  }
  collector.addCommand({
    name: name.text,
    nameSpan: name.span,
    arguments: rest.map(({ text, span }) => ({ text, span, static: true })),
    environment: [],
    redirects: [],
    piped: scriptPlace.piped,
    substituted: scriptPlace.substituted,
    span: {
      start: name.span.start,
      end: strings[strings.length - 1].span.end,
    },
  });
}

/** The n-th JSON string, each character mapped to where it is written. */
function decodeJson(instruction: Instruction, index: number): MappedText {
  const { text, textMap } = instruction;
  const form = readJsonForm(text, text.indexOf('['), text.length);
  const string = form.type === 'strings' ? form.strings[index] : undefined;
  if (!string) {
    return { text: '', map: [] };
  }
  const written: MappedText = { text, map: textMap };
  const map: TextSegment[] = [];
  let position = string.start;
  for (let offset = 0; offset < string.text.length; offset++) {
    // One character, or an escape that stands for one.
    const source = mapOffset(written.map, position) ?? 0;
    const last = map[map.length - 1];
    if (last && last.source + last.length === source) {
      last.length++;
    } else {
      map.push({ text: offset, source, length: 1 });
    }
    if (text[position] !== '\\') {
      position++;
    } else {
      position += text[position + 1] === 'u' ? 6 : 2;
    }
  }
  return { text: string.text, map };
}
