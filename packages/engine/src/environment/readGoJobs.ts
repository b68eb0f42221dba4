/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { documentsOf } from '../ci/documentsOf';
import { parseScript } from '../ci/parseScript';
import {
  at,
  entriesOf,
  itemsOf,
  textAt,
  textsOf,
  YamlValue,
} from '../ci/readYaml';
import { fillIn, hasExpression } from '../ci/unknownText';
import { ShellCommand } from '../dockerfile/types';
import { Snapshot } from '../snapshot/types';
import { namesGolang } from '../units/namesGolang';
import { completeGoEnvironment } from './completeGoEnvironment';
import { followScript } from './followScript';
import { GoCommandEnvironment, GoValue } from './types';

/**
 * A go command of a workflow.
 *
 * @public
 */
export interface GoJobEnvironment extends GoCommandEnvironment {
  /** Key of the job. */
  job: string;
}

const known = new WeakMap<Snapshot, GoJobEnvironment[]>();

/**
 * What the variables of Go are at each go command of the repository's GitHub
 * Actions workflows: `env` of workflow, job and step, what commands assign and
 * export, `go env -w`, and what earlier steps wrote to `$GITHUB_ENV`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 *
 * @public
 */
export function readGoJobs(snapshot: Snapshot): GoJobEnvironment[] {
  let jobs = known.get(snapshot);
  if (!jobs) {
    jobs = [...snapshot.files]
      .filter(([path]) => /^\.(?:github|gitea|forgejo)\/workflows\//.test(path))
      .filter(([, source]) => /\bgo\b/.test(source))
      .flatMap(([path]) =>
        documentsOf(snapshot, path).flatMap(workflow =>
          entriesOf(at(workflow, 'jobs')).flatMap(([name, job]) =>
            readJob(name, { job, workflow, path }),
          ),
        ),
      );
    known.set(snapshot, jobs);
  }
  return jobs;
}

function readJob(
  name: string,
  {
    job,
    workflow,
    path,
  }: { job: YamlValue; workflow: YamlValue; path: string },
): GoJobEnvironment[] {
  const image = textAt(job, 'container') ?? textAt(job, 'container', 'image');
  const isContainer = at(job, 'container') !== undefined;
  // What the job's machine, and the steps so far, have set.
  const machine = new Map<string, GoValue>();
  if (image !== undefined && namesGolang(image)) {
    machine.set('GOPATH', { value: '/go', origin: 'image' });
    machine.set('GOTOOLCHAIN', { value: 'local', origin: 'image' });
  }
  const given = [at(workflow, 'env'), at(job, 'env')].flatMap(value =>
    variablesOf(value, path),
  );
  const written = new Map<string, GoValue>();
  const commands: GoJobEnvironment[] = [];
  for (const step of itemsOf(at(job, 'steps'))) {
    if (/^actions\/setup-go@/.test(textAt(step, 'uses') ?? '')) {
      // Newer versions of the action export it, older ones do not.
      machine.set('GOTOOLCHAIN', { origin: 'image' });
    }
    const environment = new Map([
      ...machine,
      ...given,
      ...variablesOf(at(step, 'env'), path),
    ]);
    for (const script of scriptsOf(step, [job, workflow])) {
      const parsed = parseScript(script.text);
      const lineOf = ({ line }: ShellCommand) =>
        script.firstLine === undefined
          ? script.line
          : script.firstLine + line - 1;
      const found = followScript(parsed.commands, {
        path,
        environment,
        written,
        lineOf,
        expand: fillIn,
      });
      for (const { line, verb, get } of found) {
        const variables = completeGoEnvironment({
          get,
          // In a container steps run as its user; else as the runner's.
          ...(image !== undefined &&
            namesGolang(image) && { user: { value: 'root', origin: 'image' } }),
          ...(!isContainer && { hasCompiler: isHosted(job) }),
        });
        commands.push({ path, line, job: name, verb, variables });
      }
      for (const [key, value] of writtenVariables(parsed.commands)) {
        const place = { path, line: lineOf(value.command) };
        machine.set(key, {
          ...(value.text !== undefined && { value: value.text }),
          origin: 'env',
          place,
        });
      }
    }
  }
  return commands;
}

/** GitHub's own Ubuntu runners have gcc; of others it is not known. */
function isHosted(job: YamlValue): true | undefined {
  return /^ubuntu-/.test(textAt(job, 'runs-on') ?? '') ? true : undefined;
}

function variablesOf(
  value: YamlValue | undefined,
  path: string,
): [string, GoValue][] {
  return entriesOf(value).flatMap(([name, entry]) => {
    if (entry.kind !== 'text') {
      return [];
    }
    const place = { path, line: entry.line };
    return [
      [
        name,
        hasExpression(entry.text)
          ? { origin: 'env', place }
          : { value: entry.text, origin: 'env', place },
      ],
    ];
  });
}

/** The scripts of a step, where a POSIX shell runs them. */
function scriptsOf(step: YamlValue, outer: readonly YamlValue[]) {
  const shell =
    textAt(step, 'shell') ??
    outer
      .map(value => textAt(value, 'defaults', 'run', 'shell'))
      .find(text => text !== undefined);
  return shell === undefined || /^(?:bash|sh)\b/.test(shell.trim())
    ? textsOf(at(step, 'run'))
    : [];
}

/** `echo "NAME=value" >> "$GITHUB_ENV"`. */
function writtenVariables(
  commands: readonly ShellCommand[],
): [name: string, value: { text?: string; command: ShellCommand }][] {
  return commands.flatMap(command => {
    const isWritten =
      command.name === 'echo' &&
      command.redirects.some(({ target }) => /GITHUB_ENV/.test(target ?? ''));
    const word = isWritten ? command.arguments[0] : undefined;
    const [, name, text] = /^(\w+)=([^]*)$/.exec(word?.text ?? '') ?? [];
    return name === undefined
      ? []
      : [
          [
            name,
            { command, ...(word?.static && !hasExpression(text) && { text }) },
          ],
        ];
  });
}
