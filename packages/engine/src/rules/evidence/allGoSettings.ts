/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseScript } from '../../ci/parseScript';
import { readImageBuilds } from '../../ci/readImageBuilds';
import { documentsOf } from '../../ci/documentsOf';
import { at, textsOf, YamlText, YamlValue } from '../../ci/readYaml';
import { hasExpression } from '../../ci/unknownText';
import { LineIndex } from '../../dockerfile/LineIndex';
import { ShellCommand } from '../../dockerfile/types';
import { locateAssignment } from '../../edits/locateAssignment';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { Span } from '../../span';
import { Snapshot } from '../../snapshot/types';
import { BuildUnit } from '../../units/types';
import { UnitSubject } from '../types';
import { assignmentsOf, GoSetting, goSettings } from './goSettings';

const known = new WeakMap<Snapshot, GoSetting[]>();

/**
 * What a unit's Dockerfile gives to Go variables, and what the repository's
 * pipelines, compose files and Makefiles give to them. A file that belongs to
 * several units counts for the first of them only.
 */
export function allGoSettings(
  subject: UnitSubject,
  names: readonly string[],
): GoSetting[] {
  return [
    ...goSettings(subject.unit, names).map(setting =>
      setting.instruction?.keyword === 'ARG' && !setting.text
        ? placeArgument(subject, setting)
        : setting,
    ),
    ...outsideSettings(subject.snapshot).filter(
      ({ name, path }) => names.includes(name) && isOwn(subject, path),
    ),
  ];
}

/** What files other than Dockerfiles give to variables in capitals. */
export function outsideSettings(snapshot: Snapshot): GoSetting[] {
  let settings = known.get(snapshot);
  if (!settings) {
    settings = [...snapshot.files].flatMap(([path, source]) => {
      if (isExcludedPath(path) || !/\bGO[A-Z0-9_]|DOCKER_/.test(source)) {
        return [];
      }
      const kind = buildFileKind(path);
      switch (kind) {
        case 'workflow':
        case 'compose':
          return /\.ya?ml$/i.test(path) ? readYamlFile(snapshot, path) : [];
        case 'make':
          return /\.ya?ml$/i.test(path)
            ? readYamlFile(snapshot, path)
            : readMakefile(path, source);
        default:
          return /(?:^|\/)\.goreleaser\.ya?ml$/i.test(path)
            ? readYamlFile(snapshot, path)
            : [];
      }
    });
    known.set(snapshot, settings);
  }
  return settings;
}

/** Whether a file outside of Dockerfiles is judged with this unit. */
function isOwn(subject: UnitSubject, path: string): boolean {
  const { unit, snapshot } = subject;
  const units = subject.units ?? [unit];
  const built = new Set(
    readImageBuilds(snapshot)
      .filter(build => build.path === path)
      .map(({ dockerfile }) => dockerfile),
  );
  const owner =
    units.find(other => built.has(other.dockerfile.path) && isGo(other)) ??
    units.find(isGo);
  return owner === unit;
}

function isGo({ modules, reachable }: BuildUnit): boolean {
  return (
    modules.length > 0 || reachable.some(({ base }) => /golang/.test(base))
  );
}

/** Where the value of a build argument is written, if that is one place only. */
function placeArgument(
  { unit, snapshot }: UnitSubject,
  setting: GoSetting,
): GoSetting {
  const paths = new Set(
    readImageBuilds(snapshot)
      .filter(({ dockerfile }) => dockerfile === unit.dockerfile.path)
      .map(({ path }) => path),
  );
  const places = [...paths].flatMap(path => {
    const source = snapshot.files.get(path) ?? '';
    const within = { start: 0, end: source.length };
    return (['=', ':'] as const).flatMap(separator => {
      const text = locateAssignment(source, {
        within,
        name: setting.name,
        separator,
      });
      const raw = text && source.slice(text.value.start, text.value.end);
      return text && raw?.replace(/["']/g, '') === setting.value
        ? [{ path, source, text, separator }]
        : [];
    });
  });
  if (places.length !== 1) {
    return setting;
  }
  const [{ path, source, text, separator }] = places;
  const line = source.slice(0, text.name.start).split('\n').length;
  const { stage, instruction, ...rest } = setting;
  return {
    ...rest,
    path,
    source,
    text,
    line,
    endLine: line,
    syntax: separator === ':' ? 'yaml' : 'shell',
  };
}

class FileReader {
  readonly settings: GoSetting[] = [];
  readonly #path: string;
  readonly #source: string;
  readonly #lines: LineIndex;

  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
    this.#lines = new LineIndex(source);
  }

  /** Looks for the maps and scripts that all such files have in common. */
  visit(value: YamlValue | undefined, depth = 24): void {
    if (depth <= 0 || !value || value.kind === 'text') {
      return;
    }
    if (value.kind === 'list') {
      value.items.forEach(item => this.visit(item, depth - 1));
      return;
    }
    for (const [key, entry] of value.entries) {
      switch (key) {
        case 'env':
        case 'environment':
        case 'variables':
          this.#readVariables(entry);
          break;
        case 'run':
        case 'script':
        case 'before_script':
        case 'after_script':
        case 'cmds':
          if (isPosix(textOf(at(value, 'shell')))) {
            textsOf(entry).forEach(text => this.readScript(text));
          }
          break;
        default:
      }
      this.visit(entry, depth - 1);
    }
  }

  #readVariables(value: YamlValue): void {
    if (value.kind === 'map') {
      const others = Object.fromEntries(
        [...value.entries].flatMap(([name, entry]) =>
          entry.kind === 'text' ? [[name, entry.text]] : [],
        ),
      );
      for (const [name, entry] of value.entries) {
        if (entry.kind === 'text') {
          this.#add({ name, value: entry.text, others, separator: ':' }, entry);
        }
      }
      return;
    }
    for (const item of value.kind === 'list' ? value.items : []) {
      const [, name, text] =
        item.kind === 'text' ? /^(\w+)=([^]*)$/.exec(item.text) ?? [] : [];
      if (name !== undefined) {
        this.#add({ name, value: text, others: {}, separator: '=' }, item);
      }
    }
  }

  #add(
    {
      name,
      value,
      others,
      separator,
    }: Pick<GoSetting, 'name' | 'value' | 'others'> & { separator: '=' | ':' },
    { line }: YamlValue,
  ): void {
    const within = this.#lines.lineSpan(line);
    const text = locateAssignment(this.#source, { within, name, separator });
    this.#push({
      name,
      value,
      unknown: hasExpression(value) || value.includes('$'),
      line,
      syntax: 'yaml',
      ...(text && { text }),
      others,
    });
  }

  #push(setting: Omit<GoSetting, 'path' | 'source' | 'endLine'>): void {
    // Variables of Go and Docker are in capitals; nothing else is asked for.
    if (/^[A-Z][A-Z0-9_]*$/.test(setting.name)) {
      this.settings.push({
        path: this.#path,
        source: this.#source,
        endLine: setting.line,
        ...setting,
      });
    }
  }

  /** A variable of a Makefile that its commands get. */
  addExport({
    name,
    value,
    line,
    offset,
    gap,
  }: {
    name: string;
    value: string;
    line: number;
    /** Where the name stands in its line. */
    offset: number;
    /** What is between name and value. */
    gap: number;
  }): void {
    const start = this.#lines.lineSpan(line).start + offset;
    const end = start + name.length;
    this.#push({
      name,
      value,
      unknown: false,
      line,
      syntax: 'make',
      text: {
        name: { start, end },
        value: { start: end + gap, end: end + gap + value.length },
        quote: '',
      },
      others: {},
    });
  }

  /** Lines of a script that are lines of the file. */
  readScript({
    text,
    line,
    firstLine,
  }: Pick<YamlText, 'text' | 'line' | 'firstLine'>): void {
    const { commands, source } = parseScript(text);
    const others: Record<string, string> = {};
    for (const command of commands) {
      for (const { name, value, isStatic } of assignmentsOf(command)) {
        others[name] = value;
        const first =
          firstLine === undefined ? line : firstLine + command.line - 1;
        const count =
          firstLine === undefined
            ? 0
            : source.slice(command.span.start, command.span.end).split('\n')
                .length - 1;
        const within = {
          start: this.#lines.lineSpan(first).start,
          end: this.#lines.lineSpan(first + count).end,
        };
        const located = locateAssignment(this.#source, { within, name });
        this.#push({
          name,
          value,
          unknown: !isStatic,
          line: located ? this.#lines.lineAt(located.name.start) : first,
          syntax: 'shell',
          ...placeCommand(this.#source, command, {
            text: source.slice(command.span.start, command.span.end),
            within,
          }),
          ...(located && { text: located }),
          others,
        });
      }
    }
  }
}

/**
 * A command with its place in the file; with an empty one, where it does not
 * stand there as it is.
 */
function placeCommand(
  source: string,
  command: ShellCommand,
  { text, within }: { text: string; within: Span },
): { command: ShellCommand } {
  const start = source.indexOf(text, within.start);
  const end = start + text.length;
  const isFound = start >= 0 && end <= within.end;
  const span = isFound ? { start, end } : { start: 0, end: 0 };
  return { command: { ...command, span } };
}

function textOf(value: YamlValue | undefined): string | undefined {
  return value?.kind === 'text' ? value.text : undefined;
}

function isPosix(shell: string | undefined): boolean {
  return shell === undefined || /^(?:bash|sh)\b/.test(shell.trim());
}

function readYamlFile(snapshot: Snapshot, path: string): GoSetting[] {
  const reader = new FileReader(path, snapshot.files.get(path) ?? '');
  documentsOf(snapshot, path).forEach(document => reader.visit(document));
  return reader.settings;
}

/** Lines of recipes, and variables that recipes' commands get. */
function readMakefile(path: string, source: string): GoSetting[] {
  const reader = new FileReader(path, source);
  const lines = source.split('\n');
  for (const [index, text] of lines.entries()) {
    const place = { line: index + 1, firstLine: index + 1 };
    if (!/[A-Z]=|[A-Z] *[:?]?= *\S/.test(text) || text.length > 4096) {
      continue;
    }
    if (text.startsWith('\t')) {
      const recipe = text.replace(/^\t[ \t]*[@+-]*/, '').replace(/\\\r?$/, '');
      reader.readScript({ ...place, text: recipe });
      continue;
    }
    const exported = /^(export +)([A-Z][A-Z0-9_]*)( *[:?]?= *)([^#\r]*)/.exec(
      text,
    );
    if (exported) {
      const [, before, name, equals, value] = exported;
      reader.addExport({
        name,
        value: value.trimEnd(),
        line: index + 1,
        offset: before.length,
        gap: equals.length,
      });
    }
  }
  return reader.settings.map(setting =>
    setting.value.includes('$') ? { ...setting, unknown: true } : setting,
  );
}
