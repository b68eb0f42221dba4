/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MeasuredBuilds } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { BuildRow } from './rows';
import { MeasuredBuildsOptions } from './types';

/** The sample that the score judges: the builds of so many days … */
const days = 14;
/** … or, where these are fewer, the last so many. */
const leastBuilds = 30;

/** What hosts call the default branch, the usual one first. */
const usualBranches = ['main', 'master'];

/** Branches with more slashes in their names are not looked for. */
const mostSegments = 8;

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * The figures that `cache/hit-rate` judges: successful builds of the default
 * branch, those of the last 14 days, or the last 30 where these are more. Where
 * no build is known to be of the default branch, those of all branches.
 * Undefined when there are none.
 */
export async function measuredBuildsOf(
  knex: Knex,
  entityRef: string,
  options: MeasuredBuildsOptions = {},
): Promise<MeasuredBuilds | undefined> {
  const { location, now = new Date() } = options;
  const successful = () =>
    knex<BuildRow>('builds')
      // As in lists: on failed builds, CACHED may mean skipped.
      .where({ entity_ref: entityRef, outcome: 'success' })
      .where('cacheable', '>', 0)
      .where('started_at', '<=', now.toISOString());

  const candidates = [...branchesIn(location), ...usualBranches];
  const known = await successful()
    .whereIn('branch', candidates)
    .distinct('branch');
  const branch = candidates.find(candidate =>
    known.some(row => row.branch === candidate),
  );
  const counted = () =>
    branch === undefined ? successful() : successful().where({ branch });

  const from = now.getTime() - days * millisecondsPerDay;
  const recent = await sumUp(
    knex,
    counted().where('started_at', '>', new Date(from).toISOString()),
  );
  if (recent && recent.builds >= leastBuilds) {
    return recent;
  }
  return sumUp(
    knex,
    counted()
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(leastBuilds),
  );
}

/** Cached of all steps: builds with many steps weigh more than those with few. */
async function sumUp(
  knex: Knex,
  builds: Knex.QueryBuilder,
): Promise<MeasuredBuilds | undefined> {
  const [row] = await knex
    .from(builds.select('cacheable', 'cached').as('counted'))
    .count({ builds: '*' })
    .sum({ cacheable: 'cacheable', cached: 'cached' });
  const count = Number(row.builds);
  return count === 0
    ? undefined
    : {
        builds: count,
        hitRate: Number(row.cached) / Number(row.cacheable),
      };
}

/**
 * The branches that a location may name, the longest first: names have slashes
 * like the path behind them. It is the branch that is scanned, so its builds are
 * those to judge.
 */
export function branchesIn(location: string | undefined): string[] {
  const match =
    /\/(?:-\/)?(?:tree|blob|src\/branch|src|browse)\/([^?#]+)/.exec(
      location ?? '',
    ) ?? /[?&]version=GB([^&#]+)/.exec(location ?? '');
  const segments = (match?.[1] ?? '')
    .split('/')
    .filter(segment => segment !== '')
    .slice(0, mostSegments)
    .map(decode);
  return segments.map((_, index) =>
    segments.slice(0, segments.length - index).join('/'),
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
