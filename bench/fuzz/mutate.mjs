/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { nests, runs } from './dictionaries.mjs';

/** A mutated text stays below this, in UTF-16 units. */
const MOST_LENGTH = 64 * 1024;

/** How often each is chosen, relative to the others. */
const mutations = [
  [8, deleteSome],
  [4, duplicateSome],
  [4, swapSome],
  [6, changeLine],
  [12, insertToken],
  [10, replaceWord],
  [4, replaceCharacter],
  [3, spliceTexts],
  [2, changeLineEnds],
  [3, indent],
  [2, cutEnd],
  [2, changeNumber],
  [1, nest],
  [1, repeatSome],
  [1, insertRun],
].flatMap(([weight, mutation]) => Array(weight).fill(mutation));

/** A text that was changed in some places. */
export function mutate(text, { random, dictionary, others }) {
  let result = text;
  for (let turns = 1 + random.small(7); turns > 0; turns--) {
    const mutation = random.pick(mutations);
    const next = mutation(result, { random, dictionary, others });
    result = next.length > MOST_LENGTH ? next.slice(0, MOST_LENGTH) : next;
  }
  return result;
}

/** The bytes of a text, not all of which are UTF-8 any more. */
export function garble(text, random) {
  const bytes = [...Buffer.from(text)];
  for (let turns = 1 + random.small(5); turns > 0; turns--) {
    const at = random.below(bytes.length + 1);
    const junk = random.pick([
      [0xff],
      [0x80],
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
      [0xef, 0xbb, 0xbf],
      [0x1a],
      [random.below(256)],
    ]);
    bytes.splice(at, random.small(4), ...junk);
  }
  return Uint8Array.from(bytes);
}

function deleteSome(text, { random }) {
  const { start, end } = rangeOf(text, random);
  return replace(text, start, end, '');
}

function duplicateSome(text, { random }) {
  const { start, end } = rangeOf(text, random);
  const at = random.chance(0.5) ? end : random.below(text.length + 1);
  return replace(text, at, at, text.slice(start, end));
}

function swapSome(text, { random }) {
  const one = rangeOf(text, random);
  const other = rangeOf(text, random);
  const [left, right] = one.start < other.start ? [one, other] : [other, one];
  const middle = Math.max(left.end, right.start);
  return (
    text.slice(0, left.start) +
    text.slice(middle, right.end) +
    text.slice(left.end, middle) +
    text.slice(left.start, left.end) +
    text.slice(Math.max(right.end, middle))
  );
}

function changeLine(text, { random }) {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const [line] = lines.splice(at, 1);
  const target = random.below(lines.length + 1);
  switch (random.below(4)) {
    case 0:
      break;
    case 1:
      lines.splice(at, 0, line, line);
      break;
    case 2:
      lines.splice(target, 0, line);
      break;
    default:
      // Together with the next one, or with none.
      lines.splice(at, 1, line + (lines[at] ?? ''));
  }
  return lines.join('\n');
}

function insertToken(text, { random, dictionary }) {
  const at = random.chance(0.5)
    ? startOfLine(text, random)
    : random.below(text.length + 1);
  return replace(text, at, at, random.pick(dictionary));
}

function replaceWord(text, { random, dictionary }) {
  const words = [...text.matchAll(/[^\s=:,]+/g)];
  if (words.length === 0) {
    return random.pick(dictionary);
  }
  const word = random.pick(words);
  const by = random.chance(0.5)
    ? random.pick(words)[0]
    : random.pick(dictionary);
  return replace(text, word.index, word.index + word[0].length, by);
}

function replaceCharacter(text, { random }) {
  const at = random.below(text.length);
  const code = random.chance(0.9) ? random.below(128) : random.below(65536);
  return replace(text, at, at + 1, String.fromCharCode(code));
}

/** The head of one text and the tail of another. */
function spliceTexts(text, { random, others }) {
  const other = random.pick(others);
  return (
    text.slice(0, startOfLine(text, random)) +
    other.slice(startOfLine(other, random))
  );
}

function changeLineEnds(text, { random }) {
  const end = random.pick(['\r\n', '\r\n', '\r', '\n\r', '\n\n', ' \n']);
  return random.chance(0.5)
    ? text.replaceAll('\n', end)
    : text.replace(/\n/g, found => (random.chance(0.3) ? end : found));
}

function indent(text, { random }) {
  const at = startOfLine(text, random);
  const space = /^[ \t]*/.exec(text.slice(at))[0];
  const by = random.pick(['', ' ', '  ', '\t', `${space}  `, space.slice(2)]);
  return replace(text, at, at + space.length, by);
}

function cutEnd(text, { random }) {
  return text.slice(0, random.below(text.length + 1));
}

function changeNumber(text, { random }) {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) {
    return text;
  }
  const number = random.pick(numbers);
  const by = random.pick([
    '0',
    '00',
    '-1',
    '1.5',
    '4294967296',
    '9007199254740993',
    '9'.repeat(1 + random.small(400)),
  ]);
  return replace(text, number.index, number.index + number[0].length, by);
}

function nest(text, { random }) {
  const [open, close] = random.pick(nests);
  const depth = 1 + random.small(1500);
  const at = random.below(text.length + 1);
  const closed = random.pick([0, depth, depth - 1]);
  const inner = text.slice(at, at + random.small(10));
  return replace(
    text,
    at,
    at + inner.length,
    open.repeat(depth) + inner + close.repeat(closed),
  );
}

function repeatSome(text, { random }) {
  const { start, end } = rangeOf(text, random);
  const some = text.slice(start, end);
  const times = Math.min(
    random.small(2000),
    Math.ceil((MOST_LENGTH / 2) * random.next()) / (some.length + 1),
  );
  return replace(text, end, end, some.repeat(times));
}

/** A long run of one token, within a line or in front of one. */
function insertRun(text, { random }) {
  const blank = text.indexOf(' ', random.below(text.length + 1)) + 1;
  const at = random.chance(0.5) ? blank : random.below(text.length + 1);
  const times = 200 + random.below(4801);
  return replace(text, at, at, random.pick(runs).repeat(times));
}

/** Some characters, or some whole lines. */
function rangeOf(text, random) {
  if (random.chance(0.5)) {
    const start = random.below(text.length + 1);
    return { start, end: Math.min(text.length, start + 1 + random.small(60)) };
  }
  const start = startOfLine(text, random);
  let end = start;
  for (let lines = 1 + random.small(5); lines > 0 && end >= 0; lines--) {
    end = text.indexOf('\n', end) + 1 || text.length;
  }
  return { start, end };
}

function startOfLine(text, random) {
  return text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1;
}

function replace(text, start, end, by) {
  return text.slice(0, start) + by + text.slice(end);
}
