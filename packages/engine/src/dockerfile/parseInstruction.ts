/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { checkArguments } from './checkArguments';
import { checkFlags } from './checkFlags';
import { findKeyword } from './instructionFlags';
import { JsonForm, readJsonForm } from './jsonForm';
import { mapSpan, MappedText, sliceMapped } from './mappedText';
import { mountProblems } from './readMounts';
import { ProblemList } from './ProblemList';
import { FlagWord, splitFlags } from './splitFlags';
import { splitList, splitQuoted, TextRange } from './splitWords';
import { Flag, Instruction, Keyword, NameValue, Word } from './types';
import {
  findSeparator,
  skipSeparators,
  skipSpaces,
  trimEndOf,
} from './whiteSpace';

/** What {@link parseInstruction} needs to know of the file. */
export interface InstructionContext {
  mapped: MappedText;
  escape: '\\' | '`';
  /** 1-based lines and the end offset of the logical line. */
  line: number;
  endLine: number;
  end: number;
  problems: ProblemList;
  /** Set for what ONBUILD defers: only a build on top of this image runs it. */
  trigger?: boolean;
}

/**
 * Parses one logical line, from `start` on. Heredoc bodies are added by the
 * caller.
 */
export function parseInstruction(
  context: InstructionContext,
  start = 0,
): Instruction {
  const { mapped, escape, problems } = context;
  const line = mapped.text;
  const keywordStart = skipSpaces(line, start, line.length);
  const lineEnd = trimEndOf(line, keywordStart, line.length);
  const keywordEnd = findSeparator(line, keywordStart, lineEnd);
  const word = line.slice(keywordStart, keywordEnd);
  const keyword = findKeyword(word.toUpperCase()) ?? 'UNKNOWN';
  const spanOf = (from: number, to: number) => mapSpan(mapped.map, from, to);

  const { flags, rest } = splitFlags(
    line,
    skipSeparators(line, keywordEnd, lineEnd),
    lineEnd,
    escape,
  );
  const textStart = skipSpaces(line, rest, lineEnd);
  const text = sliceMapped(mapped, textStart, lineEnd);
  const keywordSpan = spanOf(keywordStart, keywordEnd);
  const instruction: Instruction = {
    keyword,
    keywordSpan,
    span: { start: keywordSpan.start, end: context.end },
    line: context.line,
    endLine: context.endLine,
    flags: flags.map(flag => toFlag(flag, spanOf)),
    text: text.text,
    textMap: text.map,
    words: [],
    heredocs: [],
  };

  if (keyword === 'UNKNOWN') {
    const message = `unknown instruction: ${word}`;
    if (context.trigger) {
      problems.warning('unknown-instruction', keywordSpan, message);
    } else {
      problems.error('unknown-instruction', keywordSpan, message);
    }
    return instruction;
  }
  readArguments(instruction, keyword, {
    context,
    start: textStart,
    end: lineEnd,
  });
  checkFlags(instruction, keyword, context);
  checkArguments(instruction, keyword, context);
  if (keyword === 'RUN') {
    for (const { code, span, message } of mountProblems(instruction)) {
      if (context.trigger) {
        problems.warning(code, span, message);
      } else {
        problems.error(code, span, message);
      }
    }
  }
  return instruction;
}

interface ArgumentRange {
  context: InstructionContext;
  start: number;
  end: number;
}

function readArguments(
  instruction: Instruction,
  keyword: Keyword,
  range: ArgumentRange,
): void {
  const { context, start, end } = range;
  const { mapped, escape } = context;
  const line = mapped.text;
  const toWord = ({ start: from, end: to, text }: TextRange): Word => ({
    text,
    span: mapSpan(mapped.map, from, to),
  });
  const setList = (words: TextRange[]) => {
    instruction.words = words.map(toWord);
  };
  switch (keyword) {
    case 'FROM':
    case 'EXPOSE':
      setList(splitList(line, start, end));
      return;
    case 'ADD':
    case 'COPY':
    case 'VOLUME':
      if (!readJson(instruction, range, start)) {
        setList(splitList(line, start, end));
      }
      return;
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      readJson(instruction, range, start);
      return;
    case 'HEALTHCHECK':
      readHealthcheck(instruction, range);
      return;
    case 'ENV':
    case 'LABEL': {
      const words = splitQuoted(line, start, end, escape);
      setList(words);
      instruction.pairs = readPairs(keyword, words, range);
      return;
    }
    case 'ARG': {
      const words = splitQuoted(line, start, end, escape);
      setList(words);
      instruction.pairs = words.map(word => toPair(word, mapped));
      return;
    }
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      if (start < end) {
        setList([{ start, end, text: line.slice(start, end) }]);
      }
      return;
    case 'ONBUILD':
      readTrigger(instruction, range);
      return;
    default: {
      const unreachable: never = keyword;
      throw new TypeError(`No such keyword: ${unreachable}`);
    }
  }
}

/** Reads the exec form; false when the instruction is in shell or list form. */
function readJson(
  instruction: Instruction,
  range: ArgumentRange,
  start: number,
): boolean {
  const { context, end } = range;
  const { mapped } = context;
  const form: JsonForm = readJsonForm(mapped.text, start, end);
  if (form.type === 'not-strings') {
    context.problems.error(
      'json-not-strings',
      mapSpan(mapped.map, start, end),
      'when using JSON array syntax, arrays must be comprised of strings only',
    );
  }
  if (form.type !== 'strings') {
    return false;
  }
  instruction.json = form.strings.map(({ text }) => text);
  instruction.words = [
    ...instruction.words,
    ...form.strings.map(({ start: from, end: to, text }) => ({
      text,
      span: mapSpan(mapped.map, from, to),
    })),
  ];
  return true;
}

function readHealthcheck(instruction: Instruction, range: ArgumentRange): void {
  const { context, start, end } = range;
  const { mapped } = context;
  const line = mapped.text;
  if (start >= end) {
    return;
  }
  const typeEnd = findSeparator(line, start, end);
  const type = line.slice(start, typeEnd);
  instruction.words = [
    { text: type, span: mapSpan(mapped.map, start, typeEnd) },
  ];
  const upper = type.toUpperCase();
  if (upper === 'NONE' || upper === 'CMD') {
    instruction.healthcheck = upper;
  }
  const command = skipSpaces(line, typeEnd, end);
  if (command < end && !readJson(instruction, range, command)) {
    instruction.words.push({
      text: line.slice(command, end),
      span: mapSpan(mapped.map, command, end),
    });
  }
}

function readPairs(
  keyword: 'ENV' | 'LABEL',
  words: TextRange[],
  range: ArgumentRange,
): NameValue[] {
  const { context, start, end } = range;
  const { mapped, problems } = context;
  const line = mapped.text;
  if (words.length === 0) {
    return [];
  }
  // `ENV name value`: the first word decides, and there is one pair only.
  if (!words[0].text.includes('=')) {
    const nameEnd = findSeparator(line, start, end);
    const valueStart = skipSeparators(line, nameEnd, end);
    if (valueStart >= end) {
      problems.error(
        'missing-arguments',
        mapSpan(mapped.map, start, end),
        `${keyword} must have two arguments`,
      );
      return [];
    }
    return [
      {
        name: line.slice(start, nameEnd),
        nameSpan: mapSpan(mapped.map, start, nameEnd),
        value: line.slice(valueStart, end),
        valueSpan: mapSpan(mapped.map, valueStart, end),
      },
    ];
  }
  const pairs: NameValue[] = [];
  for (const word of words) {
    if (!word.text.includes('=')) {
      problems.error(
        'missing-equals',
        mapSpan(mapped.map, word.start, word.end),
        `Syntax error - can't find = in ${JSON.stringify(
          word.text,
        )}. Must be of the form: name=value`,
      );
      continue;
    }
    pairs.push(toPair(word, mapped));
  }
  return pairs;
}

function toPair(word: TextRange, mapped: MappedText): NameValue {
  const equals = word.text.indexOf('=');
  const nameEnd = equals < 0 ? word.end : word.start + equals;
  const pair: NameValue = {
    name: word.text.slice(0, nameEnd - word.start),
    nameSpan: mapSpan(mapped.map, word.start, nameEnd),
  };
  if (equals >= 0) {
    pair.value = word.text.slice(equals + 1);
    pair.valueSpan = mapSpan(mapped.map, nameEnd + 1, word.end);
  }
  return pair;
}

/**
 * ONBUILD inside ONBUILD is forbidden, so a trigger's own trigger is not read:
 * a chain of any length is cheap.
 */
function readTrigger(instruction: Instruction, range: ArgumentRange): void {
  const { context, start, end } = range;
  if (start < end && !context.trigger) {
    instruction.trigger = parseInstruction(
      { ...context, trigger: true },
      start,
    );
  }
}

function toFlag(
  word: FlagWord,
  spanOf: (from: number, to: number) => Span,
): Flag {
  const equals = word.text.indexOf('=');
  const flag: Flag = {
    name: equals < 0 ? word.text.slice(2) : word.text.slice(2, equals),
    span: spanOf(word.start, word.end),
  };
  if (equals >= 0) {
    flag.value = word.text.slice(equals + 1);
    flag.valueSpan = spanOf(word.valueStart ?? word.end, word.end);
  }
  return flag;
}
