/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const words =
  'github.com golang.org internal transport scheduler handler context package storage request orders module server client balance'.split(
    ' ',
  );

/** The same numbers on every run. */
function createRandom(seed = 1) {
  let state = seed;
  return most => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
}

/** Lines such as Go's commands print: downloads, packages, test results. */
export function* createOutput() {
  const random = createRandom();
  const word = () => words[random(words.length)];
  const version = () => `v${random(9)}.${random(40)}.${random(20)}`;
  for (;;) {
    switch (random(4)) {
      case 0:
        yield `go: downloading ${word()}/${word()}/${word()} ${version()}`;
        break;
      case 1:
        yield `${word()}/${word()}/${word()}-${random(1e6)}`;
        break;
      case 2:
        yield `ok  \t${word()}/${word()}\t${random(900) / 100}s`;
        break;
      default:
        yield `=== RUN   Test${word()}/${word()}_${random(1e6).toString(16)}`;
    }
  }
}
