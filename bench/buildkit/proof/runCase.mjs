/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyBuilder,
  engineDirectory,
  engineEnvironment,
  moduleFolder,
} from '../lib/engine.mjs';
import { capture } from '../lib/processes.mjs';
import { provideBaseImages } from '../lib/standInImages.mjs';
import { StandInInternet } from '../lib/standInInternet.mjs';
import { WorkingCopy } from '../lib/workingCopy.mjs';
import { Prediction, readOutcome } from './predict.mjs';

/**
 * Builds a case commit after commit on one builder that starts empty, and sets
 * what the log says beside what the model said before. A build that fails ends
 * the case: what it says is the `failure`.
 */
export async function runCase(plan) {
  const copy = new WorkingCopy(plan.folder);
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
  });
  const prediction = new Prediction(plan);
  const builds = [];
  let failure;
  let values = plan.arguments ?? {};
  try {
    await copy.start();
    await internet.open();
    await emptyBuilder();
    const commits = [{ name: 'first', ...plan.files }, ...plan.commits];
    for (const [
      number,
      { name, arguments: given, ...files },
    ] of commits.entries()) {
      if (typeof files.change === 'function') {
        await files.change(copy, number);
      } else {
        Object.entries(files).forEach(([path, file]) => put(copy, path, file));
      }
      values = given ?? values;
      await copy.commit(name ?? `Commit ${number}`, timeOf(number));
      const buildArguments = fill(values, await copy.head());
      const predicted = await prediction.predict(copy.root, { buildArguments });
      const { steps, outcome, output } = await build(plan, {
        copy,
        internet,
        buildArguments,
        number,
      });
      if (outcome !== 'success') {
        failure = { number, outcome, output };
        break;
      }
      builds.push({ number, name, steps: compare(predicted, steps) });
    }
  } finally {
    internet.close();
    copy.dispose();
  }
  return { name: plan.name, explanation: plan.explanation, builds, failure };
}

async function build(plan, { copy, internet, buildArguments, number }) {
  const dockerfile = plan.dockerfile ?? 'Dockerfile';
  await provideBaseImages(copy.read(dockerfile));
  const options = [];
  for (const [name, value] of Object.entries(buildArguments)) {
    options.push('--build-arg', `${name}=${value}`);
  }
  for (const [name, value] of Object.entries(plan.namedContexts ?? {})) {
    options.push('--build-context', `${name}=${value}`);
  }
  for (const [id, texts] of Object.entries(plan.secrets ?? {})) {
    const file = join(copy.home, id);
    writeFileSync(file, texts[number % texts.length]);
    options.push('--secret', `id=${id},src=${file}`);
  }
  if (plan.target) {
    options.push('--target', plan.target);
  }
  const { output } = await capture(
    'docker',
    [
      ...['buildx', 'build', '--progress=rawjson', '--network=host'],
      ...[...internet.buildOptions, ...options],
      ...['--file', dockerfile, plan.context ?? '.'],
    ],
    { cwd: copy.root, env: engineEnvironment },
  );
  const stages = copy.read(dockerfile).match(/^FROM\s/gim);
  return { output, ...readOutcome(output, { isOnly: stages.length === 1 }) };
}

/** Writes, links or removes one file, or changes its mode. */
function put(copy, path, file) {
  if (file === undefined) {
    rmSync(join(copy.root, path), { force: true });
  } else if (typeof file === 'string') {
    copy.write(path, file);
  } else if (file.link !== undefined) {
    copy.write(path, '');
    rmSync(join(copy.root, path));
    symlinkSync(file.link, join(copy.root, path));
  } else {
    chmodSync(join(copy.root, path), file.mode);
  }
}

function fill(values, commit) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === '$commit' ? commit : value,
    ]),
  );
}

/** Commits have times of their own, the same for whoever runs this. */
function timeOf(number) {
  return new Date(Date.UTC(2026, 0, 1, 8, number));
}

function compare(predicted, actual) {
  const places = [...new Set([...predicted.keys(), ...actual.keys()])];
  return places.flatMap(place => {
    const model = predicted.get(place);
    const builder = actual.get(place);
    if (model?.shared && !builder) {
      return [];
    }
    return {
      place,
      text: (builder ?? model).text,
      predicted: model === undefined ? 'absent' : named(model.cached),
      actual: builder === undefined ? 'absent' : named(builder.cached),
      cause: model?.cause?.kind,
    };
  });
}

function named(cached) {
  return cached ? 'cached' : 'runs';
}
