/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { joinPath } from '../snapshot/repositoryPath';
import { BuildDraft, BuildPlace, GivenText } from './BuildDraft';
import { ImageBuild, NamedContext } from './types';

/** Stands for the folder that the repository is checked out into. */
export const REPOSITORY_ROOT = '/\u0001repository';

/** What paths are resolved against. */
export interface PathSurroundings {
  /** The folder that the build is started in; undefined when not known. */
  folder?: string;
  /** Whether the repository has a file of this path. */
  hasFile: (path: string) => boolean;
}

/** Makes the paths of a build those of the repository. */
export function placeBuild(
  draft: BuildDraft,
  place: BuildPlace,
  surroundings: PathSurroundings,
): ImageBuild {
  const {
    file,
    fileFrom,
    context,
    gitContext,
    target,
    namedContexts,
    ...others
  } = draft;
  const isElsewhere = context?.text !== undefined && isRemote(context.text);
  const folder =
    context === undefined || isElsewhere
      ? undefined
      : resolvePath(context.text, surroundings.folder);
  return {
    ...place,
    ...others,
    namedContexts: namedContexts.map(named =>
      placeNamedContext(named, surroundings),
    ),
    remoteContext: isElsewhere || gitContext,
    ...(folder !== undefined && { context: folder }),
    ...dockerfileOf({ file, fileFrom, folder }, surroundings),
    ...(target?.text !== undefined && { target: target.text }),
    unknownTarget: target !== undefined && target.text === undefined,
  };
}

/** Folders are those of whoever runs the build, also beside a git context. */
function placeNamedContext(
  { name, value }: NamedContext,
  surroundings: PathSurroundings,
): NamedContext {
  const isFolder = value !== undefined && !/^[a-z][a-z\d+.-]+:/i.test(value);
  const folder = isFolder ? resolvePath(value, surroundings.folder) : undefined;
  return { name, value, ...(folder !== undefined && { folder }) };
}

function dockerfileOf(
  {
    file,
    fileFrom,
    folder,
  }: {
    file?: GivenText;
    fileFrom: BuildDraft['fileFrom'];
    folder: string | undefined;
  },
  surroundings: PathSurroundings,
): { dockerfile?: string } {
  const candidates = file
    ? [
        resolvePath(
          file.text,
          fileFrom === 'context' ? folder : surroundings.folder,
        ),
        // kaniko, buildah and podman look into the context, too.
        fileFrom === 'folder' ? resolvePath(file.text, folder) : undefined,
      ]
    : [resolvePath('Dockerfile', folder), resolvePath('Containerfile', folder)];
  const known = candidates.filter(path => path !== undefined);
  const dockerfile = known.find(path => surroundings.hasFile(path)) ?? known[0];
  return dockerfile === undefined ? {} : { dockerfile };
}

/**
 * A repository path of what a text names, seen from a folder; undefined for
 * what is not known, or outside.
 */
export function resolvePath(
  text: string | undefined,
  folder: string | undefined,
): string | undefined {
  if (text === undefined || text === '' || text === '-' || isRemote(text)) {
    return undefined;
  }
  let path: string;
  if (text === REPOSITORY_ROOT || text.startsWith(`${REPOSITORY_ROOT}/`)) {
    path = joinPath('', text.slice(REPOSITORY_ROOT.length));
  } else if (/^[/~\\]|^[A-Za-z]:[/\\]/.test(text) || folder === undefined) {
    return undefined;
  } else {
    path = joinPath(folder, text);
  }
  return path === '..' || path.startsWith('../') ? undefined : path;
}

/** Whether a context is fetched from somewhere. */
function isRemote(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|git@|github\.com\/)/i.test(text);
}
