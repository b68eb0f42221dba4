/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Far above what Makefiles have. */
const MAXIMUM_LENGTH = 256 * 1024;
const MAXIMUM_TARGETS = 200;

/** What a target needs, and the lines that it runs. */
interface Target {
  needs: string[];
  recipe: string[];
}

/**
 * The shell lines that `make` runs for targets and for what they need.
 * Undefined where the Makefile does not tell: other files, patterns, computed
 * names, conditions.
 * https://www.gnu.org/software/make/manual/html_node/Rule-Syntax.html
 */
export function makeRecipes(
  source: string,
  wanted: readonly string[],
): string[] | undefined {
  const targets = readTargets(source);
  if (!targets) {
    return undefined;
  }
  const [first] = targets.keys();
  const left = wanted.length > 0 ? [...wanted] : [first ?? ''];
  const seen = new Set<string>();
  const lines: string[] = [];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (seen.has(name)) {
      continue;
    }
    seen.add(name);
    const target = targets.get(name);
    if (!target || seen.size > MAXIMUM_TARGETS) {
      return undefined;
    }
    lines.push(...target.recipe);
    left.push(...target.needs);
  }
  return lines;
}

function readTargets(source: string): Map<string, Target> | undefined {
  // What is run to read the file is not looked at, unless it may build images.
  if (
    source.length > MAXIMUM_LENGTH ||
    /\$[({]shell[^\n]{0,200}(?:docker|podman|build)/.test(source)
  ) {
    return undefined;
  }
  const targets = new Map<string, Target>();
  let current: Target[] = [];
  for (const line of source.replace(/\\\r?\n[ \t]*/g, ' ').split(/\r?\n/)) {
    if (line.startsWith('\t')) {
      const text = line.trim().replace(/^[@+-]+[ \t]*/, '');
      current.forEach(({ recipe }) => recipe.push(text.replaceAll('$$', '$')));
      continue;
    }
    const text = line.split('#', 1)[0].trim();
    if (text === '' || /^[\w.-]+[ \t]*(?:\?|\+|!|:{1,3})?=/.test(text)) {
      continue;
    }
    if (/^(?:export|unexport|override)\b/.test(text)) {
      continue;
    }
    const [, names, rest = ''] = /^([\w./ \t-]+):(?!:)(.*)$/.exec(text) ?? [];
    // What `include`, `ifeq`, `define` and patterns do is not followed.
    if (names === undefined || /[%=;$|]/.test(rest)) {
      return undefined;
    }
    current = [];
    for (const name of names.split(/[ \t]+/)) {
      if (/^\.[A-Z_]+$/.test(name) || name === '') {
        if (name === '.DEFAULT_GOAL' || name === '.ONESHELL') {
          return undefined;
        }
        continue;
      }
      const target = targets.get(name) ?? { needs: [], recipe: [] };
      target.needs.push(...rest.split(/[ \t]+/).filter(word => word !== ''));
      targets.set(name, target);
      current.push(target);
    }
  }
  return targets;
}
