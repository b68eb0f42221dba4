/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { compareGoVersions, isGoVersion } from '../../gomod/compareGoVersions';
import { baseSupport } from './baseSupport';
import { datedFacts } from './datedFacts';
import {
  goLineOf,
  goReleases,
  securityFixAfter,
  supportedGoLines,
} from './goReleases';
import {
  floatingGoLine,
  golangTagLike,
  lastGolangVersion,
  readGolangTag,
} from './golangTags';

const day = /^\d{4}-\d\d-\d\d$/;

describe('datedFacts', () => {
  it('says for each section where it is from and when it was read', () => {
    const { asOf, ...sections } = datedFacts;
    expect(asOf).toMatch(day);
    for (const section of Object.values(sections)) {
      expect(section.asOf).toMatch(day);
      expect(section.asOf <= asOf).toBe(true);
      expect(section.sources.length).toBeGreaterThan(0);
      for (const source of section.sources) {
        expect(new URL(source).protocol).toBe('https:');
      }
    }
  });

  it('has the lines of Go in order, each supported until the second next', () => {
    const lines = goReleases.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort(compareGoVersions));
    for (const [index, release] of goReleases.entries()) {
      expect(release.endOfSupport).toBe(goReleases[index + 2]?.released);
      expect(isGoVersion(release.newest)).toBe(true);
      for (const fix of release.securityFixes) {
        expect(fix.startsWith(`${release.line}.`)).toBe(true);
        expect(compareGoVersions(fix, release.newest)).toBeLessThanOrEqual(0);
      }
    }
    expect(supportedGoLines).toHaveLength(2);
  });

  it('has no image of a release that there is not', () => {
    for (const { line, variants } of datedFacts.golangImages.lines) {
      for (const version of Object.values(variants)) {
        expect(goLineOf(version ?? '')?.line).toBe(line);
      }
    }
  });

  it.each([
    ...datedFacts.alpine.cycles,
    ...datedFacts.debian.cycles,
    ...datedFacts.ubuntu.cycles,
    ...datedFacts.centos.cycles,
  ])('$version ends after it began', ({ released, endOfSupport }) => {
    expect(released).toMatch(day);
    expect(endOfSupport).toMatch(day);
    expect(endOfSupport > released).toBe(true);
  });
});

describe('golang tags', () => {
  it.each([
    [undefined, { pinned: false, suffix: '' }],
    ['1', { pinned: false, suffix: '' }],
    ['1-alpine3.23', { pinned: false, suffix: 'alpine3.23' }],
    ['trixie', { pinned: false, suffix: 'trixie' }],
    ['1.27', { version: '1.27', pinned: false, suffix: '' }],
    ['1.27rc1-alpine', { version: '1.27rc1', pinned: true, suffix: 'alpine' }],
    ['1.27.4-trixie', { version: '1.27.4', pinned: true, suffix: 'trixie' }],
    ['tip', undefined],
    ['onbuild', undefined],
    ['1.27.4.5', undefined],
  ])('reads %s', (tag, expected) => {
    expect(readGolangTag(tag)).toEqual(expected);
  });

  it.each<[string, string, string | undefined]>([
    ['1.22', '1.27', '1.27'],
    ['1.22.1-alpine', '1.26', '1.26.11-alpine'],
    ['1.22-alpine3.19', '1.27', '1.27-alpine3.24'],
    ['1.26-alpine3.22', '1.26', '1.26-alpine3.24'],
    ['1.25-alpine3.23', '1.27', '1.27-alpine3.23'],
    ['1.22-bookworm', '1.27', '1.27-bookworm'],
    ['1.22-bullseye', '1.27', '1.27-trixie'],
    ['1.22.1', '1.23', '1.23.12'],
    ['1.22-nanoserver', '1.27', undefined],
    ['1.22', '1.99', undefined],
  ])('finds for %s the like of line %s', (tag, line, expected) => {
    const parts = readGolangTag(tag);
    expect(parts && golangTagLike(parts, line)).toBe(expected);
  });

  it('knows which tags get nothing new', () => {
    expect(lastGolangVersion('1.26', 'alpine3.22')).toBe('1.26.4');
    expect(lastGolangVersion('1.24', 'bullseye')).toBe('1.24.6');
    expect(lastGolangVersion('1.26', 'alpine')).toBeUndefined();
    expect(lastGolangVersion('1.26', '')).toBeUndefined();
    expect(floatingGoLine('bullseye')).toEqual({
      line: '1.24',
      isBuilt: false,
    });
    expect(floatingGoLine('')).toEqual({ line: '1.27', isBuilt: true });
    expect(floatingGoLine('nanoserver')).toBeUndefined();
  });

  it('knows security fixes after a version', () => {
    expect(securityFixAfter('1.27.1')).toBe('1.27.4');
    expect(securityFixAfter('1.27.4')).toBeUndefined();
    expect(securityFixAfter('1.25.13')).toBeUndefined();
    expect(securityFixAfter('1.99.0')).toBeUndefined();
  });
});

describe('baseSupport', () => {
  it.each<[string, boolean | undefined, string | undefined]>([
    ['alpine:3.18.4', true, '3.24'],
    ['alpine:3.24', false, '3.24'],
    ['alpine:3', undefined, undefined],
    ['debian:11.7-slim', true, '13-slim'],
    ['debian:bookworm-20250101-slim', false, 'trixie-slim'],
    ['ubuntu:focal-20230801', true, 'resolute'],
    ['ubuntu:20', undefined, undefined],
    ['centos:centos7.9.2009', true, undefined],
    ['node:18-buster-slim', true, undefined],
    ['someone/alpine:3.18', undefined, undefined],
    ['registry.example.com/alpine:3.18', undefined, undefined],
    ['golang:1.21-bullseye', undefined, undefined],
    ['golang:1.26-alpine3.20', true, '1.26-alpine3.24'],
    ['golang:1-bullseye', true, '1.27-trixie'],
    ['gcr.io/distroless/nodejs18-debian12', true, undefined],
    ['gcr.io/distroless/cc-debian13:debug', false, 'debug'],
    ['gcr.io/distroless/cc:debug', false, 'debug'],
    ['gcr.io/distroless/static', false, undefined],
    ['gcr.io/distroless/nodejs16', true, undefined],
    ['gcr.io/project/static', undefined, undefined],
  ])('of %s', (image, ended, tag) => {
    const reference = parseImageReference(image);
    const support = reference && baseSupport(reference);
    expect(support?.ended).toBe(ended);
    expect(support?.replacement?.tag).toBe(tag);
  });
});
