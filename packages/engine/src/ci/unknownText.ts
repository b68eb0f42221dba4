/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from '../dockerfile/expandVariables';

/** What stands for an expression of a workflow: a variable that no shell has. */
const placeholder = '${___}';

/**
 * Puts a variable in the place of each expression of a workflow, `${{ … }}`, so
 * that a shell's parser can read what is around it: the one that GitHub sets to
 * the same, where that tells something.
 */
export function hideExpressions(text: string): string {
  return mapExpressions(text, expression => {
    const name =
      /^\$\{\{\s*github\.(workspace|ref|ref_name|head_ref|base_ref|repository|repository_owner)\s*\}\}$/.exec(
        expression,
      )?.[1];
    return name ? `\${GITHUB_${name.toUpperCase()}}` : placeholder;
  });
}

/** Whether an expression of a workflow stands in the text. */
export function hasExpression(text: string): boolean {
  return text.includes('${{') || text.includes(placeholder);
}

/** Replaces each `${{ … }}`; one without end is left as it is. */
export function mapExpressions(
  text: string,
  replace: (expression: string) => string,
): string {
  let result = '';
  let position = 0;
  for (;;) {
    const start = text.indexOf('${{', position);
    const end = start < 0 ? -1 : text.indexOf('}}', start + 3);
    if (end < 0) {
      return result + text.slice(position);
    }
    result += text.slice(position, start);
    result += replace(text.slice(start, end + 2));
    position = end + 2;
  }
}

/**
 * The texts in quotes of a text's expressions, as in
 * `${{ inputs.cache && 'type=gha,mode=max' || '' }}`: values that it may have.
 */
export function quotedInExpressions(text: string): string[] {
  const quoted: string[] = [];
  mapExpressions(text, expression => {
    for (const [, inner] of expression.matchAll(/'((?:[^']|'')*)'/g)) {
      quoted.push(inner.replace(/''/g, "'"));
    }
    return '';
  });
  return quoted;
}

/**
 * A text with its shell variables filled in; undefined when that needs one
 * whose value is not known.
 */
export function fillIn(
  text: string,
  variables: ReadonlyMap<string, string>,
): string | undefined {
  if (hasExpression(text) || text.includes('`') || text.includes('$(')) {
    return undefined;
  }
  if (!text.includes('$')) {
    return text;
  }
  // Quotes and backslashes were the shell's, which has removed them.
  const { value, unknown, error } = expandVariables(
    text.replace(/["'\\]/g, '\\$&'),
    { variables },
  );
  return error === undefined && unknown.length === 0 ? value : undefined;
}
