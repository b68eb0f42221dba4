/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The chunk that is loaded for a component, by the folder that it is in. */
export function partNamed(bundle, component) {
  const found = [...bundle.keys()].filter(name =>
    bundle.get(name).entryPoint?.includes(`/components/${component}/index.`),
  );
  if (found.length !== 1) {
    throw new Error(
      `${found.length} chunks instead of one for components/${component}: has it moved?`,
    );
  }
  return found[0];
}

/** The texts of a report in Chinese, which are loaded for those who read it. */
function isChinese({ entryPoint }) {
  return /\/translation\/.*\/zh[A-Z]\w*\//.test(entryPoint ?? '');
}

/**
 * Bytes that a page costs: what the app loads when it starts, what the page
 * needs to show up, what it loads later, all of it, and what it loads besides
 * for those who read Chinese. A chunk that two of them need counts once, with
 * the first.
 */
export function chunksOf(bundle, part) {
  const entry = [...bundle.keys()].find(name =>
    /\/dist\/(index|legacy)\.esm\.js$/.test(bundle.get(name).entryPoint ?? ''),
  );
  const seen = new Set();
  const english = new Map([...bundle].filter(([, chunk]) => !isChinese(chunk)));
  const all = ['import-statement', 'dynamic-import'];
  const start = reach(english, entry, ['import-statement'], seen);
  const page = reach(english, part, ['import-statement'], seen);
  const later = reach(english, part, all, seen);
  const chinese = reach(bundle, part, all, seen);
  return { start, page, later, chinese, names: seen };
}

function reach(bundle, from, kinds, seen) {
  const visited = new Set();
  const open = [from];
  let bytes = 0;
  while (open.length > 0) {
    const name = open.pop();
    const chunk = bundle.get(name);
    if (!chunk || visited.has(name)) {
      continue;
    }
    visited.add(name);
    if (!seen.has(name)) {
      seen.add(name);
      bytes += chunk.bytes;
    }
    for (const { path, kind } of chunk.imports) {
      if (kinds.includes(kind)) {
        open.push(path);
      }
    }
  }
  return bytes;
}

/** The packages and files that weigh most, before compression. */
export function largestInputs(bundle, names) {
  const sums = new Map();
  for (const name of names) {
    for (const [path, { bytesInOutput }] of Object.entries(
      bundle.get(name).inputs,
    )) {
      const key = packageOf(path);
      sums.set(key, (sums.get(key) ?? 0) + bytesInOutput);
    }
  }
  return [...sums]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 15);
}

function packageOf(path) {
  const inPackage = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/);
  const inRepository = path.match(/^(?:plugins|packages)\/[^/]+/);
  return inPackage?.[1] ?? inRepository?.[0] ?? path;
}
