/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { MappedText } from '../dockerfile/mappedText';
import { ShellCollector } from '../dockerfile/ShellCollector';
import { ShellCommand, TextSegment } from '../dockerfile/types';
import { Span } from '../span';
import { YamlText } from './readYaml';
import { hideExpressions } from './unknownText';

/** A script of a pipeline: its commands, and where they stand in the file. */
export interface PlacedScript {
  /** With lines of the file; spans are of the script. */
  commands: readonly ShellCommand[];
  text: string;
  /**
   * The span of the file, where the script stands there as it is but for the
   * indentation of its lines.
   */
  toFile(span: Span): Span | undefined;
}

/** Parses a script that a pipeline's file holds. */
export function placeScript(script: YamlText, source: string): PlacedScript {
  const { text } = script;
  const hidden = hideExpressionsInPlace(text);
  const collector = new ShellCollector(new LineIndex(text));
  collector.addScript(hidden);
  const first = script.firstLine;
  let starts: LineStart[] | undefined;
  let isRead = false;
  return {
    commands: collector.body.commands.map(command => ({
      ...command,
      line: first === undefined ? script.line : first + command.line - 1,
    })),
    text,
    toFile(span) {
      if (!isRead) {
        starts = lineStarts(script, source);
        isRead = true;
      }
      const start = starts && fileOffset(starts, span.start);
      const end = starts && fileOffset(starts, span.end);
      return start === undefined || end === undefined
        ? undefined
        : { start, end };
    },
  };
}

interface LineStart {
  /** Offset of the line's first character in the script. */
  text: number;
  /** The same in the file. */
  file: number;
}

/** Undefined where a line of the script is not a line of the file. */
function lineStarts(
  { text, firstLine, span }: YamlText,
  source: string,
): LineStart[] | undefined {
  if (firstLine === undefined) {
    return undefined;
  }
  if (!text.includes('\n') && !/^[|>]/.test(source.slice(span.start))) {
    const written = source.slice(span.start, span.end);
    const inner = written.indexOf(text);
    // Within quotes, or without: no escape stands in it.
    return inner === 0 || (inner === 1 && written.length === text.length + 2)
      ? [{ text: 0, file: span.start + inner }]
      : undefined;
  }
  const index = new LineIndex(source);
  const starts: LineStart[] = [];
  let offset = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const place = index.lineSpan(firstLine + number);
    const written = source.slice(place.start, place.end).replace(/\r?\n$/, '');
    if (!written.endsWith(line)) {
      return line === '' && number > 0 ? starts : undefined;
    }
    starts.push({
      text: offset,
      file: place.start + written.length - line.length,
    });
    offset += line.length + 1;
  }
  return starts;
}

function fileOffset(
  starts: readonly LineStart[],
  offset: number,
): number | undefined {
  let found: LineStart | undefined;
  for (const start of starts) {
    if (start.text > offset) {
      break;
    }
    found = start;
  }
  return found && found.file + offset - found.text;
}

/** As hideExpressions does it, with the way back to the text. */
function hideExpressionsInPlace(text: string): MappedText {
  const map: TextSegment[] = [];
  let result = '';
  let position = 0;
  const add = (end: number) => {
    if (end > position) {
      map.push({
        text: result.length,
        source: position,
        length: end - position,
      });
      result += text.slice(position, end);
    }
    position = end;
  };
  for (;;) {
    const start = text.indexOf('${{', position);
    const end = start < 0 ? -1 : text.indexOf('}}', start + 3);
    if (end < 0) {
      add(text.length);
      return { text: result, map };
    }
    add(start);
    const hidden = hideExpressions(text.slice(start, end + 2));
    // Its last character stands for the rest, so that spans end behind it.
    const head = Math.min(hidden.length, end + 2 - start) - 1;
    map.push({ text: result.length, source: start, length: head });
    for (let index = head; index < hidden.length; index++) {
      map.push({ text: result.length + index, source: end + 1, length: 1 });
    }
    result += hidden;
    position = end + 2;
  }
}
