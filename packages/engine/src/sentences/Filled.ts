/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A sentence with anything in its places: of `There is no {path}.` all that
 * starts and ends alike. The compiler knows by it what lists of sentences lack.
 *
 * @public
 */
export type Filled<Sentence extends string> =
  Sentence extends `${infer Before}{${string}}${infer After}`
    ? `${Before}${string}${Filled<After>}`
    : Sentence;
