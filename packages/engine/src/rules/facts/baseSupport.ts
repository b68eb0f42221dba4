/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { officialName } from './baseImages';
import { datedFacts, DistributionCycle, hasPassed } from './datedFacts';
import { goLineOf, supportedGoLines } from './goReleases';
import { golangTagLike, readGolangTag } from './golangTags';

/** What is known of the support of a base image. */
export interface BaseSupport {
  /** In words: `Alpine 3.18`. */
  name: string;
  /** The day of its end; undefined where it is only said to have ended. */
  endOfSupport?: string;
  ended: boolean;
  /** When that was looked up. */
  asOf: string;
  /** The same image on a release that is supported, where one is known. */
  replacement?: { repository: string; tag?: string };
}

type Distribution = 'alpine' | 'debian' | 'ubuntu' | 'centos';

const titles: Record<Distribution, string> = {
  alpine: 'Alpine',
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  centos: 'CentOS',
};

/**
 * The support of what a base image consists of, by its name and tag; undefined
 * for names that tell no release, and for images that are not listed.
 */
export function baseSupport(
  reference: ImageReference,
): BaseSupport | undefined {
  if (reference.registry === 'gcr.io') {
    return distrolessSupport(reference);
  }
  const name = officialName(reference);
  const { tag } = reference;
  if (name === undefined || tag === undefined) {
    return undefined;
  }
  if (isDistribution(name)) {
    const found = findCycle(name, tag);
    return found && supportOf(name, found, reference);
  }
  return name === 'golang'
    ? golangSupport(reference, tag)
    : languageSupport(tag);
}

function isDistribution(name: string): name is Distribution {
  return Object.hasOwn(titles, name);
}

/** The cycle of a tag of the distribution's own image. */
function findCycle(
  distribution: Distribution,
  tag: string,
): DistributionCycle | undefined {
  // `3.18.4`, `bullseye-20230502-slim`, `11-slim`, `centos7.9.2009`
  const [, text] =
    /^(?:centos)?([a-z]+|\d+(?:\.\d+)*)(?:-\d{8})?(?:-slim)?$/.exec(tag) ?? [];
  return (
    text === undefined
      ? []
      : datedFacts[distribution].cycles.filter(
          ({ version, name }) =>
            name === text ||
            text === version ||
            (distribution !== 'ubuntu' && text.startsWith(`${version}.`)),
        )
  )[0];
}

function supportOf(
  distribution: Distribution,
  { version, endOfSupport }: DistributionCycle,
  { repository, tag = '' }: ImageReference,
): BaseSupport {
  const newest = newestCycle(distribution);
  const slim = tag.endsWith('-slim') ? '-slim' : '';
  const release = /^[a-z]/.test(tag) ? newest?.name : newest?.version;
  return {
    name: `${titles[distribution]} ${version}`,
    endOfSupport,
    ended: hasPassed(endOfSupport),
    asOf: datedFacts[distribution].asOf,
    ...(release !== undefined && {
      replacement: { repository, tag: `${release}${slim}` },
    }),
  };
}

/** The newest release that is supported; of Ubuntu, with long support. */
function newestCycle(
  distribution: Distribution,
): DistributionCycle | undefined {
  return datedFacts[distribution].cycles
    .filter(
      ({ version, endOfSupport }) =>
        !hasPassed(endOfSupport) &&
        (distribution !== 'ubuntu' || /^\d*[02468]\.04$/.test(version)),
    )
    .pop();
}

/** What the tag of another official image says of the release below it. */
function languageSupport(tag: string): BaseSupport | undefined {
  const [, alpine, suite] =
    /-(?:alpine(3\.\d+)|([a-z]+?))(?:-slim)?$/.exec(`-${tag}`) ?? [];
  const distribution = alpine === undefined ? 'debian' : 'alpine';
  const cycle = datedFacts[distribution].cycles.find(({ version, name }) =>
    alpine === undefined ? name === suite : version === alpine,
  );
  return (
    cycle && {
      name: `${titles[distribution]} ${cycle.version}`,
      endOfSupport: cycle.endOfSupport,
      ended: hasPassed(cycle.endOfSupport),
      asOf: datedFacts[distribution].asOf,
    }
  );
}

/** A Go line out of support is a finding of its own. */
function golangSupport(
  { repository }: ImageReference,
  tag: string,
): BaseSupport | undefined {
  const parts = readGolangTag(tag);
  const end = goLineOf(parts?.version ?? '')?.endOfSupport;
  const support = languageSupport(tag);
  if (!support || !parts || (end !== undefined && hasPassed(end))) {
    return undefined;
  }
  const line =
    parts.version === undefined
      ? supportedGoLines[supportedGoLines.length - 1].line
      : goLineOf(parts.version)?.line;
  const better = line && golangTagLike(parts, line);
  return better && languageSupport(better)?.ended === false
    ? { ...support, replacement: { repository, tag: better } }
    : support;
}

/** https://github.com/GoogleContainerTools/distroless/blob/main/SUPPORT_POLICY.md */
function distrolessSupport({
  repository,
  tag,
  digest,
}: ImageReference): BaseSupport | undefined {
  const [, image, debian] =
    /^distroless\/([a-z0-9-]+?)(?:-debian(\d+))?$/.exec(repository) ?? [];
  if (image === undefined) {
    return undefined;
  }
  const { asOf, current, cycles } = datedFacts.distroless;
  const replacement = current.images.includes(image)
    ? { repository: `distroless/${image}-debian${current.debian}`, tag }
    : undefined;
  const name = `distroless/${image}`;
  if (debian === undefined) {
    // The images of the current release are also published without a suffix,
    // and are kept up to date under that name. A digest is of one day.
    // https://github.com/GoogleContainerTools/distroless/issues/2052
    if (current.images.includes(image)) {
      return digest === undefined
        ? { name, ended: false, asOf, replacement }
        : undefined;
    }
    // Nothing but the images that once had no suffix.
    return /^(?:java|java\d+|nodejs|nodejs\d+)$/.test(image)
      ? {
          name: `${name} without a Debian release`,
          ended: true,
          asOf,
          replacement,
        }
      : undefined;
  }
  const ends = cycles.find(cycle => cycle.debian === debian)?.endOfSupport;
  const family = /^(?:java|node|python)/.exec(image)?.[0] ?? image;
  if (ends === undefined) {
    return undefined;
  }
  const endOfSupport = Object.hasOwn(ends, family) ? ends[family] : ends['*'];
  return {
    name: `${name} on Debian ${debian}`,
    endOfSupport,
    ended: endOfSupport !== undefined && hasPassed(endOfSupport),
    asOf,
    replacement,
  };
}
