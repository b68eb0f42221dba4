/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkImportPath, checkModulePath } from './checkPath';
import { canonicalModuleVersion, isModuleVersion } from './moduleVersion';
import { parseGoMod } from './parseGoMod';
import { parseGoWork } from './parseGoWork';
import { parsePseudoVersion } from './parsePseudoVersion';
import { parseVendorModules } from './parseVendorModules';
import { vendorErrors } from './vendorErrors';

/** What bench/module-cases/record.mjs has asked the go command and x/mod. */
function readCases<T>(name: string): T[] {
  const text = readFileSync(join(__dirname, 'golden', `${name}.json`), 'utf8');
  return JSON.parse(text).cases;
}

describe('vendorErrors', () => {
  const cases = readCases<{
    files: Record<string, string>;
    errors: string[];
  }>('vendorErrors');

  it('has cases of each kind', () => {
    const all = cases.flatMap(({ errors }) => errors).join('\n');
    for (const words of [
      'not marked as explicit',
      'vendor/modules.txt indicates',
      'not marked as replaced',
      'but marked as replaced by',
      'not explicitly required in go.mod',
      'not explicitly required in a go.mod',
      'not replaced in go.mod',
      'not replaced in the workspace',
    ]) {
      expect(all).toContain(words);
    }
  });

  it.each(cases.map((example, index) => [index, example] as const))(
    'says what the go command says, case %i',
    (_, { files, errors }) => {
      const read = <T>(
        parse: (source: string, options: { path: string }) => T,
        name: string,
      ) =>
        Object.keys(files)
          .filter(path => path.split('/').pop() === name)
          .map(path => parse(files[path], { path }));
      const found = vendorErrors({
        goMods: read(parseGoMod, 'go.mod'),
        goWork: read(parseGoWork, 'go.work')[0],
        vendor: read(parseVendorModules, 'modules.txt')[0],
        folderOfModule: ({ path }) => path.split('/')[0],
      });
      // The go command names the files as seen from where it runs.
      const plain = (text: string) =>
        text.replace(/ in \S*\/go\.mod/, ' in go.mod');
      expect(
        found.map(({ module, message }) => plain(`${module}: ${message}`)),
      ).toEqual(errors.map(plain));
      for (const { path, line, module } of found) {
        expect(files[path].split('\n')[line - 1]).toContain(
          module.split('@')[0],
        );
      }
    },
  );
});

describe('checkImportPath and checkModulePath', () => {
  it.each(
    readCases<{ path: string; import: string; module: string }>('modulePaths'),
  )('say of $path what x/mod says', example => {
    const wrong = checkImportPath(example.path);
    expect(wrong ?? '').toBe(example.import.replace(/\\"/g, '"'));
    expect(checkModulePath(example.path) ?? '').toBe(example.module);
  });
});

describe('versions', () => {
  it.each(
    readCases<{
      version: string;
      valid: boolean;
      canonical: string;
      pseudo: boolean;
    }>('moduleVersions'),
  )('$version is what x/mod takes it for', example => {
    const { version } = example;
    expect(isModuleVersion(version)).toBe(example.valid);
    expect(canonicalModuleVersion(version) ?? '').toBe(example.canonical);
    expect(parsePseudoVersion(version) !== undefined).toBe(example.pseudo);
  });
});
