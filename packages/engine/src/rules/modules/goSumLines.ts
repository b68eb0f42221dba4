/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const hash = 'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** The two lines of a go.sum for one version of a module, for examples. */
export function goSumLines(modulePath: string, version: string): string {
  return `${modulePath} ${version} ${hash}\n${modulePath} ${version}/go.mod ${hash}\n`;
}
