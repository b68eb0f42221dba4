/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';
import { baseName } from '../snapshot/repositoryPath';
import { GoCommand, readGoCommand } from '../units/goCommand';

/** What one command does to the Go caches. */
export interface GoWork {
  /** Fetches modules itself: `go mod download` and the like. */
  fetches: boolean;
  /** Fetches all that go.mod requires: `go mod download`. */
  fetchesAll: boolean;
  /** Fetches what is not there, which is nothing behind a download of all. */
  fetchesRest: boolean;
  /** Compiles the repository's packages, and fetches modules that are not there. */
  compiles: boolean;
  runsTests: boolean;
  /** Installs a program by version: `go install example.com/tool@v1`. */
  installsTool: boolean;
  /** Writes a vendor folder, from which later commands build. */
  vendors: boolean;
  /** Stamps the commit into what it builds, unless told not to. */
  readsVcs: boolean;
}

const NOTHING: GoWork = {
  fetches: false,
  fetchesAll: false,
  fetchesRest: false,
  compiles: false,
  runsTests: false,
  installsTool: false,
  vendors: false,
  readsVcs: false,
};

const FETCHES: GoWork = { ...NOTHING, fetches: true };
const COMPILES: GoWork = { ...NOTHING, compiles: true };

/** Programs that call `go build` on the module that they stand in. */
const BUILD_PROGRAMS: Readonly<Record<string, RegExp | undefined>> = {
  garble: /^(?:build|install|test)$/,
  goreleaser: /^(?:build|release)$/,
  tinygo: /^(?:build|test)$/,
  xcaddy: /^build$/,
  ko: /^(?:build|publish)$/,
  gox: undefined,
};

/** Make targets that only fetch, and those that have nothing to do with Go's caches. */
const FETCH_TARGET =
  /^(?:deps?|dependencies|mod|modules|download|tidy|vendor)(?:[-_.]\w+)?$/;
const OTHER_TARGET =
  /^(?:clean|lint|fmt|help|docker\S*|proto\S*|ui\S*|web\S*|frontend\S*|assets\S*|js\S*|docs?|certs?|migrate\S*)$/;

/** `./hack/install-dependencies.sh`: what it does is not known, but its name is. */
const FETCH_SCRIPT =
  /(?:^|[-_.])(?:deps?|dependencies|mod|modules|download|vendor)(?:[-_.]\w+)*\.(?:ba)?sh$/;

/** Whether a command runs a script that by its name may fetch modules. */
export function mayFetchModules(command: ShellCommand): boolean {
  return [command.name, command.arguments[0]?.text].some(
    word => word !== undefined && FETCH_SCRIPT.test(baseName(word)),
  );
}

/** `make -C backend/cpp`: folders of other languages. */
const OTHER_FOLDER =
  /(?:^|\/)(?:c|cpp|docs?|frontend|java|node|python|rust|ui|web)(?:\/|$)/;

/** What a command of a RUN does, as far as its words tell. */
export function readGoWork(command: ShellCommand): GoWork {
  if (command.name === undefined) {
    return NOTHING;
  }
  const goCommand = readGoCommand(command);
  if (goCommand) {
    return readGo(goCommand);
  }
  const name = baseName(command.name);
  const words = command.arguments.map(({ text }) => text);
  if (name === 'make' || name === 'gmake') {
    return readMake(words);
  }
  if (name === 'go-wrapper') {
    return words[0] === 'download' ? FETCHES : COMPILES;
  }
  if (!Object.hasOwn(BUILD_PROGRAMS, name)) {
    return NOTHING;
  }
  const verbs = BUILD_PROGRAMS[name];
  return !verbs || verbs.test(words[0] ?? '')
    ? { ...COMPILES, readsVcs: true }
    : NOTHING;
}

function readGo({ verb, words }: GoCommand<{ text: string }>): GoWork {
  const rest = words.map(({ text }) => text);
  switch (verb) {
    case 'build':
      return { ...COMPILES, readsVcs: stampsVcs(rest) };
    case 'install':
    case 'run':
      return rest.some(isVersioned)
        ? { ...NOTHING, installsTool: true }
        : { ...COMPILES, readsVcs: stampsVcs(rest) };
    case 'test':
      return { ...COMPILES, runsTests: true };
    case 'vet':
    case 'tool':
      return COMPILES;
    // It runs what comments of the sources name, mostly generators.
    case 'generate':
      return NOTHING;
    case 'get':
      return FETCHES;
    case 'list':
      return rest.some(word => word === '-m' || word === '-deps')
        ? FETCHES
        : NOTHING;
    case 'mod':
      switch (rest[0]) {
        case 'vendor':
          return { ...FETCHES, fetchesRest: true, vendors: true };
        case 'tidy':
        case 'verify':
          return { ...FETCHES, fetchesRest: true };
        case 'download':
          return {
            ...FETCHES,
            fetchesAll: rest.slice(1).every(word => word.startsWith('-')),
          };
        case 'graph':
        case 'why':
          return FETCHES;
        default:
          return NOTHING;
      }
    case 'work':
      return rest[0] === 'vendor'
        ? { ...FETCHES, fetchesRest: true, vendors: true }
        : { ...NOTHING, fetches: rest[0] === 'sync' };
    default:
      return NOTHING;
  }
}

function readMake(words: readonly string[]): GoWork {
  const targets = words.filter(
    (word, index) =>
      !word.startsWith('-') &&
      !word.includes('=') &&
      !/^-\w*[CfIj]$/.test(words[index - 1] ?? ''),
  );
  if (
    words.some(
      (word, index) =>
        /^-\w*C$/.test(words[index - 1] ?? '') && OTHER_FOLDER.test(word),
    )
  ) {
    return NOTHING;
  }
  if (
    targets.length > 0 &&
    targets.every(target => FETCH_TARGET.test(target))
  ) {
    return {
      ...FETCHES,
      vendors: targets.some(target => target.startsWith('vendor')),
    };
  }
  if (
    targets.length > 0 &&
    targets.every(target => OTHER_TARGET.test(target))
  ) {
    return NOTHING;
  }
  return {
    ...COMPILES,
    runsTests: targets.some(target => /test/.test(target)),
    readsVcs: true,
  };
}

function isVersioned(word: string): boolean {
  return /^[^-].*@/.test(word);
}

function stampsVcs(words: readonly string[]): boolean {
  return !words.some(word => /^--?buildvcs=(?:false|0|f)$/i.test(word));
}
