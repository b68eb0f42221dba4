/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { datedFacts, GolangImageLine } from './datedFacts';
import { goLineOf, supportedGoLines } from './goReleases';

/** A tag of the official Go image, taken apart. */
export interface GolangTag {
  /** `1.27`, `1.27.4`, `1.27rc1`; undefined where the tag names none. */
  version?: string;
  /** Whether a patch or a pre-release is named. */
  pinned: boolean;
  /** `alpine3.24`; empty for none. */
  suffix: string;
}

/** The day on which the tags of the official image were read. */
export const golangTagsDate = datedFacts.golangImages.asOf;

/**
 * Takes a tag apart; undefined for what names a version in no known way, as
 * `tip` does. https://hub.docker.com/_/golang
 */
export function readGolangTag(tag = 'latest'): GolangTag | undefined {
  const versioned =
    /^(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?(?:-([A-Za-z0-9._-]*))?$/.exec(tag);
  if (versioned) {
    const [, line, patch = '', preRelease = '', suffix = ''] = versioned;
    return {
      version: `${line}${patch}${preRelease}`,
      pinned: patch !== '' || preRelease !== '',
      suffix,
    };
  }
  const floating =
    /^(?:latest|1(?:-(.+))?|((?:alpine|bookworm|bullseye|buster|stretch|trixie|forky|windowsservercore|nanoserver)[a-z0-9.-]*))$/.exec(
      tag,
    );
  return floating
    ? { pinned: false, suffix: floating[1] ?? floating[2] ?? '' }
    : undefined;
}

/**
 * The tag of a Go line that is like another one: as exact, and with its suffix;
 * with the nearest suffix of the same family where images of the line have not,
 * or no longer, that one. Undefined where no such image is known.
 */
export function golangTagLike(
  { pinned, suffix }: Pick<GolangTag, 'pinned' | 'suffix'>,
  line: string,
): string | undefined {
  const newest = goLineOf(line)?.newest;
  const images = imagesOf(line);
  if (!images || newest === undefined) {
    return undefined;
  }
  const chosen =
    suffix === '' || isNewest(line, lastVersion({ line, suffix }))
      ? suffix
      : otherSuffix(suffix, images);
  if (chosen === undefined) {
    return undefined;
  }
  // A line that gets fixes gets images for them in each of its variants.
  const patch = isSupportedLine(line)
    ? newest
    : lastVersion({ line, suffix: chosen });
  const version = pinned ? patch : line;
  return version && (chosen === '' ? version : `${version}-${chosen}`);
}

/**
 * The newest version that images of a line with a suffix have, where no newer
 * ones will come: the line is out of support, or is built without this suffix
 * by now. Undefined where newer ones may come, and where it is not known.
 */
export function lastGolangVersion(
  line: string,
  suffix: string,
): string | undefined {
  const last = lastVersion({ line, suffix });
  return last !== undefined && isSupportedLine(line) && isNewest(line, last)
    ? undefined
    : last;
}

/**
 * The line that a tag without a version has today: the newest one with an image
 * of that suffix, and whether newer ones will come. Undefined where no image has
 * the suffix.
 */
export function floatingGoLine(
  suffix: string,
): { line: string; isBuilt: boolean } | undefined {
  const { lines } = datedFacts.golangImages;
  const line = lines
    .filter(({ variants }) => suffix === '' || Object.hasOwn(variants, suffix))
    .pop()?.line;
  return line === undefined
    ? undefined
    : { line, isBuilt: lastGolangVersion(line, suffix) === undefined };
}

function isSupportedLine(line: string): boolean {
  return supportedGoLines.some(supported => supported.line === line);
}

function imagesOf(line: string): GolangImageLine | undefined {
  return datedFacts.golangImages.lines.find(image => image.line === line);
}

function lastVersion({
  line,
  suffix,
}: {
  line: string;
  suffix: string;
}): string | undefined {
  if (suffix === '') {
    return newestVersion(line);
  }
  const variants = imagesOf(line)?.variants ?? {};
  return Object.hasOwn(variants, suffix) ? variants[suffix] : undefined;
}

/** Whether no image of the line was newer when the tags were read. */
function isNewest(line: string, version: string | undefined): boolean {
  return version !== undefined && newestVersion(line) === version;
}

const newestVersions = new WeakMap<GolangImageLine, string>();

/** The newest version that images of a line have. */
function newestVersion(line: string): string | undefined {
  const images = imagesOf(line);
  const newest =
    images &&
    (newestVersions.get(images) ??
      Object.values(images.variants)
        .flatMap(version => version ?? [])
        .sort(compareGoVersions)
        .pop());
  if (images && newest !== undefined) {
    newestVersions.set(images, newest);
  }
  return newest;
}

function otherSuffix(
  suffix: string,
  { line, variants, distribution }: GolangImageLine,
): string | undefined {
  if (/^alpine\d/.test(suffix)) {
    return Object.keys(variants)
      .filter(
        name => /^alpine3\.\d+$/.test(name) && isNewest(line, variants[name]),
      )
      .sort((left, right) => minorOf(right) - minorOf(left))[0];
  }
  return /^(?:bookworm|bullseye|buster|stretch|trixie)$/.test(suffix)
    ? distribution
    : undefined;
}

function minorOf(suffix: string): number {
  return Number(suffix.slice(suffix.indexOf('.') + 1));
}
