/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageBuild, ImageBuildTool, NamedContext, RemoteCache } from './types';

/** A value that is given; its text is undefined where that is not known. */
export interface GivenText {
  text?: string;
}

/**
 * What one place says of a build, before its paths are those of the repository.
 * A value that is undefined is not given there.
 */
export interface BuildDraft {
  tool: ImageBuildTool;
  /** The Dockerfile. */
  file?: GivenText;
  /** What the Dockerfile's path is relative to. */
  fileFrom: 'folder' | 'context';
  /** The build context. */
  context?: GivenText;
  /** Whether the context is the repository's commit, fetched by git. */
  gitContext: boolean;
  target?: GivenText;
  buildArguments: Record<string, string | undefined>;
  branchArguments: string[];
  namedContexts: NamedContext[];
  cacheFrom: RemoteCache[];
  cacheTo: RemoteCache[];
  noCache: boolean;
  noCacheLine?: number;
  pull: boolean;
  push?: boolean;
  /** Whether what is not given here may be given elsewhere. */
  partial: boolean;
}

/** A draft that says nothing yet. */
export function emptyDraft(
  tool: ImageBuildTool,
  fileFrom: BuildDraft['fileFrom'],
): BuildDraft {
  return {
    tool,
    fileFrom,
    gitContext: false,
    buildArguments: {},
    branchArguments: [],
    namedContexts: [],
    cacheFrom: [],
    cacheTo: [],
    noCache: false,
    pull: false,
    push: false,
    partial: false,
  };
}

/** `NAME=value`; a name alone takes its value from the environment. */
export function addArgument(
  draft: BuildDraft,
  name: string,
  value: string | undefined,
): void {
  if (/^[A-Za-z_]\w*$/.test(name)) {
    draft.buildArguments[name] = value;
  }
}

/** Where a build stands and what runs it. */
export type BuildPlace = Pick<
  ImageBuild,
  | 'path'
  | 'line'
  | 'source'
  | 'runner'
  | 'remoteBuilder'
  | 'cacheMountsKept'
  | 'startsEmpty'
  | 'onChange'
>;
