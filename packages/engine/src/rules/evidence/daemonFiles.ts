/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readYaml, YamlMap } from '../../ci/readYaml';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { Snapshot } from '../../snapshot/types';

/** A `daemon.json`, which sets up a Docker daemon. */
export interface DaemonFile {
  path: string;
  source: string;
  settings: YamlMap;
}

/** Those of the repository that are not for tests. */
export function readDaemonFiles(snapshot: Snapshot): DaemonFile[] {
  return filesNamed(snapshot, 'daemon.json').flatMap(([path, source]) => {
    // JSON is YAML, whose reader knows the lines.
    const [settings] = readYaml(source);
    return settings?.kind === 'map' ? [{ path, source, settings }] : [];
  });
}

/** A setting of a `buildkitd.toml`. */
export interface TomlSetting {
  /** The table that it is in: `registry."mirror.example.com"`. */
  table: string;
  key: string;
  value: string;
  line: number;
}

/** A `buildkitd.toml`, which sets up BuildKit's own daemon. */
export interface BuildkitFile {
  path: string;
  source: string;
  settings: TomlSetting[];
}

/** Those of the repository that are not for tests. */
export function readBuildkitFiles(snapshot: Snapshot): BuildkitFile[] {
  return filesNamed(snapshot, 'buildkitd.toml').map(([path, source]) => ({
    path,
    source,
    settings: readToml(source),
  }));
}

/** Folders whose daemons serve tests, and readers as an example. */
const testFolder =
  /^(?:tests?|testing|e2e|integration|fixtures?|examples?|samples?|docs?)$/;

function filesNamed(snapshot: Snapshot, name: string): [string, string][] {
  return [...snapshot.files].filter(([path]) => {
    const folders = path.toLowerCase().split('/');
    const file = folders.pop();
    return (
      file === name &&
      !isExcludedPath(path) &&
      !folders.some(folder => testFolder.test(folder))
    );
  });
}

/** Tables and the settings of one line that are in them: all that is needed. */
function readToml(source: string): TomlSetting[] {
  const settings: TomlSetting[] = [];
  let table = '';
  for (const [index, text] of source.split('\n').entries()) {
    const line = withoutComment(text).trim();
    const header = /^\[\[?([^\]]{1,300})\]\]?$/.exec(line);
    const setting = /^([\w."-]{1,200})\s*=\s*(.+)$/s.exec(line);
    if (header) {
      table = header[1].trim();
    } else if (setting) {
      const [, key, value] = setting;
      settings.push({ table, key, value, line: index + 1 });
    }
  }
  return settings;
}

function withoutComment(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (quote === '' && character === '#') {
      return line.slice(0, index);
    }
    if (quote === character) {
      quote = '';
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
    }
  }
  return line;
}

/** Whether a host is the machine itself. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(?:[:/]|$)/i.test(
    host.trim(),
  );
}
