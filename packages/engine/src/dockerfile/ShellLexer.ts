/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createStepBudget, StepBudget } from './globPattern';
import { LexerError } from './LexerError';
import { replacePattern, trimPattern } from './substitutePattern';
import { isSpace } from './whiteSpace';

/** A number, one of the shell's special parameters, or a name. */
const variableName = /\p{Nd}+|[-@*#?$!]|[\p{L}\p{Nd}_]*/uy;

/** Options of {@link ShellLexer}. */
export interface ShellLexerOptions {
  escape: '\\' | '`';
  /** Looks a variable up. */
  lookUp(name: string): string | undefined;
  /** Keep quotes in the result. */
  rawQuotes?: boolean;
  /** Keep escape characters in the result. */
  rawEscapes?: boolean;
  /** Leave unset variables as they are written. */
  skipUnset?: boolean;
  /** Characters that variables may come to; more is an error. */
  maximum?: number;
}

/** What {@link ShellLexer} made of a text. */
export interface ShellLexerResult {
  value: string;
  words: string[];
  /** Names that had a value. */
  used: string[];
  /** Names that had none. */
  unset: string[];
  /** Names that had none and for which the text names no alternative. */
  unknown: string[];
  error?: string;
}

/** `${a:-${b:-…}}` deeper than this is an error instead of a stack overflow. */
const MAXIMUM_DEPTH = 200;

/** More than this cannot be in the environment of a Linux process anyway. */
const MAXIMUM_EXPANSION = 128 * 1024;

/**
 * Quotes, escapes, variables and word splitting as in BuildKit's shell lexer,
 * which expands instruction arguments and finds heredocs:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export class ShellLexer {
  readonly #text: string;
  readonly #options: ShellLexerOptions;
  readonly #budget: StepBudget = createStepBudget();
  readonly #used = new Set<string>();
  readonly #unset = new Set<string>();
  readonly #unknown = new Set<string>();
  #position = 0;
  #expanded = 0;
  #depth = 0;
  #rawEscapes: boolean;
  /**
   * The word being collected. BuildKit has one buffer for all nesting levels,
   * and entering `${…}` empties it; heredoc detection depends on that.
   */
  #word = '';

  static run(text: string, options: ShellLexerOptions): ShellLexerResult {
    return new ShellLexer(text, options).#run();
  }

  private constructor(text: string, options: ShellLexerOptions) {
    this.#text = text;
    this.#options = options;
    this.#rawEscapes = options.rawEscapes ?? false;
  }

  #run(): ShellLexerResult {
    const names = () => ({
      used: [...this.#used],
      unset: [...this.#unset],
      unknown: [...this.#unknown],
    });
    try {
      const { value, words } = this.#readUntil(undefined, this.#rawEscapes);
      return { value, words, ...names() };
    } catch (error) {
      if (error instanceof LexerError) {
        return { value: '', words: [], ...names(), error: error.message };
      }
      throw error;
    }
  }

  #peek(): string | undefined {
    const code = this.#text.codePointAt(this.#position);
    return code === undefined ? undefined : String.fromCodePoint(code);
  }

  #next(): string | undefined {
    const character = this.#peek();
    this.#position += character?.length ?? 0;
    return character;
  }

  #readUntil(
    stop: string | undefined,
    rawEscapes: boolean,
  ): { value: string; words: string[] } {
    const outerRawEscapes = this.#rawEscapes;
    this.#rawEscapes = rawEscapes;
    this.#depth++;
    if (this.#depth > MAXIMUM_DEPTH) {
      throw new LexerError('variable substitutions are nested too deeply');
    }
    try {
      return this.#readCharacters(stop);
    } finally {
      this.#depth--;
      this.#rawEscapes = outerRawEscapes;
    }
  }

  #readCharacters(stop: string | undefined): {
    value: string;
    words: string[];
  } {
    this.#word = '';
    const words: string[] = [];
    let inWord = false;
    let value = '';

    const addRaw = (text: string) => {
      this.#word += text;
      inWord = true;
    };
    const add = (character: string) => {
      if (!isSpace(character.codePointAt(0)!)) {
        addRaw(character);
      } else if (inWord && this.#word !== '') {
        words.push(this.#word);
        this.#word = '';
        inWord = false;
      }
    };
    const finish = () => {
      if (this.#word !== '') {
        words.push(this.#word);
        this.#word = '';
      }
      return { value, words };
    };

    for (
      let character = this.#peek();
      character !== undefined;
      character = this.#peek()
    ) {
      if (character === stop) {
        this.#next();
        return finish();
      }
      if (character === '$') {
        const expanded = this.#readDollar();
        value += expanded;
        for (const part of expanded) {
          add(part);
        }
      } else if (character === "'" || character === '"' || character === '<') {
        const text = this.#readGroup(character);
        value += text;
        addRaw(text);
      } else {
        this.#next();
        if (character === this.#options.escape) {
          if (this.#rawEscapes) {
            addRaw(character);
            value += character;
          }
          const escaped = this.#next();
          if (escaped === undefined) {
            break;
          }
          addRaw(escaped);
          value += escaped;
        } else {
          add(character);
          value += character;
        }
      }
    }
    if (stop !== undefined) {
      throw new LexerError(
        `unexpected end of statement while looking for matching ${stop}`,
      );
    }
    return finish();
  }

  #readGroup(character: "'" | '"' | '<'): string {
    switch (character) {
      case "'":
        return this.#readSingleQuotes();
      case '"':
        return this.#readDoubleQuotes();
      default:
        return this.#readPossibleHeredoc();
    }
  }

  #readSingleQuotes(): string {
    const start = this.#position;
    const end = this.#text.indexOf("'", start + 1);
    if (end < 0) {
      this.#position = this.#text.length;
      throw new LexerError(
        'unexpected end of statement while looking for matching single-quote',
      );
    }
    this.#position = end + 1;
    return this.#options.rawQuotes
      ? this.#text.slice(start, end + 1)
      : this.#text.slice(start + 1, end);
  }

  #readDoubleQuotes(): string {
    this.#next();
    const quote = this.#options.rawQuotes ? '"' : '';
    let result = quote;
    for (;;) {
      const character = this.#peek();
      if (character === undefined) {
        throw new LexerError(
          'unexpected end of statement while looking for matching double-quote',
        );
      }
      if (character === '$') {
        result += this.#readDollar();
        continue;
      }
      this.#next();
      if (character === '"') {
        return result + quote;
      }
      if (character !== this.#options.escape) {
        result += character;
        continue;
      }
      if (this.#rawEscapes) {
        result += character;
      }
      const escaped = this.#peek();
      if (escaped === undefined) {
        continue;
      }
      // Only these can be escaped here; before others the escape stays.
      if (
        escaped === '"' ||
        escaped === '$' ||
        escaped === this.#options.escape
      ) {
        this.#next();
        result += escaped;
      } else {
        result += character;
      }
    }
  }

  /** `<<` takes the blanks behind it into the word: `<< EOF` is one word. */
  #readPossibleHeredoc(): string {
    this.#next();
    if (this.#peek() !== '<') {
      return '<';
    }
    this.#next();
    const start = this.#position;
    while ('\t\r '.includes(this.#peek() ?? 'end')) {
      this.#position++;
    }
    return `<<${this.#text.slice(start, this.#position)}`;
  }

  #readDollar(): string {
    const value = this.#readExpansion();
    this.#expanded += value.length;
    if (this.#expanded > (this.#options.maximum ?? MAXIMUM_EXPANSION)) {
      throw new LexerError('variables expand to too long a text');
    }
    return value;
  }

  #readExpansion(): string {
    this.#next();
    if (this.#peek() !== '{') {
      const name = this.#readName();
      if (name === '') {
        return '$';
      }
      const value = this.#lookUp(name, { alternative: false });
      if (value === undefined) {
        return this.#options.skipUnset ? `$${name}` : '';
      }
      return value;
    }
    this.#next();
    const first = this.#peek();
    if (first === undefined) {
      throw new LexerError("syntax error: missing '}'");
    }
    if (first === '{' || first === '}' || first === ':') {
      throw new LexerError('syntax error: bad substitution');
    }
    const name = this.#readName();
    const operator = this.#next();
    switch (operator) {
      case '}': {
        const value = this.#lookUp(name, { alternative: false });
        if (value === undefined) {
          return this.#options.skipUnset ? `\${${name}}` : '';
        }
        return value;
      }
      case ':':
        return this.#readModifier(name, this.#next(), true);
      case '+':
      case '-':
      case '?':
      case '#':
      case '%':
        return this.#readModifier(name, operator, false);
      case '/':
        return this.#readReplacement(name);
      default:
        throw new LexerError(
          `unsupported modifier (${operator ?? ''}) in substitution`,
        );
    }
  }

  #readModifier(
    name: string,
    operator: string | undefined,
    emptyIsUnset: boolean,
  ): string {
    const written = `${emptyIsUnset ? ':' : ''}${operator ?? ''}`;
    const isPattern = operator === '#' || operator === '%';
    if (
      operator === undefined ||
      !'+-?#%'.includes(operator) ||
      (emptyIsUnset && isPattern)
    ) {
      throw new LexerError(`unsupported modifier (${written}) in substitution`);
    }
    const word = this.#readOperand('}', isPattern, "syntax error: missing '}'");
    const alternative = operator === '-' || operator === '+';
    const value = this.#lookUp(name, { alternative });
    if (value === undefined && this.#options.skipUnset) {
      return `\${${name}${written}${word}}`;
    }
    const missing = value === undefined || (emptyIsUnset && value === '');
    switch (operator) {
      case '-':
        return missing ? word : value;
      case '+':
        return missing ? '' : word;
      case '?':
        if (missing) {
          const reason =
            value === undefined
              ? 'is not allowed to be unset'
              : 'is not allowed to be empty';
          throw new LexerError(`${name}: ${word === '' ? reason : word}`);
        }
        return value;
      default:
        return trimPattern(value ?? '', word, {
          end: operator === '#' ? 'start' : 'end',
          budget: this.#budget,
        });
    }
  }

  #readOperand(stop: string, rawEscapes: boolean, atEnd: string): string {
    try {
      return this.#readUntil(stop, rawEscapes).value;
    } catch (error) {
      if (error instanceof LexerError && this.#peek() === undefined) {
        throw new LexerError(atEnd);
      }
      throw error;
    }
  }

  #readReplacement(name: string): string {
    const all = this.#peek() === '/';
    if (all) {
      this.#next();
    }
    const pattern = this.#readOperand(
      '/',
      true,
      "syntax error: missing '/' in ${}",
    );
    const replacement = this.#readOperand(
      '}',
      true,
      "syntax error: missing '}'",
    );
    const value = this.#lookUp(name, { alternative: false });
    if (value === undefined && this.#options.skipUnset) {
      return `\${${name}/${pattern}/${replacement}}`;
    }
    return replacePattern(value ?? '', pattern, {
      replacement,
      all,
      budget: this.#budget,
    });
  }

  #readName(): string {
    variableName.lastIndex = this.#position;
    const name = variableName.exec(this.#text)?.[0] ?? '';
    this.#position += name.length;
    return name;
  }

  #lookUp(
    name: string,
    { alternative }: { alternative: boolean },
  ): string | undefined {
    const value = this.#options.lookUp(name);
    if (value !== undefined) {
      this.#used.add(name);
      return value;
    }
    this.#unset.add(name);
    if (!alternative) {
      this.#unknown.add(name);
    }
    return undefined;
  }
}
