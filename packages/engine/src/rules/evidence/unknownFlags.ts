/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { placeScript, PlacedScript } from '../../ci/placeScript';
import { gitLabJobs, withDefaults } from '../../ci/readGitLab';
import {
  majorVersion,
  PipelineFile,
  readPipelines,
  readWorkflowJobs,
  usedAction,
  WorkflowJob,
} from '../../ci/readPipelines';
import { scriptOf } from '../../ci/readWorkflow';
import { at, entriesOf, textsOf, YamlMap } from '../../ci/readYaml';
import { ShellCommand, ShellWord } from '../../dockerfile/types';
import { removeYamlEntry } from '../../edits/removeYamlEntry';
import { TextEdit } from '../../edits/types';
import { Span } from '../../span';
import { Snapshot } from '../../snapshot/types';
import {
  buildActionInputs,
  buildFlags,
  meantInputs,
  missingFlags,
  missingVariables,
} from '../facts/buildFlags';

/** A flag, an input or a variable that does not exist. */
export interface UnknownName {
  path: string;
  line: number;
  message: string;
  /** What renames or removes it. */
  edit: TextEdit | undefined;
}

/** What pipelines give to builds of images and no version of them knows. */
export function findUnknownNames(snapshot: Snapshot): UnknownName[] {
  const found: UnknownName[] = [];
  for (const job of readWorkflowJobs(snapshot)) {
    for (const step of job.steps) {
      found.push(...readInputs(job, step));
      for (const script of scriptOf(step, [job.workflow, job.job])) {
        found.push(
          ...readScript(job.file, placeScript(script, job.file.source)),
        );
      }
    }
  }
  for (const file of readPipelines(snapshot)) {
    if (file.system === 'gitlab') {
      found.push(...readGitLab(file));
    }
    found.push(...readVariables(file));
  }
  // Jobs may share a script or a map.
  return [
    ...new Map(
      found.map(name => [`${name.path}:${name.line}:${name.message}`, name]),
    ).values(),
  ];
}

function readGitLab(file: PipelineFile): UnknownName[] {
  return file.documents.flatMap(document =>
    gitLabJobs(document).flatMap(([, job]) => {
      const merged = withDefaults(job, document);
      return ['before_script', 'script', 'after_script'].flatMap(name =>
        textsOf(merged.get(name)).flatMap(script =>
          readScript(file, placeScript(script, file.source)),
        ),
      );
    }),
  );
}

function readScript(file: PipelineFile, script: PlacedScript): UnknownName[] {
  return script.commands.flatMap(command => {
    const words = buildWords(command);
    return words ? readFlags(words, { file, script, command }) : [];
  });
}

/** The words behind `docker build`, the word of the verb first. */
function buildWords({
  name,
  arguments: words,
}: ShellCommand): readonly ShellWord[] | undefined {
  const isSudo = name === 'sudo';
  const program = isSudo ? words[0]?.text : name;
  const rest = isSudo ? words.slice(1) : words;
  if (program !== 'docker') {
    return undefined;
  }
  const isGroup = ['buildx', 'image', 'builder'].includes(rest[0]?.text);
  const verb = isGroup ? 1 : 0;
  return rest[verb]?.text === 'build' ? rest.slice(verb) : undefined;
}

function readFlags(
  words: readonly ShellWord[],
  {
    file,
    script,
    command,
  }: { file: PipelineFile; script: PlacedScript; command: ShellCommand },
): UnknownName[] {
  const found: UnknownName[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word.text === '--') {
      break;
    }
    const name = /^--([a-z][a-z0-9-]*)(?:=|$)/.exec(word.text)?.[1];
    if (name === undefined || buildFlags.has(name) || isValue(words, index)) {
      continue;
    }
    const line =
      command.line +
      script.text.slice(command.span.start, word.span.start).split('\n')
        .length -
      1;
    const add = (message: string, edit: TextEdit | undefined) =>
      found.push({ path: file.path, line, message, edit });
    const missing = missingFlags.get(name);
    if (missing) {
      add(
        `\`docker build\` has no flag --${name} and fails: ${missing.instead}.`,
        removal(script, words, index),
      );
      continue;
    }
    const meant = closest(name, buildFlags);
    if (meant) {
      add(
        `\`docker build\` has no flag --${name} and fails; --${meant} is meant, it seems.`,
        renamedFlag(script, word, { name, meant }),
      );
    }
  }
  return found;
}

/** Whether a word is the value of a flag in front of it. */
function isValue(words: readonly ShellWord[], index: number): boolean {
  return /^(?:--build-arg|--label|--annotation|--secret|-t|--tag)$/.test(
    words[index - 1].text,
  );
}

/** Removes a flag with its value, and the white space in front of it. */
function removal(
  script: PlacedScript,
  words: readonly ShellWord[],
  index: number,
): TextEdit | undefined {
  const { text, span } = words[index];
  const name = /^--([a-z0-9-]+)/.exec(text)?.[1] ?? '';
  const hasValue = !text.includes('=') && missingFlags.get(name)?.takesValue;
  const value = hasValue ? words[index + 1] : undefined;
  if (hasValue && (!value || value.text.startsWith('-'))) {
    return undefined;
  }
  return edited(script, {
    start: words[index - 1].span.end,
    end: (value ?? { span }).span.end,
  });
}

function renamedFlag(
  script: PlacedScript,
  { span }: ShellWord,
  { name, meant }: { name: string; meant: string },
): TextEdit | undefined {
  const start = span.start + '--'.length;
  return script.text.startsWith(name, start)
    ? edited(script, { start, end: start + name.length }, meant)
    : undefined;
}

function edited(
  script: PlacedScript,
  span: Span,
  text = '',
): TextEdit | undefined {
  const place = script.toFile(span);
  return place && { span: place, text };
}

/** Inputs of the action that builds; it ignores those that it does not know. */
function readInputs({ file }: WorkflowJob, step: YamlMap): UnknownName[] {
  const action = usedAction(step);
  if (action?.name !== 'docker/build-push-action') {
    return [];
  }
  // Version 1 was another action under the same name.
  const major = majorVersion(action, file);
  const inputs = at(step, 'with');
  if (major === undefined || major < 2 || inputs?.kind !== 'map') {
    return [];
  }
  return [...inputs.keys].flatMap(([name, span]) => {
    const lower = name.toLowerCase();
    if (buildActionInputs.has(lower)) {
      return [];
    }
    const meant = meantInputs.get(lower) ?? closest(lower, buildActionInputs);
    const isFree = meant !== undefined && !inputs.entries.has(meant);
    return meant === undefined
      ? []
      : [
          {
            path: file.path,
            line: inputs.entries.get(name)?.line ?? step.line,
            message: `docker/build-push-action has no input \`${name}\` and ignores it; \`${meant}\` is meant, it seems.`,
            edit:
              isFree && file.source.slice(span.start, span.end) === name
                ? { span, text: meant }
                : undefined,
          },
        ];
  });
}

/** Variables in the maps of a pipeline that nothing reads. */
function readVariables(file: PipelineFile): UnknownName[] {
  const maps = file.documents.flatMap(document => [
    { parent: document, name: 'env' },
    { parent: document, name: 'variables' },
    ...[
      ...entriesOf(at(document, 'jobs')),
      ...(file.system === 'gitlab' ? gitLabJobs(document) : []),
    ].flatMap(([, job]) =>
      job.kind === 'map'
        ? [
            { parent: job, name: 'env' },
            { parent: job, name: 'variables' },
            ...stepsOf(job).map(parent => ({ parent, name: 'env' })),
          ]
        : [],
    ),
  ]);
  return maps.flatMap(({ parent, name }) =>
    [...missingVariables].flatMap(([key, instead]) => {
      const value = at(parent, name, key);
      return value
        ? [
            {
              path: file.path,
              line: value.line,
              message: `Nothing reads the variable ${key}: ${instead}.`,
              edit: removeYamlEntry(file.source, { parent, name, key }),
            },
          ]
        : [];
    }),
  );
}

function stepsOf(job: YamlMap): YamlMap[] {
  const steps = at(job, 'steps');
  return steps?.kind === 'list'
    ? steps.items.flatMap(step => (step.kind === 'map' ? step : []))
    : [];
}

/** The only name that one wrong, missing, additional or swapped letter makes. */
function closest(name: string, names: ReadonlySet<string>): string | undefined {
  if (name.length < 5 || name.length > 30) {
    return undefined;
  }
  const near = [...names].filter(
    other => other.length >= 4 && isOneTypoAway(name, other),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Whether one letter or two swapped ones make the difference. */
export function isOneTypoAway(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < left.length && left[start] === right[start]) {
    start++;
  }
  const [a, b] = [left.slice(start), right.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.length > 1 &&
      a[0] === b[1] &&
      a[1] === b[0] &&
      a.slice(2) === b.slice(2))
  );
}
