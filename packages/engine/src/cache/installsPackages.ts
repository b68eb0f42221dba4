/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';

/** What each package manager is told when it installs. */
const INSTALL_VERBS: Readonly<Record<string, RegExp>> = {
  apk: /^add$/,
  apt: /^(?:install|upgrade|full-upgrade|dist-upgrade)$/,
  'apt-get': /^(?:install|upgrade|dist-upgrade|build-dep)$/,
  aptitude: /^install$/,
  dnf: /^(?:install|upgrade|update|groupinstall)$/,
  microdnf: /^(?:install|upgrade|update)$/,
  tdnf: /^(?:install|update)$/,
  yum: /^(?:install|update|upgrade|groupinstall)$/,
  zypper: /^(?:install|in|update|up)$/,
  pacman: /^-S\w*$/,
  pip: /^install$/,
  pip3: /^install$/,
  npm: /^(?:install|i|ci)$/,
  pnpm: /^(?:install|i|add)$/,
  yarn: /^(?:install|add)$/,
  gem: /^install$/,
  bundle: /^install$/,
  cargo: /^install$/,
};

/** Whether a command installs packages of the system or of another language. */
export function installsPackages(command: ShellCommand): boolean {
  // `xx-apk` installs for the target platform.
  const name = (command.name ?? '').replace(/^(?:.*\/)?(?:xx-)?/, '');
  const words = command.arguments.map(({ text }) => text);
  if (!Object.hasOwn(INSTALL_VERBS, name)) {
    return false;
  }
  // Bare `yarn` installs.
  return (
    words.some(word => INSTALL_VERBS[name].test(word)) ||
    (name === 'yarn' && words.every(word => word.startsWith('-')))
  );
}
