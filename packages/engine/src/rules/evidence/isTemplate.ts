/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Whether a file is a template that a program fills in before the tool that it
 * is named after reads it: `{{ .Module }}`, `{% if %}`, `<%= name %>`,
 * `${{ values.name }}`; or whether it lies in a folder of such a name.
 */
export function isTemplate(path: string, source: string): boolean {
  return /\{\{|\{%|<%|__[A-Z][A-Z_]+__/.test(source) || /\{\{|\{%/.test(path);
}
