/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What a vertex does, told by its name. */
export type VertexRole =
  | 'step'
  /** The FROM of a stage. */
  | 'from'
  /** The image that a `COPY --from` or a mount takes; no step of the Dockerfile. */
  | 'pull'
  | 'metadata'
  | 'definition'
  | 'cache-import'
  | 'cache-export'
  | 'export'
  | 'other';

export interface VertexName {
  role: VertexRole;
  stage?: string;
  index?: number;
  total?: number;
  instruction?: string;
  platform?: string;
}

const bracket = /^\[([^\]\n]{0,300})\] ?/;
const position = /^(?:(.*) )?(\d{1,5})\/(\d{1,5})$/;
const platformPrefix =
  /^((?:linux|windows|darwin|freebsd|wasi|js|plan9)\/[\w./]+)(?:->([\w./]+))?(?: |$)/;
const instructionWord = /^(?:LINK )?(?:ONBUILD )?([A-Z]{2,20})(?=\s|$)/;

/** `linux/amd64->arm64` builds on amd64 for linux/arm64: the latter counts. */
function targetPlatform(build: string, target: string | undefined): string {
  if (!target) {
    return build;
  }
  return target.includes('/') ? target : `${build.split('/')[0]}/${target}`;
}

function roleOf(text: string): VertexRole {
  if (/^(?:load metadata for|resolve image config for)/.test(text)) {
    return 'metadata';
  }
  if (/^(?:load |booting buildkit)/.test(text)) {
    return 'definition';
  }
  if (/^importing cache/.test(text)) {
    return 'cache-import';
  }
  if (
    /^(?:exporting (?:cache|to GitHub Actions Cache|content cache)|writing cache|preparing build cache)/.test(
      text,
    )
  ) {
    return 'cache-export';
  }
  if (/^(?:exporting|pushing|merging manifest list|copying)/.test(text)) {
    return 'export';
  }
  return 'other';
}

/**
 * Reads a vertex name as BuildKit's Dockerfile frontend builds it: platform,
 * target (bake, compose), stage, `n/m` and the instruction.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (prefixCommand)
 */
export function parseVertexName(name: string): VertexName {
  const head = bracket.exec(name);
  const rest = head ? name.slice(head[0].length) : name;
  if (!head) {
    return /^FROM\s/.test(rest)
      ? { role: 'pull', instruction: 'FROM' }
      : { role: roleOf(rest) };
  }
  let inside = head[1].trim();
  const prefix = platformPrefix.exec(inside);
  const platform = prefix && targetPlatform(prefix[1], prefix[2]);
  if (prefix) {
    inside = inside.slice(prefix[0].length).trim();
  }
  const place = position.exec(inside);
  if (!place) {
    const known = platform ? { platform } : {};
    return { ...known, role: roleOf(rest) };
  }
  const result: VertexName = {
    role: 'step',
    index: Number(place[2]),
    total: Number(place[3]),
  };
  // Bake puts target and platform in either order before the stage.
  let stage = place[1]?.trim();
  let stagePlatform = platform;
  if (stage) {
    const words = stage.split(/\s+/);
    stage = words[words.length - 1];
    for (const word of words.slice(0, -1)) {
      const inner = platformPrefix.exec(word);
      if (inner) {
        stagePlatform = targetPlatform(inner[1], inner[2]);
      }
    }
  }
  if (stage) {
    result.stage = stage;
  }
  if (stagePlatform) {
    result.platform = stagePlatform;
  }
  const instruction = instructionWord.exec(rest)?.[1];
  if (instruction) {
    result.instruction = instruction;
    if (instruction === 'FROM') {
      result.role = 'from';
    }
  }
  return result;
}
