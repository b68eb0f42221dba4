/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { templatesRoot } from './renderTemplate';

/** The fields on a page of a template's form, or those that a tick brings. */
export function formOf(
  template: string,
  options: { page?: number; ticked?: string } = {},
): Record<string, any> {
  const { page = 0, ticked } = options;
  const { spec } = parse(
    readFileSync(join(templatesRoot, template, 'template.yaml'), 'utf8'),
  );
  const { properties, dependencies } = spec.parameters[page];
  return ticked ? dependencies[ticked].oneOf[1].properties : properties;
}
