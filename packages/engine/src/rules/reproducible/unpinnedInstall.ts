/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../../dockerfile/types';
import { baseName } from '../../snapshot/repositoryPath';
import { StageScope } from '../../units/StageScope';
import { GoCommand, isGo, sortGoWords } from '../../units/goCommand';

/** A word of a command, expanded as far as it is known. */
interface Argument {
  text: string;
  unknown: boolean;
}

/** Where a command runs. */
export interface InstallPlace {
  scope: StageScope;
  /** Whether a go.mod may be there, which then gives the versions. */
  mayHaveModule: boolean;
}

/** Programs that install others, or run one that does. */
const installers = new Set([
  'go',
  'pip',
  'pip3',
  'pipx',
  'python',
  'python3',
  'uv',
  'npm',
  'yarn',
  'pnpm',
]);

/** What is unpinned about a command that installs something. */
export function findUnpinned(
  command: ShellCommand,
  { scope, mayHaveModule }: InstallPlace,
): string | undefined {
  const name = isGo(command.name) ? 'go' : baseName(command.name ?? '');
  if (!installers.has(name)) {
    return undefined;
  }
  const words = command.arguments.map(word =>
    word.static
      ? { text: word.text, unknown: false }
      : expandWord(word.text, scope),
  );
  switch (name) {
    case 'go':
      return goCommand(sortGoWords(words), mayHaveModule);
    case 'pip':
    case 'pip3':
    case 'pipx':
      return pipCommand(words, name === 'pipx' ? 'pipx' : 'pip');
    case 'python':
    case 'python3':
      return words[0]?.text === '-m' && words[1]?.text === 'pip'
        ? pipCommand(words.slice(2), 'pip')
        : undefined;
    case 'uv':
      return words[0]?.text === 'pip'
        ? pipCommand(words.slice(1), 'pip')
        : undefined;
    case 'npm':
      return npmCommand(words);
    case 'yarn':
      return words[0]?.text === 'global' && words[1]?.text === 'add'
        ? nodePackages(words.slice(2), 'yarn global add')
        : undefined;
    case 'pnpm':
      return words[0]?.text === 'add' && words.some(isGlobalFlag)
        ? nodePackages(words.slice(1), 'pnpm add -g')
        : undefined;
    default:
      return undefined;
  }
}

function expandWord(text: string, scope: StageScope): Argument {
  if (/\$\(|`/.test(text)) {
    return { text, unknown: true };
  }
  const { value, certain } = scope.expand(text);
  return { text: value, unknown: !certain };
}

/** A version query that Go resolves anew each time: `latest`, a branch, `v1`. */
export function isMovingVersion(version: string): boolean {
  return !(
    /^v\d+\.\d+\.\d+(?:[-+].*)?$/.test(version) ||
    /^[0-9a-f]{7,40}$/.test(version) ||
    // A tag of another shape, such as `release-1.2.3`, does not move by itself.
    /\d\.\d+\.\d/.test(version)
  );
}

const goFlagsWithValue = new Set([
  '-ldflags',
  '-tags',
  '-p',
  '-mod',
  '-modfile',
  '-gcflags',
  '-asmflags',
  '-o',
  '-overlay',
  '-pgo',
  '-exec',
]);

/** The packages that a go command names, with versions where they have any. */
export function goPackages<Word extends { text: string }>(
  verb: string,
  words: readonly Word[],
): Word[] {
  const packages: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word.text.startsWith('-')) {
      index += goFlagsWithValue.has(word.text) ? 1 : 0;
      continue;
    }
    packages.push(word);
    if (verb === 'run') {
      break;
    }
  }
  return packages;
}

function goCommand(
  { verb, words }: GoCommand<Argument>,
  mayHaveModule: boolean,
): string | undefined {
  if (verb !== 'install' && verb !== 'get' && verb !== 'run') {
    return undefined;
  }
  const packages = goPackages(verb, words);
  for (const { text, unknown } of packages) {
    const at = text.lastIndexOf('@');
    if (at <= 0 || unknown) {
      continue;
    }
    const version = text.slice(at + 1);
    if (version !== 'none' && isMovingVersion(version)) {
      return `\`go ${verb} ${text}\` takes whatever ${
        version === 'latest' ? 'version is newest' : `${version} stands for`
      } on the day of the build.`;
    }
  }
  const updates = words.some(({ text }) => /^-u(?:=patch|=true)?$/.test(text));
  const remote = packages.find(
    ({ text, unknown }) =>
      !unknown && !text.includes('@') && isRemotePackage(text),
  );
  if (verb === 'get' && remote && updates) {
    return `\`go get -u ${remote.text}\` takes the newest version on the day of the build.`;
  }
  if (verb !== 'run' && remote && !mayHaveModule) {
    return `\`go ${verb} ${remote.text}\` names no version, and there is no go.mod yet that could.`;
  }
  return undefined;
}

export function isRemotePackage(path: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/i.test(path);
}

const pipFlagsWithValue =
  /^(?:-i|--index-url|--extra-index-url|--trusted-host|-t|--target|--prefix|--root|--python|--cache-dir|-f|--find-links|--proxy|--timeout|--retries|--progress-bar|--platform|--python-version|--abi|--implementation|--no-binary|--only-binary|--src|--upgrade-strategy|--config-settings|-C|--global-option|--report|--log|--cert|--client-cert|--exists-action|--index-strategy|--include-deps|--index|--default-index|--link-mode|--suffix|--backend|--preinstall|--pip-args|--torch-backend)$/;

/** Tools that install the rest; they do not end up in what is built. */
const pipBootstrap = new Set(['pip', 'setuptools', 'wheel', 'uv', 'pipx']);

function pipCommand(
  words: readonly Argument[],
  program: string,
): string | undefined {
  const start = words.findIndex(({ text }) => !text.startsWith('-'));
  if (start < 0 || words[start].text !== 'install') {
    return undefined;
  }
  const rest = words.slice(start + 1);
  const packages: Argument[] = [];
  for (let index = 0; index < rest.length; index++) {
    const { text } = rest[index];
    if (
      /^(?:-r|--requirements?|-c|--constraints?|-e|--editable|--require-hashes)(?:$|=)|^-r./.test(
        text,
      )
    ) {
      // Constraints may pin everything that is named here.
      return undefined;
    }
    if (text.startsWith('-')) {
      index += pipFlagsWithValue.test(text) ? 1 : 0;
    } else {
      packages.push(rest[index]);
    }
  }
  const unpinned = packages.filter(
    ({ text, unknown }) =>
      !unknown &&
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\[[^\]]*\])?$/.test(
        text,
      ) &&
      !/\.(?:whl|zip|tar|gz|tgz|bz2)$/.test(text) &&
      !pipBootstrap.has(text.split('[', 1)[0].toLowerCase()),
  );
  return unpinned.length > 0
    ? `\`${program} install\` takes the newest version of ${list(unpinned)}.`
    : undefined;
}

function isGlobalFlag({ text }: Argument): boolean {
  return (
    text === '-g' ||
    text === '--global' ||
    text === '--global=true' ||
    text === '--location=global'
  );
}

const npmInstall = new Set(['install', 'i', 'add', 'in', 'isntall']);

function npmCommand(words: readonly Argument[]): string | undefined {
  const verb = words.find(({ text }) => !text.startsWith('-'))?.text;
  if (verb === undefined || !npmInstall.has(verb)) {
    return undefined;
  }
  const rest = words.filter(({ text }) => text !== verb);
  const packages = nodePackageWords(rest);
  if (packages.length > 0) {
    return nodePackages(
      rest,
      words.some(isGlobalFlag) ? 'npm install -g' : 'npm install',
    );
  }
  const onlyLock = rest.some(
    ({ text, unknown }) => unknown || text === '--package-lock-only',
  );
  return verb !== 'add' && !onlyLock && !words.some(isGlobalFlag)
    ? '`npm install` may change what the lock file says, or has none to follow; `npm ci` installs exactly what it lists.'
    : undefined;
}

const nodeFlagsWithValue = new Set([
  '--prefix',
  '-C',
  '--registry',
  '--cache',
  '--loglevel',
  '--omit',
  '--include',
  '--location',
  '--fetch-retries',
  '--fetch-timeout',
  '--network-timeout',
  '--maxsockets',
  '--workspace',
  '-w',
  '--cwd',
  '--dir',
  '--filter',
]);

function nodePackageWords(words: readonly Argument[]): Argument[] {
  const packages: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const { text } = words[index];
    if (text.startsWith('-')) {
      index += nodeFlagsWithValue.has(text) ? 1 : 0;
    } else if (text !== '') {
      packages.push(words[index]);
    }
  }
  return packages;
}

function nodePackages(
  words: readonly Argument[],
  what: string,
): string | undefined {
  const unpinned = nodePackageWords(words).filter(
    ({ text, unknown }) =>
      !unknown &&
      /^(?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*(?:@(?:latest|next|\*))?$/i.test(
        text,
      ) &&
      !/\.(?:tgz|tar\.gz)$/.test(text) &&
      text !== '.',
  );
  return unpinned.length > 0
    ? `\`${what}\` takes the newest version of ${list(unpinned)}.`
    : undefined;
}

function list(packages: readonly Argument[]): string {
  const names = packages.slice(0, 3).map(({ text }) => text);
  const more = packages.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
