/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { placeScript, PlacedScript } from '../../ci/placeScript';
import { gitLabJobs, withDefaults } from '../../ci/readGitLab';
import {
  PipelineFile,
  readPipelines,
  readWorkflowJobs,
  WorkflowJob,
} from '../../ci/readPipelines';
import { scriptOf } from '../../ci/readWorkflow';
import { at, textsOf, YamlMap } from '../../ci/readYaml';
import { ShellCommand } from '../../dockerfile/types';
import { linesOf, removeYamlEntry } from '../../edits/removeYamlEntry';
import { TextEdit } from '../../edits/types';
import { Snapshot } from '../../snapshot/types';

/** A setting that makes a build use the legacy builder. */
export interface ClassicBuild {
  /** Where the setting is. */
  path: string;
  line: number;
  /** The command that builds, as far as its name goes. */
  builds: string;
  /** What removes the setting. */
  edit: TextEdit | undefined;
}

const variable = 'DOCKER_BUILDKIT';

/** A value of the variable, with the place that gives it. */
interface Setting {
  isOff: boolean;
  line: number;
  edit(): TextEdit | undefined;
}

/** The settings of pipelines that make a build use the legacy builder. */
export function findClassicBuilds(snapshot: Snapshot): ClassicBuild[] {
  const found = new Map<string, ClassicBuild>();
  const add = ({ path }: PipelineFile, use: Use) => {
    const place = `${path}:${use.setting.line}`;
    if (!found.has(place)) {
      found.set(place, {
        path,
        line: use.setting.line,
        builds: use.builds,
        edit: use.setting.edit(),
      });
    }
  };
  for (const job of readWorkflowJobs(snapshot)) {
    readWorkflowJob(job).forEach(use => add(job.file, use));
  }
  for (const file of readPipelines(snapshot)) {
    if (file.system === 'gitlab') {
      readGitLabJobs(file).forEach(use => add(file, use));
    }
  }
  return [...found.values()];
}

interface Use {
  setting: Setting;
  builds: string;
}

function readWorkflowJob({ file, workflow, job, steps }: WorkflowJob): Use[] {
  // For Windows containers there is no other builder.
  if (isForWindows(file.source.slice(job.span.start, job.span.end))) {
    return [];
  }
  const uses: Use[] = [];
  let current = settingOf(file, job, 'env') ?? settingOf(file, workflow, 'env');
  for (const step of steps) {
    const own = settingOf(file, step, 'env') ?? current;
    for (const script of scriptOf(step, [workflow, job])) {
      const read = readScript(placeScript(script, file.source), own, file);
      uses.push(...read.uses);
      // The steps behind it get what `$GITHUB_ENV` was given.
      current = read.exported ?? current;
    }
  }
  return uses;
}

function readGitLabJobs(file: PipelineFile): Use[] {
  return file.documents.flatMap(document =>
    gitLabJobs(document).flatMap(([, job]) => {
      if (isForWindows(file.source.slice(job.span.start, job.span.end))) {
        return [];
      }
      const merged = withDefaults(job, document);
      const uses: Use[] = [];
      let current =
        settingOf(file, { ...job, entries: new Map(merged) }, 'variables') ??
        settingOf(file, document, 'variables');
      for (const name of ['before_script', 'script']) {
        for (const script of textsOf(merged.get(name))) {
          const read = readScript(
            placeScript(script, file.source),
            current,
            file,
          );
          uses.push(...read.uses);
          current = read.last;
        }
      }
      return uses;
    }),
  );
}

function isForWindows(text: string): boolean {
  return /windows/i.test(text);
}

function settingOf(
  { source }: PipelineFile,
  parent: YamlMap,
  name: string,
): Setting | undefined {
  const value = at(parent, name, variable);
  return value?.kind === 'text'
    ? {
        isOff: isOff(value.text),
        line: value.line,
        edit: () => removeYamlEntry(source, { parent, name, key: variable }),
      }
    : undefined;
}

/** As Go's ParseBool reads it; Docker takes no other value. */
function isOff(text: string): boolean {
  return /^(?:0|f|F|false|FALSE|False)$/.test(text);
}

interface ScriptSettings {
  uses: Use[];
  /** What holds at the script's end. */
  last: Setting | undefined;
  /** What the next steps are given. */
  exported: Setting | undefined;
}

function readScript(
  script: PlacedScript,
  before: Setting | undefined,
  { source }: PipelineFile,
): ScriptSettings {
  const uses: Use[] = [];
  let current = before;
  let exported: Setting | undefined;
  for (const command of script.commands) {
    const { name, environment, line } = command;
    const edit = () => removedLine(source, script, command);
    const prefix = environment.find(entry => entry.name === variable);
    if (prefix && name === undefined && command.nameSpan === undefined) {
      // The script's own, unless it was given to the script or exported.
      current = current && { isOff: isOff(prefix.value), line, edit };
      continue;
    }
    const assigned = assignedBy(command);
    if (assigned !== undefined) {
      const setting = { isOff: isOff(assigned), line, edit };
      if (name === 'export') {
        current = setting;
      } else if (writesTo(command, 'GITHUB_ENV')) {
        exported = setting;
      }
      continue;
    }
    if (name === 'unset' && command.arguments.some(isVariable)) {
      current = undefined;
      continue;
    }
    const builds = classicCommand(command);
    const setting = prefix
      ? {
          isOff: prefix.static && isOff(prefix.value),
          line,
          edit: () => removedPrefix(script, command),
        }
      : current;
    if (builds !== undefined && setting?.isOff) {
      uses.push({ setting, builds });
    }
  }
  return { uses, last: current, exported };
}

function isVariable({ text }: { text: string }): boolean {
  return text === variable;
}

/** The value that `export NAME=value` or `echo NAME=value` has. */
function assignedBy(command: ShellCommand): string | undefined {
  if (command.name !== 'export' && command.name !== 'echo') {
    return undefined;
  }
  const word = command.arguments.find(({ text }) =>
    text.startsWith(`${variable}=`),
  );
  return word?.text.slice(variable.length + 1);
}

function writesTo({ redirects }: ShellCommand, name: string): boolean {
  return redirects.some(({ target }) => target?.includes(name));
}

/**
 * The command, where the variable chooses its builder: buildx and the actions
 * that use it do not look at it.
 */
function classicCommand(command: ShellCommand): string | undefined {
  const words = [
    command.name ?? '$',
    ...command.arguments.map(({ text }) => text),
  ];
  const [program, verb, next] = words[0] === 'sudo' ? words.slice(1) : words;
  if (program !== 'docker') {
    return undefined;
  }
  if (verb === 'build') {
    return 'docker build';
  }
  return (verb === 'image' || verb === 'builder') && next === 'build'
    ? `docker ${verb} build`
    : undefined;
}

/** Removes a command that is a line of its own, and not the only one. */
function removedLine(
  source: string,
  script: PlacedScript,
  { span }: ShellCommand,
): TextEdit | undefined {
  const place = script.toFile(span);
  const lines = place && linesOf(source, place);
  const isOnly =
    script.text.slice(0, span.start).trim() === '' &&
    script.text.slice(span.end).trim() === '';
  return lines && !isOnly ? { span: lines, text: '' } : undefined;
}

/** Removes `NAME=value` in front of a command. */
function removedPrefix(
  script: PlacedScript,
  { span, nameSpan }: ShellCommand,
): TextEdit | undefined {
  const head = script.text.slice(span.start, nameSpan?.start ?? span.start);
  const match = /(?<![\w"'])DOCKER_BUILDKIT=["']?\w+["']?\s+/.exec(head);
  const start = span.start + (match?.index ?? 0);
  const place = match && script.toFile({ start, end: start + match[0].length });
  return place ? { span: place, text: '' } : undefined;
}
