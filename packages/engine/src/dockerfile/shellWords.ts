/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import type { Word, WordPart } from 'unbash';
import { Span } from '../span';

/** Whether a word has no parameter, command or process expansion in it. */
export function isStatic(word: Word): boolean {
  return (word.parts ?? []).every(isStaticPart);
}

function isStaticPart(part: WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return true;
    case 'Glob':
    case 'BraceExpansion':
    case 'ExtendedGlob':
      return (part.parts ?? []).every(isStaticPart);
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.every(isStaticPart);
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      return false;
    default: {
      const unreachable: never = part;
      return unreachable;
    }
  }
}

/**
 * The parts of the script's text that make up a word without its quotes and
 * escapes; expansions stay as written. `undefined` when it holds escapes that
 * stand for other characters (`$'\n'`).
 */
export function unquotedParts(script: string, word: Word): Span[] | undefined {
  const parts: Span[] = [];
  if (!word.parts) {
    addLiteral(script, { start: word.pos, end: word.end }, parts, false);
    return parts;
  }
  for (const part of word.parts) {
    switch (part.type) {
      case 'SingleQuoted':
        parts.push({ start: part.pos + 1, end: part.end - 1 });
        break;
      case 'DoubleQuoted':
        for (const child of part.parts) {
          if (child.type === 'Literal') {
            addLiteral(
              script,
              { start: child.pos, end: child.end },
              parts,
              true,
            );
          } else {
            parts.push({ start: child.pos, end: child.end });
          }
        }
        break;
      case 'Literal':
        addLiteral(script, { start: part.pos, end: part.end }, parts, false);
        break;
      case 'AnsiCQuoted':
      case 'LocaleString':
        return undefined;
      default:
        parts.push({ start: part.pos, end: part.end });
    }
  }
  return parts;
}

function addLiteral(
  script: string,
  { start, end }: Span,
  parts: Span[],
  quoted: boolean,
): void {
  let from = start;
  for (let position = start; position < end; position++) {
    if (script[position] !== '\\') {
      continue;
    }
    const next = script[position + 1];
    if (quoted && !'"$`\\\n'.includes(next)) {
      continue;
    }
    parts.push({ start: from, end: position });
    // A backslash in front of a line break removes both.
    from = next === '\n' ? position + 2 : position + 1;
    position++;
  }
  parts.push({ start: Math.min(from, end), end });
}
