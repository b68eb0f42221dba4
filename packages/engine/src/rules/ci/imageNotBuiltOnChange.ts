/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseScript } from '../../ci/parseScript';
import {
  PipelineFile,
  readPipelines,
  readWorkflowJobs,
  usedAction,
  WorkflowJob,
} from '../../ci/readPipelines';
import { readTriggers } from '../../ci/readTriggers';
import {
  at,
  entriesOf,
  itemsOf,
  textAt,
  textsOf,
  YamlMap,
} from '../../ci/readYaml';
import { Snapshot } from '../../snapshot/types';
import { ShellCommand } from '../../dockerfile/types';
import { createFinding } from '../evidence/createFinding';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { buildsWithin, imageBuildsOfPipelines } from '../evidence/jobBuilds';
import { makeRecipes } from '../evidence/makeRecipes';
import { notApplicable } from '../evidence/notApplicable';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { imageNotBuiltOnChangeExamples } from './imageNotBuiltOnChange.examples';

export const imageNotBuiltOnChange: RepositoryRule = {
  id: 'ci/image-not-built-on-change',
  category: 'ci',
  scope: 'repository',
  severity: 'medium',
  title: {
    pass: 'Changes build the image',
    fail: 'No change builds the image',
  },
  why: 'Tests run with the Go that the workflow sets up, the image with that of the Dockerfile. A change that raises the version in `go.mod`, or adds a folder that the Dockerfile does not copy, is green until the image is built for a release.',
  howToFix:
    'Build the image in the workflow of pull requests, without pushing it: `- uses: docker/build-push-action@v6` with `push: false`, `cache-from: type=gha` and `cache-to: type=gha,mode=max`.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/ci/github-actions/test-before-push/',
    'https://github.com/dependabot/dependabot-core/issues/15135',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  examples: imageNotBuiltOnChangeExamples,
};

function evaluate({ snapshot, models }: RepositorySubject): RuleOutcome {
  const units = models
    .map(({ unit }) => unit)
    .filter(unit => !isDevelopmentBuild(unit));
  if (units.length === 0) {
    return notApplicable('There is no Dockerfile of a service.');
  }
  if (imageBuildsOfPipelines(snapshot).some(({ onChange }) => onChange)) {
    return { state: 'pass' };
  }
  const checks = readPipelines(snapshot).find(isOnPullRequests);
  if (!checks) {
    return notApplicable('No workflow of pull requests is known to run Go.');
  }
  const opaque = findOpaque(snapshot);
  if (opaque !== undefined) {
    return notApplicable(`An image may be built by ${opaque}.`);
  }
  const on = at(checks.documents[0], 'on');
  const dockerfile = JSON.stringify(units[0].dockerfile.path);
  return {
    state: 'fail',
    findings: [
      createFinding({
        path: checks.path,
        line: checks.documents[0]?.keys.has('on') ? on?.line ?? 1 : 1,
        message: `Pull requests are checked, but no workflow builds the image of ${dockerfile} when something changes.`,
        source: checks.source,
      }),
    ],
  };
}

function isOnPullRequests({ system, documents }: PipelineFile): boolean {
  return (
    system === 'github' &&
    documents.some(document => {
      const on = at(document, 'on');
      const names =
        on?.kind === 'map'
          ? entriesOf(on).map(([name]) => name)
          : textsOf(on).map(({ text }) => text);
      return names.includes('pull_request') && checksCode(document);
    })
  );
}

const checkActions =
  /^(?:actions\/setup-go|golangci\/|golang\/govulncheck-action|securego\/gosec|dominikh\/staticcheck-action)/;

/**
 * Whether a workflow runs Go or what may do so. One for the spelling says
 * nothing of where changes are tested.
 */
function checksCode(document: YamlMap): boolean {
  return entriesOf(at(document, 'jobs')).some(([, job]) =>
    itemsOf(at(job, 'steps')).some(
      step =>
        checkActions.test(textAt(step, 'uses') ?? '') ||
        /\b(?:go|make|task|just|mage|gotestsum|ginkgo|bazel)\s/.test(
          `${textAt(step, 'run') ?? ''}\n`,
        ),
    ),
  );
}

/** Actions that build no image, by their name's start. */
const knownActions =
  /^(?:actions\/|github\/|golangci\/|codecov\/|coverallsapp\/|docker\/(?:setup-|login-|metadata-)|sigstore\/cosign-installer|dorny\/|golang\/govulncheck-action|dominikh\/staticcheck-action|securego\/gosec|reviewdog\/|megalinter\/|amannn\/|pre-commit\/action|softprops\/action-gh-release|peter-evans\/|crate-ci\/typos|azure\/setup-|hashicorp\/setup-|arduino\/setup-|extractions\/|streetsidesoftware\/|sonarsource\/|bufbuild\/|pnpm\/action-setup|gitleaks\/|step-security\/harden-runner|release-drafter\/|googleapis\/release-please-action|ossf\/scorecard-action)/;

/** Programs that build no image, whatever they are told. */
const knownPrograms = new Set([
  ...[
    'go',
    'gofmt',
    'goimports',
    'golangci-lint',
    'staticcheck',
    'govulncheck',
  ],
  ...['gotestsum', 'gofumpt', 'gosec', 'git', 'echo', 'printf', 'cat', 'cd'],
  ...['export', 'set', 'test', '[', '[[', 'if', 'exit', 'mkdir', 'cp', 'mv'],
  ...['rm', 'ls', 'sed', 'grep', 'awk', 'cut', 'tr', 'sort', 'head', 'tail'],
  ...['curl', 'wget', 'tar', 'unzip', 'jq', 'apt-get', 'apt', 'apk', 'diff'],
  ...['sleep', 'true', 'false', 'chmod', 'touch', 'find', 'wc', 'tee', 'xargs'],
  ...['npm', 'npx', 'yarn', 'pnpm', 'node', 'buf', 'protoc', 'sqlc', 'swag'],
  ...['hadolint', 'helm', 'kubectl', 'codecov', 'pip', 'pip3', 'pwd', 'date'],
  ...['uname', 'which', 'env', 'local', 'read', 'shift', 'return', 'wait'],
  ...['psql', 'pg_isready', 'redis-cli', 'mysql', 'migrate', 'goose', 'docker'],
  ...['docker-compose', 'sudo', 'sha256sum', 'basename', 'dirname', 'kill'],
  ...['pushd', 'popd', 'unset', 'eval', 'trap', ':', 'source', '.', 'command'],
]);

/** Those of them that may run anything. */
const runsOthers = new Set([
  ...['npm', 'npx', 'yarn', 'pnpm', 'source', '.', 'eval', 'sudo', 'env'],
  ...['xargs', 'command', 'docker', 'docker-compose', 'find'],
]);

/** What of the workflows that run on changes is not known to build no image. */
function findOpaque(snapshot: Snapshot): string | undefined {
  const pipelines = readPipelines(snapshot);
  // What another CI system runs is not read.
  const other = pipelines.find(
    ({ system, path }) =>
      system !== 'github' && !path.startsWith('.github/actions/'),
  );
  if (other) {
    return JSON.stringify(other.path);
  }
  for (const { file, documents } of pipelines.map(found => ({
    file: found,
    documents: found.documents,
  }))) {
    if (file.system === 'github' && documents.length === 0) {
      return JSON.stringify(file.path);
    }
    for (const document of documents) {
      for (const [name, job] of entriesOf(at(document, 'jobs'))) {
        const uses = textAt(job, 'uses');
        // Workflows of the repository are looked at where they are.
        if (uses !== undefined && !uses.startsWith('./')) {
          return `the workflow that the job ${JSON.stringify(name)} calls`;
        }
      }
    }
  }
  for (const job of readWorkflowJobs(snapshot)) {
    const { onChange, isCalled } = readTriggers(at(job.workflow, 'on'));
    const opaque =
      onChange || isCalled ? findOpaqueStep(snapshot, job) : undefined;
    if (opaque !== undefined) {
      return opaque;
    }
  }
  return undefined;
}

function findOpaqueStep(
  snapshot: Snapshot,
  { file, job, name, steps }: WorkflowJob,
): string | undefined {
  for (const step of steps) {
    // What it builds is known, and not when something changes.
    const isRead = buildsWithin(snapshot, file, step.span).length > 0;
    const uses = textAt(step, 'uses');
    if (uses !== undefined) {
      const action = usedAction(step);
      if (!isRead && !(action && knownActions.test(action.name))) {
        return `\`uses: ${uses.trim().slice(0, 100)}\``;
      }
    }
    const isOpaque = textsOf(at(step, 'run')).some(({ text }) =>
      parseScript(text).commands.some(
        command =>
          isOpaqueCommand(command, isRead) &&
          !isKnownMake(command, {
            source: snapshot.files.get('Makefile'),
            isMoved:
              isMoved(job, text) || at(step, 'working-directory') !== undefined,
          }),
      ),
    );
    if (isOpaque) {
      return `a script of the job ${JSON.stringify(name)}`;
    }
  }
  return undefined;
}

/** Whether what a command does may build an image that is not read. */
function isOpaqueCommand(command: ShellCommand, isRead: boolean): boolean {
  if (command.name === undefined) {
    return command.nameSpan !== undefined;
  }
  if (!knownPrograms.has(command.name)) {
    return true;
  }
  const words = command.arguments.map(({ text: word }) => word);
  return (
    runsOthers.has(command.name) &&
    !(isRead && command.name === 'docker') &&
    isOpaqueCall(words)
  );
}

/** Whether a script runs elsewhere than at the root. */
function isMoved(job: YamlMap, text: string): boolean {
  return (
    /(?:^|[\s;&|(])(?:cd|pushd)\s/.test(text) ||
    at(job, 'defaults', 'run', 'working-directory') !== undefined
  );
}

/** `make` for targets whose recipes are known to build no image. */
function isKnownMake(
  { name, arguments: words }: ShellCommand,
  { source, isMoved: isElsewhere }: { source?: string; isMoved: boolean },
): boolean {
  const targets = words.map(({ text }) => text);
  if (
    name !== 'make' ||
    source === undefined ||
    isElsewhere ||
    !words.every(word => word.static) ||
    !targets.every(target => /^\w[\w.-]*$/.test(target))
  ) {
    return false;
  }
  const lines = makeRecipes(source, targets);
  return (
    lines !== undefined &&
    lines.every(line =>
      parseScript(line).commands.every(
        command => !isOpaqueCommand(command, false),
      ),
    )
  );
}

/** Whether the words of a program that runs others may build an image. */
function isOpaqueCall(words: readonly string[]): boolean {
  return words.some(word =>
    /docker|image|container|bake|\.sh\b|mage\b|make|^build|^up$|^\$/.test(word),
  );
}
