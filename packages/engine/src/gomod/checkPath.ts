/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pathMajorSuffix } from './modulePath';

/** Names that Windows keeps for devices, in any case. */
const DEVICES = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

/**
 * What the go command says against the path of a package, or of the module
 * that it builds in; undefined for one that it takes.
 * https://pkg.go.dev/golang.org/x/mod/module#CheckImportPath
 */
export function checkImportPath(path: string): string | undefined {
  return checkElements(path, 'import');
}

/**
 * What the go command says against the path of a module that it is to fetch:
 * more than against one that it only builds in.
 * https://pkg.go.dev/golang.org/x/mod/module#CheckPath
 */
export function checkModulePath(path: string): string | undefined {
  const wrong = checkElements(path, 'module');
  if (wrong) {
    return wrong;
  }
  const [host] = path.split('/');
  if (host === '') {
    return 'leading slash';
  }
  if (!host.includes('.')) {
    return 'missing dot in first path element';
  }
  const character = /[^-.0-9a-z]/.exec(host)?.[0];
  if (character !== undefined) {
    return `invalid char '${character}' in first path element`;
  }
  return pathMajorSuffix(path) === undefined ? 'invalid version' : undefined;
}

function checkElements(
  path: string,
  kind: 'import' | 'module',
): string | undefined {
  if (path === '') {
    return 'empty string';
  }
  if (path.startsWith('-')) {
    return 'leading dash';
  }
  if (path.includes('//')) {
    return 'double slash';
  }
  if (path.endsWith('/')) {
    return 'trailing slash';
  }
  for (const element of path.split('/')) {
    const wrong = checkElement(element, kind);
    if (wrong) {
      return wrong;
    }
  }
  return undefined;
}

function checkElement(
  element: string,
  kind: 'import' | 'module',
): string | undefined {
  if (element === '') {
    return 'empty path element';
  }
  if (/^\.+$/.test(element)) {
    return `invalid path element "${element}"`;
  }
  if (kind === 'module' && element.startsWith('.')) {
    return 'leading dot in path element';
  }
  if (element.endsWith('.')) {
    return 'trailing dot in path element';
  }
  const invalid = (
    kind === 'module' ? /[^-._~0-9A-Za-z]/u : /[^-._~+0-9A-Za-z]/u
  ).exec(element)?.[0];
  if (invalid !== undefined) {
    return `invalid char '${invalid}'`;
  }
  const [short] = element.split('.');
  if (DEVICES.test(short)) {
    return `"${short}" disallowed as path element component on Windows`;
  }
  return /~\d+$/.test(short)
    ? 'trailing tilde and digits in path element'
    : undefined;
}
