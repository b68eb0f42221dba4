/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  alpine,
  asOf,
  centos,
  debian,
  distroless,
  go,
  golangImages,
  ubuntu,
} from './dated-facts.json';

/** A Go release line: `1.27`. */
export interface GoLine {
  line: string;
  /** The day of its first release. */
  released: string;
  /** The day that the second newer line came out; undefined while supported. */
  endOfSupport?: string;
  /** Its newest patch release: `1.27.4`. */
  newest: string;
  /** The patch releases with security fixes, where they are known. */
  securityFixes: string[];
}

/** The tags of the official Go image for one line. */
export interface GolangImageLine {
  line: string;
  /** The suite that tags without a suffix stand on. */
  distribution?: string;
  /** The newest patch release with an image, by suffix: `alpine3.24`. */
  variants: Readonly<Partial<Record<string, string>>>;
}

/** A release of a distribution. */
export interface DistributionCycle {
  version: string;
  /** The name in image tags: `bookworm`. */
  name?: string;
  released: string;
  /** The day after which nobody but paying customers gets fixes. */
  endOfSupport: string;
}

/** The distroless images on one Debian release. */
export interface DistrolessCycle {
  debian: string;
  /** By image, or its beginning (`java` for `java17`, `node` for `nodejs24`), or `*` for all. */
  endOfSupport: Readonly<Partial<Record<string, string>>>;
}

interface Section {
  /** The day on which the sources were read. */
  asOf: string;
  sources: string[];
}

/**
 * Facts that change with time: releases, support windows, image tags. All are
 * in `dated-facts.json`, which `yarn facts:refresh` writes.
 */
export interface DatedFacts {
  /** The day on which what is planned for earlier days counts as happened. */
  asOf: string;
  go: Section & { lines: GoLine[] };
  golangImages: Section & { lines: GolangImageLine[] };
  /** Support by the Alpine project. */
  alpine: Section & { cycles: DistributionCycle[] };
  /** Support with that of the LTS team. */
  debian: Section & { cycles: DistributionCycle[] };
  /** Standard support. */
  ubuntu: Section & { cycles: DistributionCycle[] };
  centos: Section & { cycles: DistributionCycle[] };
  distroless: Section & {
    /** What is published on the newest Debian. */
    current: { debian: string; images: string[] };
    cycles: DistrolessCycle[];
  };
}

// By name, as JSON has no default export where Node itself loads it. The file is
// not called as this one: Node would take it for this module.
export const datedFacts: DatedFacts = {
  asOf,
  go,
  golangImages,
  alpine,
  debian,
  ubuntu,
  centos,
  distroless,
};

/**
 * Whether a day had passed when the facts were read. The clock of the machine
 * has no say: what ends after that day may have been prolonged since.
 */
export function hasPassed(day: string): boolean {
  return day < datedFacts.asOf;
}
