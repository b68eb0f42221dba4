/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** Requires a module in a folder, as `go get` does. */
export function addModule(folder: string, path: string): void {
  const hash = 'h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
  appendFileSync(join(folder, 'go.mod'), `\nrequire ${path} v1.2.0\n`);
  appendFileSync(
    join(folder, 'go.sum'),
    `${path} v1.2.0 ${hash}\n${path} v1.2.0/go.mod ${hash}\n`,
  );
}
