/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

/** Markdown in the style of this repository, as its checks want it. */
export function formatMarkdown(text) {
  return prettier.format(text, { ...style, parser: 'markdown' });
}
