/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { forEachChild, parse } from 'unbash';
import type {
  Assignment,
  Command,
  HereDoc,
  ParsedScript,
  SyntaxNode,
  Word,
} from 'unbash';
import { Span } from '../span';
import { LineIndex } from './LineIndex';
import { joinMapped, mapSpan, MappedText } from './mappedText';
import {
  findShellScript,
  isOtherInterpreter,
  isPosixShell,
  readShebang,
} from './shellKinds';
import { isStatic, unquotedParts } from './shellWords';
import { ShellBody, ShellCommand, ShellWord } from './types';

/** Bounds of one body; far above what real Dockerfiles have. */
const MAXIMUM_LENGTH = 128 * 1024;
const MAXIMUM_COMMANDS = 5_000;
const MAXIMUM_SCRIPT_DEPTH = 8;
const MAXIMUM_OPEN_PARENTHESES = 100;

type Environment = ShellCommand['environment'];
type Redirects = ShellCommand['redirects'];

interface Script {
  mapped: MappedText;
  /** How many `sh -c` and `$(…)` this script is in. */
  depth: number;
  /** Where all of it is, when its text is not the file's, as in `` `\`x\`` ``. */
  span?: Span;
}

interface Place {
  piped: boolean;
  substituted: boolean;
  after?: '&&' | '||';
  environment: Environment;
}

/** The start of every script. */
export const scriptPlace: Place = {
  piped: false,
  substituted: false,
  environment: [],
};

/** Takes the simple commands out of shell scripts. */
export class ShellCollector {
  readonly body: ShellBody = { commands: [], opaque: false, errors: [] };
  readonly #lines: LineIndex;
  #length = 0;
  #full = false;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  addCommand(command: Omit<ShellCommand, 'line'>): void {
    if (this.body.commands.length >= MAXIMUM_COMMANDS) {
      this.#overflow(command.span, `more than ${MAXIMUM_COMMANDS} commands`);
      return;
    }
    const line = this.#lines.lineAt(command.span.start);
    this.body.commands.push({ ...command, line });
  }

  addScript(mapped: MappedText, place = scriptPlace, depth = 0): void {
    this.#length += mapped.text.length;
    if (
      this.#length > MAXIMUM_LENGTH ||
      depth > MAXIMUM_SCRIPT_DEPTH ||
      countOpenParentheses(mapped.text) > MAXIMUM_OPEN_PARENTHESES
    ) {
      this.#overflow(
        mapSpan(mapped.map, 0, 0),
        'too long or too deeply nested',
      );
      return;
    }
    const script = { mapped, depth };
    this.#visitScript(parse(mapped.text), script, place);
  }

  #overflow(span: Span, what: string): void {
    this.body.opaque = true;
    if (!this.#full) {
      this.#full = true;
      this.#addError(span, `script is not read to its end: ${what}`);
    }
  }

  #addError(span: Span, message: string): void {
    const line = this.#lines.lineAt(span.start);
    this.body.errors.push({ message, line });
  }

  #visitScript(parsed: ParsedScript, script: Script, place: Place): void {
    for (const error of parsed.errors ?? []) {
      this.#addError(this.#spanOf(script, error.pos, error.pos), error.message);
    }
    for (const statement of parsed.commands) {
      this.#visit(statement.command, script, place);
    }
  }

  #visit(node: SyntaxNode, script: Script, place: Place): void {
    if (this.#full) {
      return;
    }
    switch (node.type) {
      case 'Command':
        this.#visitCommand(node, script, place);
        return;
      case 'AndOr':
        node.commands.forEach((command, index) => {
          const after = index > 0 ? node.operators[index - 1] : place.after;
          this.#visit(command, script, { ...place, after });
        });
        return;
      case 'Pipeline':
        node.commands.forEach((command, index) => {
          const last = index === node.commands.length - 1;
          this.#visit(command, script, {
            ...place,
            after: index > 0 ? undefined : place.after,
            piped: !last || place.piped,
          });
        });
        return;
      case 'Statement':
        this.#visit(node.command, script, { ...place, after: undefined });
        return;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
      case 'ArithmeticCommandExpansion':
        this.#visitSubstitution(node, script);
        return;
      default:
        forEachChild(node, child => this.#visit(child, script, place));
    }
  }

  #visitSubstitution(
    node: { pos: number; end: number; script: ParsedScript | undefined },
    script: Script,
  ): void {
    if (!node.script) {
      return;
    }
    // The text of an escaped backtick script is not the file's.
    const inner =
      node.script.source === undefined
        ? script
        : {
            mapped: { text: node.script.source, map: [] },
            depth: script.depth,
            span: this.#spanOf(script, node.pos, node.end),
          };
    const place = { ...scriptPlace, substituted: true };
    this.#visitScript(node.script, inner, place);
  }

  #visitCommand(node: Command, script: Script, place: Place): void {
    const words = node.suffix.filter(
      (child): child is Word | Assignment =>
        child.type === 'Word' || child.type === 'Assignment',
    );
    const heredocs = [...node.prefix, ...node.suffix].filter(
      (child): child is HereDoc => child.type === 'HereDoc',
    );
    const command = unwrap({
      name: node.name && this.#toWord(node.name, script),
      words: words.map(word => this.#toWord(word, script)),
      environment: [
        ...place.environment,
        ...node.prefix.flatMap(child =>
          child.type === 'Assignment' ? [toVariable(child)] : [],
        ),
      ],
    });
    const dropped = words.length - command.words.length;
    if (
      !this.#addInnerScript(command, words.slice(dropped), { script, place })
    ) {
      this.addCommand({
        name: command.name?.static ? command.name.text : undefined,
        nameSpan: script.span ? undefined : command.name?.span,
        arguments: command.words,
        environment: command.environment,
        redirects: toRedirects(node),
        piped: place.piped,
        substituted: place.substituted,
        after: place.after,
        span: this.#spanOf(script, node.pos, node.end),
      });
    }
    for (const heredoc of heredocs) {
      this.#addHeredoc(heredoc, command, { script, place });
    }
    forEachChild(node, child =>
      this.#visit(child, script, { ...scriptPlace, substituted: true }),
    );
  }

  /** `sh -c '…'`: the script's commands stand for the shell. */
  #addInnerScript(
    command: WrappedCommand,
    words: readonly (Word | Assignment)[],
    { script, place }: { script: Script; place: Place },
  ): boolean {
    if (!command.name?.static || !isPosixShell(command.name.text)) {
      return false;
    }
    const position = findShellScript(command.words.map(({ text }) => text));
    const word = typeof position === 'number' ? words[position] : undefined;
    if (word?.type !== 'Word' || script.span) {
      return false;
    }
    const parts = unquotedParts(script.mapped.text, word);
    if (!parts) {
      return false;
    }
    this.addScript(
      joinMapped(script.mapped, parts),
      { ...place, environment: command.environment },
      script.depth + 1,
    );
    return true;
  }

  /** A heredoc is the script of an interpreter that is given no other. */
  #addHeredoc(
    heredoc: HereDoc,
    command: WrappedCommand,
    { script, place }: { script: Script; place: Place },
  ): void {
    // BuildKit: a heredoc without a command is a script for the shell itself.
    const name = command.name?.static ? command.name.text : undefined;
    if (name === undefined || script.span) {
      return;
    }
    if (isOtherInterpreter(name)) {
      this.body.opaque = true;
      return;
    }
    if (
      !isPosixShell(name) ||
      findShellScript(command.words.map(({ text }) => text)) !== 'input'
    ) {
      return;
    }
    const { pos, end } = heredoc.body;
    const lines = heredocLines(script.mapped.text, {
      start: pos,
      end,
      stripTabs: heredoc.operator === '<<-',
    });
    const mapped = joinMapped(script.mapped, lines);
    if (readShebang(mapped.text) === 'other') {
      return;
    }
    this.addScript(
      mapped,
      { ...place, environment: command.environment },
      script.depth + 1,
    );
  }

  #toWord(word: Word | Assignment, script: Script): ShellWord {
    const span = this.#spanOf(script, word.pos, word.end);
    if (word.type === 'Word') {
      return { text: word.value, static: isStatic(word), span };
    }
    const { name, value, static: isFixed } = toVariable(word);
    const operator = word.append ? '+=' : '=';
    return { text: `${name}${operator}${value}`, static: isFixed, span };
  }

  #spanOf(script: Script, start: number, end: number): Span {
    return script.span ?? mapSpan(script.mapped.map, start, end);
  }
}

/**
 * The most parentheses open at once, quoted ones too: the parser reads the rest
 * of the script again for each `$(` that is not closed.
 */
function countOpenParentheses(script: string): number {
  let open = 0;
  let most = 0;
  for (const character of script) {
    if (character === '(') {
      open++;
      most = Math.max(most, open);
    } else if (character === ')') {
      open = Math.max(open - 1, 0);
    }
  }
  return most;
}

/** A heredoc's lines, without leading tabs if they are to be stripped. */
export function heredocLines(
  text: string,
  { start, end, stripTabs }: { start: number; end: number; stripTabs: boolean },
): Span[] {
  if (!stripTabs) {
    return [{ start, end }];
  }
  const lines: Span[] = [];
  for (let position = start; position < end; ) {
    const lineBreak = text.indexOf('\n', position);
    const lineEnd = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
    let from = position;
    while (from < lineEnd && text[from] === '\t') {
      from++;
    }
    lines.push({ start: from, end: lineEnd });
    position = lineEnd;
  }
  return lines;
}

interface WrappedCommand {
  name?: ShellWord;
  words: ShellWord[];
  environment: Environment;
}

/** Takes off what runs a command without changing what it does. */
function unwrap(command: WrappedCommand): WrappedCommand {
  let { name, words, environment } = command;
  while (name?.static) {
    let next: number | undefined;
    let added: Environment = [];
    if (name.text === 'env' || name.text === '/usr/bin/env') {
      ({ next, added } = readEnv(words));
    } else if (['exec', 'command', 'nohup', 'time'].includes(name.text)) {
      next = words[0]?.text.startsWith('-') ? undefined : 0;
    }
    if (next === undefined || next >= words.length) {
      break;
    }
    environment = [...environment, ...added];
    name = words[next];
    words = words.slice(next + 1);
  }
  return { name, words, environment };
}

function readEnv(words: readonly ShellWord[]): {
  next?: number;
  added: Environment;
} {
  const added: Environment = [];
  for (let index = 0; index < words.length; index++) {
    const { text, static: isFixed } = words[index];
    if (text === '-u' || text === '--unset') {
      index++;
    } else if (text === '-' || text === '-i' || text === '--') {
      continue;
    } else if (text.startsWith('-')) {
      return { added };
    } else if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(text)) {
      const equals = text.indexOf('=');
      added.push({
        name: text.slice(0, equals),
        value: text.slice(equals + 1),
        static: isFixed,
      });
    } else {
      return { next: index, added };
    }
  }
  return { added };
}

function toVariable(assignment: Assignment): Environment[number] {
  const { name, value } = assignment;
  if (value.type === 'Word') {
    return { name, value: value.value, static: isStatic(value) };
  }
  const text = value.elements.map(element => element.value).join(' ');
  return { name, value: `(${text})`, static: value.elements.every(isStatic) };
}

function toRedirects(node: Command): Redirects {
  return [...node.prefix, ...node.suffix].flatMap((child): Redirects => {
    switch (child.type) {
      case 'Redirect':
      case 'HereString':
        return [{ operator: child.operator, target: child.target?.value }];
      case 'HereDoc':
        return [{ operator: child.operator, target: child.delimiter?.value }];
      default:
        return [];
    }
  });
}
