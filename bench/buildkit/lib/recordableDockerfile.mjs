/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What of a Dockerfile needs an image registry, in a form that needs none: the
 * frontend image and pinned digests. Lines keep their numbers: `syntax` gives
 * way to the parser directive that restates the default, since an ordinary
 * comment would end the directives
 * (https://docs.docker.com/reference/dockerfile/#parser-directives).
 */
export function recordableDockerfile(source) {
  return source
    .replace(/^((?:#.*\n)*?)#\s*syntax\s*=.*/i, '$1# escape=\\')
    .replace(/^(\s*(?:ARG|COPY|FROM)\s.*?)@sha256:[0-9a-f]{64}/gim, '$1');
}

/** The images that FROM and COPY --from name, with default arguments put in. */
export function baseImages(source) {
  const defaults = new Map();
  const stages = new Set(['scratch']);
  const images = new Set();
  const lines = source.replace(/\\\n/g, ' ').split('\n');
  for (const line of lines) {
    const argument = /^\s*ARG\s+(\w+)=["']?([^"'\s]*)/i.exec(line);
    if (argument) {
      defaults.set(argument[1], expand(argument[2], defaults));
    }
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line);
    // A bare name is a stage, be it one that is not there.
    const copied = /^\s*COPY\s.*--from=(\S*[./:]\S*)/i.exec(line);
    const image = from?.[1] ?? copied?.[1];
    if (image && !stages.has(image.toLowerCase())) {
      images.add(expand(image, defaults));
    }
    if (from?.[2]) {
      stages.add(from[2].toLowerCase());
    }
  }
  return [...images];
}

function expand(text, defaults) {
  return text.replace(
    /\$\{?(\w+)(?::-([^}]*))?\}?/g,
    (_, name, otherwise) => defaults.get(name) ?? otherwise ?? '',
  );
}
