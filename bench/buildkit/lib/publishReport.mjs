/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatMarkdown } from '../../formatMarkdown.mjs';
import { docker } from './engine.mjs';

/** Writes a page of `docs/`, with the day and the builder that it is about. */
export async function publishReport(page, writeReport, content) {
  const version = await docker('version', '-f', '{{.Server.Version}}');
  const file = fileURLToPath(new URL(`../../../docs/${page}`, import.meta.url));
  writeFileSync(
    file,
    formatMarkdown(
      writeReport({
        date: new Date().toISOString().slice(0, 10),
        builder: `the BuildKit inside Docker Engine ${version.trim()}`,
        ...content,
      }),
    ),
  );
  console.log(`written to ${file}`);
}
