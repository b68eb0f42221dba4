/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackage } from '../../loadPackage.mjs';
import { runImage } from '../fixes/runImage.mjs';
import { buildImage } from '../lib/buildImage.mjs';
import { engineDirectory, moduleFolder } from '../lib/engine.mjs';
import { StandInInternet } from '../lib/standInInternet.mjs';
import { WorkingCopy } from '../lib/workingCopy.mjs';
import { token } from '../services/privateModule.mjs';
import { askService } from './askService.mjs';
import { freePort } from './freePort.mjs';

const { scan } = loadPackage('engine');
const { readLocalSnapshot } = loadPackage('local-snapshot');

/** Renders, scans, builds and runs a variant of the template. */
export async function tryVariant(variant) {
  const copy = new WorkingCopy();
  const internet = new StandInInternet({
    authority: join(engineDirectory, 'authority'),
    modules: moduleFolder,
    gitHosts: await variant.gitHosts?.(copy),
  });
  const tag = 'registry.example.com/parcel/tracking:template';
  await internet.open();
  try {
    await variant.prepare(copy);
    const { report } = scan(await readLocalSnapshot(copy.root));
    const score = report.score.value;
    const { status, output } = await buildImage(copy, {
      internet,
      tag,
      options: credentials(copy, variant),
    });
    if (status !== 0) {
      return { ...variant, score, built: 'fails', ran: '–', log: output };
    }
    const port = await freePort();
    const ran = await runImage(tag, {
      port,
      inspect: id => askService(id, port),
    });
    return { ...variant, score, built: 'builds', ran };
  } finally {
    internet.close();
    copy.dispose();
  }
}

/** What `make image` hands over of the developer's own. */
function credentials(copy, { gitHosts }) {
  if (!gitHosts) {
    return [];
  }
  const file = join(copy.home, 'netrc');
  writeFileSync(file, `machine go.example.com login ci password ${token}\n`);
  return ['--secret', `id=netrc,src=${file}`];
}
